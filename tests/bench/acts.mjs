// How long a reader waits after an act, and what all of it costs the main thread, beside plain controls of the article:
// node acts.mjs SITE RESULT.json [--quick]
import { writeFile } from 'node:fs/promises';
import { launch } from '../browser/visit.mjs';
import { delay, LEAST_TOLD_MS, ready, settle } from './delay.mjs';
import { host } from './host.mjs';
import { SLOW_CPU, slowCpu } from './phone.mjs';
import { quantile } from './table.mjs';

const TIMES = { full: 12, quick: 3 };
const DRAG_MOVES = 20;
async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error('what the act is done to is not on the screen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Where the acts are done: ours, and a control of the article that does the same to little. */
const parts = (page) => ({
  next: page.locator('us-uz-explainer .controls button').last(),
  slider: page.locator('us-uz-explainer .picture.ties'),
  plain: page.locator('#plain'),
  range: page.locator('#year'),
});

/** Delays of each act at a slowed CPU. */
async function delays(browser, address, times) {
  const page = await ready(browser, address);
  const { next, slider, plain, range } = parts(page);
  await slowCpu(await page.context().newCDPSession(page));
  const kept = { next: [], plain: [], key: [], rangeKey: [], drag: [], rangeDrag: [], dragFrames: [], rangeFrames: [] };
  const press = async (on, key) => {
    await on.focus();
    await settle(page);
    await delay(page);
    await page.keyboard.press(key);
    return delay(page);
  };
  const click = async (on) => {
    await on.scrollIntoViewIfNeeded();
    await delay(page);
    await on.click();
    return delay(page);
  };
  const view = () => page.evaluate(() => document.querySelector('us-uz-explainer').view);
  /** An act that changes nothing is quick, and says nothing. */
  const changing = async (name, act) => {
    const before = await view();
    const waited = await act();
    if ((await view()) === before) throw new Error(`${name} changed nothing: its delay says nothing`);
    return waited;
  };
  const drag = async (on, frames) => {
    const [x, y] = await middle(on);
    await delay(page);
    await page.evaluate(countFrames);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let n = 1; n <= DRAG_MOVES; n += 1) await page.mouse.move(x - 3 * n, y);
    await page.mouse.up();
    frames.push(...(await page.evaluate(() => window.endOfFrames())));
    return delay(page);
  };
  for (let time = 0; time < times; time += 1) {
    // A key and a range leave the story's path, where there is no next step.
    await page.evaluate(() => document.querySelector('us-uz-explainer').goTo(0));
    await settle(page);
    kept.next.push(await changing('Next', () => click(next)));
    kept.plain.push(await click(plain));
    kept.key.push(await changing('a key', () => press(slider, time % 2 ? 'ArrowLeft' : 'ArrowRight')));
    kept.rangeKey.push(await press(range, time % 2 ? 'ArrowLeft' : 'ArrowRight'));
    // Only a part of the years can be drawn along.
    await page.evaluate(() => document.querySelector('us-uz-explainer').setRange('1999-01-01', '2008-12-31'));
    await settle(page);
    kept.drag.push(await changing('a drag', () => drag(slider, kept.dragFrames)));
    kept.rangeDrag.push(await drag(range, kept.rangeFrames));
  }
  await page.context().close();
  return kept;
}

/** In the page: the time between frames until it is told to stop. */
function countFrames() {
  const [times, start] = [[], { on: true, last: 0 }];
  const frame = (at) => {
    if (start.last) times.push(at - start.last);
    start.last = at;
    if (start.on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.endOfFrames = () => {
    start.on = false;
    return times;
  };
}

/** In the page: acts that are calls, each with what it changes. */
const CALLS = /** @type {const} */ ([
  ['Next', () => document.querySelector('us-uz-explainer').shadowRoot.querySelector('.controls button:last-of-type').click()],
  ['an event is chosen', (n) => {
    const ids = ['k2-agreement', 'alliance-treaty-russia'];
    document.querySelector('us-uz-explainer').select(ids[n % ids.length]);
  }],
  ['a key on the slider', (n) => {
    const key = n % 2 ? 'ArrowLeft' : 'ArrowRight';
    const box = document.querySelector('us-uz-explainer').shadowRoot.querySelector('.picture.ties');
    box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }],
  ['(baseline) a plain button', () => document.getElementById('plain').click()],
]);

const COSTS = ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];

/** What each act costs at full speed: the call itself, and all tasks until it is settled. */
async function costs(browser, address, times) {
  const page = await ready(browser, address);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await parts(page).slider.scrollIntoViewIfNeeded();
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return COSTS.map((name) => 1000 * (metrics.find((each) => each.name === name)?.value ?? 0));
  };
  const kept = {};
  for (const [name, act] of CALLS) {
    const views = (kept[name] = []);
    await page.evaluate(() => document.querySelector('us-uz-explainer').goTo(0));
    await settle(page);
    for (let n = 0; n < times; n += 1) {
      if (n % 5 === 4) await page.evaluate(() => document.querySelector('us-uz-explainer').goTo(0));
      const before0 = await page.evaluate(() => document.querySelector('us-uz-explainer').view);
      await settle(page);
      const before = await read();
      const call = await page.evaluate(([source, at]) => {
        const work = (0, eval)(source);
        const start = performance.now();
        work(at);
        return performance.now() - start;
      }, [`(${act})`, n]);
      await settle(page);
      const after = await read();
      const moved = before0 !== (await page.evaluate(() => document.querySelector('us-uz-explainer').view));
      if (!moved && !name.startsWith('(')) throw new Error(`${name}: the act changed nothing, so its cost says nothing`);
      views.push([call, ...after.map((value, at) => value - before[at])]);
    }
  }
  await page.context().close();
  return kept;
}

const two = (values, digits) => {
  const show = (part) => quantile(values, part).toFixed(digits);
  return `${show(0.5)} / ${show(0.95)}`;
};

/** Rows of the report: what, ours, baseline. */
function rows(waits, cost) {
  const base = cost['(baseline) a plain button'];
  const column = (all, at) => all.map((each) => each[at]);
  const ours = Object.entries(cost).filter(([name]) => !name.startsWith('('));
  return [
    ['Next, to the next painting, ms', two(waits.next, 0), two(waits.plain, 0)],
    ['a key on the slider, to the next painting, ms', two(waits.key, 0), two(waits.rangeKey, 0)],
    ['a drag, its ends to the next painting, ms', two(waits.drag, 0), two(waits.rangeDrag, 0)],
    ['a drag, between frames, ms', two(waits.dragFrames, 0), two(waits.rangeFrames, 0)],
    ...ours.flatMap(([name, all]) => [
      [`${name}: the call itself, full speed, ms`, two(column(all, 0), 2), two(column(base, 0), 2)],
      [`${name}: all tasks it causes, its glide with them, ms`, two(column(all, 1), 2), two(column(base, 1), 2)],
      [`${name}: of that style and layout, ms`, two(all.map((e) => e[3] + e[4]), 2), two(base.map((e) => e[3] + e[4]), 2)],
    ]),
  ];
}

async function main([site, result, mode]) {
  if (!site || !result) throw new Error('run it by `cargo xtask bench --only acts`');
  const times = mode === '--quick' ? TIMES.quick : TIMES.full;
  const [browser, server] = [await launch(), await host(site)];
  try {
    const address = new URL('near.html', server.address).href;
    const waits = await delays(browser, address, times);
    console.log('acts: delays are measured');
    const cost = await costs(browser, address, times);
    const title = `Acts: the phone of the page; to the next painting at a CPU slowed ${SLOW_CPU} times, in steps of 8 ms and ` +
      `${LEAST_TOLD_MS} at least; costs at full speed; ${times} times each; baseline: a button and a range of the article`;
    const told = { title, browser: `Chromium ${browser.version()}`, rows: rows(waits, cost) };
    await writeFile(result, JSON.stringify({ ...told, waits, cost, columns: ['call', ...COSTS] }));
  } finally {
    await browser.close();
    server.close();
  }
}

await main(process.argv.slice(2));
