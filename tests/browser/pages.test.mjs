// The pages beside the explainer: all of each without a script, on a phone and wide, in light, dark and the system's
// own colours.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @param {import('./visit.mjs').Visit} visit */
export async function everyFileItNamesIsThereWithTheSizeItSays(visit) {
  const page = await visit.open('data.html', { javaScriptEnabled: false });
  const files = await page.locator('dt').evaluateAll((all) =>
    all.map((each) => ({ address: each.querySelector('a').href, says: each.innerText })),
  );
  assert.ok(files.length > 15, `${files.length} files`);
  for (const { address, says } of files) {
    const answer = await page.request.get(address);
    assert.ok(answer.ok(), `${address}: ${answer.status()}`);
    const thousands = Math.ceil((await answer.body()).length / 1000);
    assert.ok(says.replaceAll(/\s/g, ' ').endsWith(`· ${thousands.toLocaleString('en')} kB`), `${says}: ${thousands}`);
  }
  const described = await (await page.request.get(new URL('data/datapackage.json', page.url()).href)).json();
  assert.deepEqual(described.resources.map(({ path }) => path), files.map(({ address }) => address.split('/data/')[1]));
  await page.getByRole('link', { name: 'The explainer', exact: true }).click();
  await page.waitForURL(/index\.html$/);
  assert.deepEqual(visit.strangers, []);
}

const LOOKS = [
  { colorScheme: 'light', widths: [280, 320, 768, 1280] },
  { colorScheme: 'dark', widths: [320] },
  { forcedColors: 'active', colorScheme: 'dark', widths: [320] },
];

/** @param {import('./visit.mjs').Visit} visit @param {string} name */
async function readsEverywhere(visit, name) {
  for (const { widths, ...look } of LOOKS) {
    const page = await visit.open(name, { ...look, viewport: { width: 320, height: 800 } });
    const where = `${name}, ${JSON.stringify(look)}`;
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wider, 0, `${where}, ${width} px: the page is wider than the window`);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await page.evaluate(AXE);
    const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), RULES);
    const objections = found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`));
    assert.deepEqual(objections.slice(0, 5), [], where);
  }
  assert.deepEqual(visit.strangers, []);
}

/** @param {import('./visit.mjs').Visit} visit */
export const theTestReadsEverywhere = (visit) => readsEverywhere(visit, 'test.html');
/** @param {import('./visit.mjs').Visit} visit */
export const whatTheArticleSaysReadsEverywhere = (visit) => readsEverywhere(visit, 'claims.html');
/** @param {import('./visit.mjs').Visit} visit */
export const numbersByYearReadEverywhere = (visit) => readsEverywhere(visit, 'series.html');
/** @param {import('./visit.mjs').Visit} visit */
export const sourcesReadEverywhere = (visit) => readsEverywhere(visit, 'sources.html');
/** @param {import('./visit.mjs').Visit} visit */
export const theDataReadEverywhere = (visit) => readsEverywhere(visit, 'data.html');

/** @param {import('./visit.mjs').Visit} visit */
export async function aClaimLeadsToItsEntryWithoutAScript(visit) {
  const page = await visit.open('claims.html', { javaScriptEnabled: false });
  const link = page.locator('.ux-claims a[href^="index.html#event-"]').first();
  const title = await link.innerText();
  await link.click();
  await page.waitForURL(/index\.html#event-/);
  const entry = page.locator(new URL(page.url()).hash);
  assert.equal(await entry.locator('h4').innerText(), title);
  await entry.scrollIntoViewIfNeeded();
  assert.ok(await entry.isVisible());
}
