// The page where no script runs: all of it is there to read.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

const events = JSON.parse(await readFile(new URL('../../data/events.json', import.meta.url), 'utf8'));
const ids = (Array.isArray(events) ? events : events.events).map((event) => event.id).sort();

async function everyEventIsText(visit, path) {
  const page = await visit.open(path, { javaScriptEnabled: false });
  // Years open one by one, by the browser itself.
  const years = page.locator('#chronology summary');
  await years.first().click();
  assert.ok(await page.locator('[data-target^="event:"]').first().isVisible());
  await page.locator('us-uz-explainer details').evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
  const entries = page.locator('[data-target^="event:"]');
  const shown = await entries.evaluateAll((found) =>
    found
      .filter((entry) => entry.checkVisibility() && entry.querySelector('time') && entry.innerText.trim().length > 20)
      .map((entry) => entry.dataset.target.slice('event:'.length)),
  );
  assert.deepEqual(shown.sort(), ids);
  assert.deepEqual(visit.strangers, []);
}

export async function everyEventOfThePageIsText(visit) {
  await everyEventIsText(visit, 'index.html');
}

export async function everyEventOfTheFrameIsText(visit) {
  await everyEventIsText(visit, 'frame.html');
}

export async function thePicturesAreThereWithAName(visit) {
  const page = await visit.open('', { javaScriptEnabled: false });
  // Each picture is drawn for a phone and for all else; the width at hand shows one.
  const pictures = page.locator('[slot=pictures] svg:visible');
  assert.equal(await pictures.count(), 2);
  for (const picture of await pictures.all()) {
    const { width, height } = await picture.boundingBox();
    assert.ok(width > 200 && height > 100, `${width} × ${height} CSS px`);
    assert.ok((await picture.getAttribute('aria-label')) || (await picture.locator('title').count()), 'no name');
  }
}
