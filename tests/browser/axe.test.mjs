// axe-core finds nothing to object to, in every view, in light, dark and the system's own colours, on a phone and wide.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The stage with pictures, card, tools; the text around it is looked at once. */
const STAGE = { include: { fromShadowDom: ['us-uz-explainer', '.stage'] } };

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active', colorScheme: 'dark' },
};

/** What a view is reached by: a link, and what is done there. */
const VIEWS = {
  story: { link: 'step=3' },
  'an event': { link: 'event=k2-agreement' },
  'a tie': { link: 'tie=csto' },
  exploring: { link: 'explore&partner=us,nato&kind=event' },
  'search results': { link: 'explore&q=Karshi' },
  'nothing found': { link: 'explore&q=xyzzy' },
  'a folded row': { link: 'explore&fold=china,others' },
};

/** @param {import('playwright-core').Page} page */
async function objections(page, context, rules = RULES) {
  const found = await page.evaluate(([where, tags]) => window.axe.run(where, {
    runOnly: tags, resultTypes: ['violations'], elementRef: false,
  }), [context, rules]);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`));
}

/** @param {import('./visit.mjs').Visit} visit @param {import('playwright-core').BrowserContextOptions} options */
async function opened(visit, options, path = 'frame.html') {
  const page = await visit.openReady(path, options);
  await page.locator('us-uz-explainer').getByRole('searchbox').waitFor();
  await page.evaluate(AXE);
  return page;
}

async function everyView(visit, look, widths = [320]) {
  for (const width of widths) {
    const page = await opened(visit, { ...LOOKS[look], viewport: { width, height: 900 } });
    const all = [];
    for (const [view, { link }] of Object.entries(VIEWS)) {
      await page.evaluate((text) => { document.querySelector('us-uz-explainer').view = text; }, link);
      await page.waitForTimeout(350);
      all.push(...(await objections(page, STAGE)).map((each) => `${view}, ${width} px: ${each}`));
    }
    assert.deepEqual(all, []);
  }
}

export const everyViewInLight = (visit) => everyView(visit, 'light', [320, 1280]);
export const everyViewInDark = (visit) => everyView(visit, 'dark');
export const everyViewInTheSystemsColours = (visit) => everyView(visit, 'forced');

/** The panel of the test, with a year chosen, a curve shown and the examples unfolded. */
export async function theOpenedTest(visit) {
  for (const [look, width] of [['light', 320], ['light', 1280], ['dark', 320], ['forced', 768]]) {
    const page = await opened(visit, { ...LOOKS[look], viewport: { width, height: 900 } });
    const element = page.locator('us-uz-explainer');
    await element.locator('.test-door button').click();
    await element.locator('.test[aria-busy="false"]').waitFor();
    await element.locator('.scores-part [role="slider"]').press('End');
    await element.locator('.choices select').nth(1).selectOption('5');
    await element.locator('.test .examples summary').click();
    assert.deepEqual(await objections(page, STAGE), [], `${look}, ${width} px`);
  }
}

export async function thePageWithTheText(visit) {
  for (const [path, look] of [['index.html', 'light'], ['frame.html', 'dark'], ['index.html', 'forced']]) {
    const page = await opened(visit, { ...LOOKS[look], viewport: { width: 390, height: 800 } }, path);
    assert.deepEqual(await objections(page, { exclude: [['us-uz-explainer [slot="pictures"]']] }), [], `${path}, ${look}`);
  }
}

export async function thePageWhenThePicturesFail(visit) {
  const page = await visit.open('frame.html', { viewport: { width: 390, height: 800 } });
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await page.locator('us-uz-explainer').getByText('could not be loaded').first().waitFor();
  await page.evaluate(AXE);
  assert.deepEqual(await objections(page, { include: [['body']] }), []);
}
