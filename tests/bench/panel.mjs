// What opening the test costs on a slow phone, and whether its computing ever holds up a frame: node panel.mjs SITE RESULT.json [--quick]
import { writeFile } from 'node:fs/promises';
import { launch } from '../browser/visit.mjs';
import { delay, ready } from './delay.mjs';
import { host } from './host.mjs';
import { SLOW_CPU, slowCpu } from './phone.mjs';
import { quantile } from './table.mjs';

const TIMES = { full: 9, quick: 3 };
const PATIENCE_MS = 60_000;

/** In the page: the panel's section, once it is there. */
const section = () => document.querySelector('us-uz-explainer').shadowRoot.querySelector('.test[aria-busy]');

/** In the page: keeps the longest time between two frames until it is told to stop. */
function watchFrames() {
  const kept = { on: true, last: 0, longest: 0 };
  const frame = (at) => {
    if (kept.last) kept.longest = Math.max(kept.longest, at - kept.last);
    kept.last = at;
    if (kept.on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.longestFrame = () => {
    kept.on = false;
    return kept.longest;
  };
}

/** Until every interval is there. */
const settled = (page) => page.waitForFunction(`(${section})()?.getAttribute('aria-busy') === 'false'`, undefined, { timeout: PATIENCE_MS });

/** An act of the panel: how long until all is computed, the driver’s own way there included, and the longest frame and task. */
async function computing(page, act) {
  await page.evaluate(() => { window.watched.long.length = 0; });
  await page.evaluate(watchFrames);
  const start = await page.evaluate(() => performance.now());
  await act();
  await settled(page);
  const [end, frame, long] = await page.evaluate(() => [performance.now(), window.longestFrame(), window.watched.long.map(([, ms]) => ms)]);
  return { until: end - start, frame, task: Math.max(0, ...long) };
}

async function one(browser, address) {
  const page = await ready(browser, address);
  await slowCpu(await page.context().newCDPSession(page));
  const plain = page.locator('#plain');
  await plain.scrollIntoViewIfNeeded();
  await delay(page);
  await plain.click();
  const base = await delay(page);
  const open = page.getByRole('button', { name: 'Test it' });
  await open.scrollIntoViewIfNeeded();
  await delay(page);
  const opened = await computing(page, () => open.click());
  const waited = await delay(page);
  // The first time all of it is compiled; this is what choosing costs from then on.
  const chosen = await computing(page, () => page.getByText('Tashkent’s acts only').first().click());
  await delay(page);
  const years = page.getByRole('slider', { name: /Year whose events/ });
  await years.focus();
  await delay(page);
  await page.keyboard.press('ArrowRight');
  const key = await delay(page);
  await page.context().close();
  return { base, waited, opened, chosen, key };
}

const two = (values) => `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)}`;

function rows(all) {
  const column = (pick) => two(all.map(pick));
  const base = column((each) => each.base);
  return [
    ['“Test it”, to the next painting, ms', column((each) => each.waited), base],
    ['“Test it”, until every interval is there, ms', column((each) => each.opened.until), ''],
    ['meanwhile the longest time between frames, ms', column((each) => each.opened.frame), ''],
    ['meanwhile the longest task, ms (0: none over 50)', column((each) => each.opened.task), ''],
    ['other acts chosen, until every interval is there, ms', column((each) => each.chosen.until), ''],
    ['meanwhile the longest time between frames, ms', column((each) => each.chosen.frame), ''],
    ['meanwhile the longest task, ms (0: none over 50)', column((each) => each.chosen.task), ''],
    ['a key on the slider of years, to the next painting, ms', column((each) => each.key), base],
  ];
}

async function main([site, result, mode]) {
  if (!site || !result) throw new Error('run it by `cargo xtask bench --only panel`');
  const times = mode === '--quick' ? TIMES.quick : TIMES.full;
  const [browser, server] = [await launch(), await host(site)];
  try {
    const address = new URL('near.html', server.address).href;
    const all = [];
    for (let time = 0; time < times; time += 1) all.push(await one(browser, address));
    const title = `The test: the phone of the page at a CPU slowed ${SLOW_CPU} times, fetched without delay; ${times} times, each in a ` +
      'fresh context; baseline: a button of the article';
    await writeFile(result, JSON.stringify({ title, browser: `Chromium ${browser.version()}`, rows: rows(all), all }));
  } finally {
    await browser.close();
    server.close();
  }
}

await main(process.argv.slice(2));
