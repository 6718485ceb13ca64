// What the accessibility tree says, as text to read: the page, and the element in four of its views. UPDATE_GOLDEN=1
// writes tests/golden/aria/; a failure leaves what was found beside.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const FOLDER = new URL('../golden/aria/', import.meta.url);

/** @param {string} name @param {string} found */
async function isGolden(name, found) {
  const file = new URL(`${name}.yml`, FOLDER);
  await mkdir(FOLDER, { recursive: true });
  if (process.env.UPDATE_GOLDEN) return writeFile(file, `${found}\n`);
  const golden = await readFile(file, 'utf8').catch(() => '');
  if (golden.trimEnd() === found) return;
  const actual = new URL(`${name}.actual.yml`, FOLDER);
  await writeFile(actual, `${found}\n`);
  assert.equal(found, golden.trimEnd(), `${file.pathname} differs; what was found is in ${actual.pathname}`);
}

/** The element's own part, without the text that the page brings along. */
async function view(visit, name, link, width = 1280) {
  const page = await visit.openReady('frame.html', { viewport: { width, height: 900 } });
  const element = page.locator('us-uz-explainer');
  await element.getByRole('searchbox').waitFor();
  await page.evaluate((text) => { document.querySelector('us-uz-explainer').view = text; }, link);
  await page.waitForTimeout(1200);
  const tree = await page.locator('us-uz-explainer .stage').ariaSnapshot();
  // The pages beside the explainer are linked where it was served from.
  await isGolden(name, tree.replaceAll(new URL(page.url()).origin, ''));
  return page;
}

export async function aStepOfTheStory(visit) {
  await view(visit, 'step', 'step=3');
}

export async function theCardOfAnEvent(visit) {
  await view(visit, 'event', 'event=k2-agreement', 390);
}

export async function exploringWithFilters(visit) {
  await view(visit, 'exploring', 'explore&partner=us&kind=event');
}

export async function nothingFound(visit) {
  await view(visit, 'nothing-found', 'explore&q=xyzzy');
}

/** Only headings and landmarks: the text itself is held by tests/outline.rs. */
export async function thePageWithoutScript(visit) {
  const page = await visit.open('index.html', { javaScriptEnabled: false });
  await page.locator('us-uz-explainer details').evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
  const tree = await page.locator('body').ariaSnapshot();
  const frame = tree.split('\n').filter((line) => /^ *- (main|banner|contentinfo|navigation|region|heading|img|table|complementary)\b/.test(line));
  const entries = frame.filter((line) => /\[level=[34]\]/.test(line)).length;
  assert.ok(entries > 170, `${entries} headings of entries`);
  await isGolden('page', frame.filter((line) => !/\[level=[34]\]/.test(line)).join('\n'));
}

export async function theTimelineIsASlider(visit) {
  const page = await visit.openReady('frame.html#step=3', { viewport: { width: 1000, height: 900 } });
  const slider = page.getByRole('slider', { name: 'Ties and events' });
  const value = async () => {
    const read = (name) => slider.getAttribute(name);
    return { least: Number(await read('aria-valuemin')), most: Number(await read('aria-valuemax')), now: Number(await read('aria-valuenow')), text: await read('aria-valuetext') };
  };
  await slider.focus();
  await page.keyboard.press('Home');
  const first = await value();
  assert.ok(first.least <= first.now && first.now <= first.most && first.least === 1991, JSON.stringify(first));
  assert.match(first.text ?? '', /\b19\d\d\b/, 'the date in words');
  const heard = new Set([first.text]);
  let before = first.now;
  for (let n = 0; n < 5; n++) {
    await page.keyboard.press('ArrowRight');
    const next = await value();
    assert.ok(next.now >= before, 'arrows go on in time');
    before = next.now;
    heard.add(next.text);
  }
  assert.equal(heard.size, 6, `each press says something else: ${[...heard].join(' | ')}`);
  await page.keyboard.press('End');
  const last = await value();
  assert.ok(last.now > 2020 && last.now <= last.most, JSON.stringify(last));
}
