// A link for every state: through the address, by fragment and by query, with bad values, and followed when it changes.
import assert from 'node:assert/strict';
import { said } from './words.mjs';

/** Every key, in the order in which links are written. */
const EVERYTHING = {
  event: 'k2-agreement',
  from: '1999-03-01',
  to: '2009-10-31',
  at: '2004-05-06',
  map: 'sco',
  view: '-350,-120,900',
  partner: 'us,russia',
  theme: 'security,basing',
  kind: 'treaty,base',
  fold: 'china',
  q: 'хоно',
};

const ENCODED = new Set(['q']);

function link(pairs) {
  return Object.entries(pairs).map(([key, value]) => `${key}=${ENCODED.has(key) ? encodeURIComponent(value) : value}`).join('&');
}

/** Opens a link, reads it back, and opens what was read. */
async function roundTrip(reader, pairs) {
  await reader.open(`dist/index.html#${link(pairs)}`);
  assert.deepEqual(await reader.view(), pairs);
  const address = await reader.page.evaluate(() => location.hash);
  assert.ok(address.startsWith('#'), `the address is ${address}`);
  await reader.page.goto('about:blank');
  await reader.go(`dist/index.html${address}`);
  assert.deepEqual(await reader.view(), pairs);
  assert.equal(await reader.page.evaluate(() => location.hash), address);
  assert.deepEqual(reader.complaints, []);
}

export async function everyKeyGoesThroughTheAddressAndBack(reader) {
  await roundTrip(reader, EVERYTHING);
}

export async function stepTieBaseAndPresetGoThroughTheAddressAndBack(reader) {
  for (const pairs of [{ step: 'k2-and-declaration' }, { tie: 'csto-membership' }, { base: 'kant-base', view: 'world' }]) {
    await roundTrip(reader, pairs);
  }
}

export async function aQuerySaysTheSameAsAFragment(reader) {
  await reader.open(`dist/index.html?${link(EVERYTHING)}`);
  assert.deepEqual(await reader.view(), EVERYTHING);
}

export async function badValuesGiveOneQuietLineAndTheContent(reader) {
  const bad = 'event=no-such&from=2050-01-01&to=never&at=31-12-1999&map=mars&view=a,b,c&partner=nobody&fold=nothing';
  const page = await reader.open(`dist/index.html#${bad}`);
  const line = `${said('view-not-understood')}.*`;
  assert.equal(await reader.sees(line), 1);
  const { height, words } = await page.evaluate((pattern) => {
    const [note] = window.witness.reading(pattern, 0);
    return { height: note.getBoundingClientRect().height, words: note.textContent };
  }, line);
  assert.ok(words.includes('no-such'), 'the line names what was not understood');
  assert.ok(height < 80, `${height} CSS px for one line of small print`);
  for (const which of ['ties', 'map']) {
    const { width, height: tall } = await reader.inSight(await reader.picture(which));
    assert.ok(width > 200 && tall > 100, `${which}: ${width} × ${tall} CSS px`);
  }
  assert.deepEqual(reader.complaints, []);
}

export async function aChangedFragmentIsFollowed(reader) {
  const page = await reader.open('dist/index.html#event=k2-agreement');
  const select = (await reader.details('select')).length;
  await page.evaluate(() => { location.hash = '#event=alliance-treaty-russia'; });
  await reader.until('the event is chosen', (before) =>
    window.witness.events.filter(({ type }) => type === 'select').length > before, select);
  assert.deepEqual((await reader.details('select')).at(-1), { kind: 'event', id: 'alliance-treaty-russia' });
  assert.equal((await reader.view()).event, 'alliance-treaty-russia');
}

export async function aFragmentOfTheHostIsLeftAlone(reader) {
  const page = await reader.open('dist/index.html#section-2');
  await reader.press('next');
  assert.equal(await page.evaluate(() => location.hash), '#section-2');
  assert.equal(await reader.sees(`${said('view-not-understood')}.*`), 0);
}

export async function withoutUrlStateTheAddressIsOnlyRead(reader) {
  const page = await reader.open('hosts/long.html#event=k2-agreement');
  assert.equal((await reader.view()).event, 'k2-agreement');
  await reader.setView('event=alliance-treaty-russia');
  assert.equal(await page.evaluate(() => location.hash), '#event=k2-agreement');
}
