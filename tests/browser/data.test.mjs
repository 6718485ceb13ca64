// The page data.html: all of it without a script, on a phone and wide, in light, dark and the system's own colours.
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
  await page.getByRole('link', { name: 'Back to the explainer' }).click();
  await page.waitForURL(/index\.html$/);
  assert.deepEqual(visit.strangers, []);
}

/** @param {import('./visit.mjs').Visit} visit */
export async function thePageReadsAtEveryWidthAndInEveryLook(visit) {
  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active', colorScheme: 'dark' }]) {
    for (const width of [280, 320, 1280]) {
      const page = await visit.open('data.html', { ...look, viewport: { width, height: 800 } });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wider, 0, `${width} px: the page is wider than the window`);
      await page.evaluate(AXE);
      const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), RULES);
      const objections = found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`));
      assert.deepEqual(objections, [], `${JSON.stringify(look)}, ${width} px`);
    }
  }
}
