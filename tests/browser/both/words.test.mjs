// The words a reader meets: none is missing, and they run in their own direction on any page.
import assert from 'node:assert/strict';
import { keys } from './words.mjs';

export async function noKeyStandsInPlaceOfItsWords(reader) {
  await reader.open('dist/index.html');
  await reader.the('searchbox', '.*');
  await reader.setView('event=unstable-quarter-century&q=x');
  const words = await reader.page.evaluate(() => {
    const { shadowRoot } = window.witness.elements()[0];
    const said = [];
    for (const each of shadowRoot.querySelectorAll('*')) {
      said.push(each.getAttribute('aria-label'), each.title, ...[...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()));
    }
    return said.filter(Boolean);
  });
  assert.ok(words.length > 100, `${words.length} texts`);
  const known = new Set(keys().filter((key) => key.includes('-')));
  assert.deepEqual(words.filter((word) => known.has(word)), []);
  // A placeholder that nobody filled.
  assert.deepEqual(words.filter((word) => /\{[a-z]+\}/.test(word)), []);
}

export async function inAPageFromRightToLeftTheWordsKeepTheirOwnDirection(reader) {
  await reader.open('hosts/rtl.html');
  await reader.the('searchbox', '.*');
  const directions = await reader.page.evaluate(() => {
    const host = window.witness.elements()[0];
    const inside = [...host.shadowRoot.querySelectorAll('.card-text, .strip, .list')];
    return [...inside, ...host.children].map((each) => getComputedStyle(each).direction);
  });
  assert.ok(directions.length >= 5, `${directions.length} parts`);
  assert.deepEqual([...new Set(directions)], ['ltr']);
}
