// Before and after each gesture, as PNG files for eyes: node gestures.mjs FOLDER
import { join } from 'node:path';
import { chromium } from './both/engines.mjs';
import { click, cluster, drag, middle, pinch, wheel, within } from './both/hands.mjs';
import { Reader } from './both/reader.mjs';
import { serve } from './both/server.mjs';
import { literally, said } from './both/words.mjs';

const SIX_YEARS = 'from=2001-01-01&to=2006-12-31&at=2005-11-21';

/**
 * Each: a name, the view to begin with, what is to be in sight, and the gesture on its box.
 * @type {[name: string, view: string, seen: (reader: Reader) => Promise<any>, gesture: (reader: Reader, box: any) => Promise<void>, device?: 'touch'][]}
 */
const GESTURES = [
  ['time-dragged', SIX_YEARS, ties, (reader, box) => drag(reader, within(box, 0.7, 0.4), within(box, 0.45, 0.4))],
  ['cursor-dragged', 'explore', ties, (reader, box) => drag(reader, within(box, 0.5, 0.03), within(box, 0.75, 0.03))],
  ['time-zoomed-by-wheel', 'explore', ties, async (reader, box) => {
    for (let notch = 0; notch < 5; notch += 1) await wheel(reader, within(box, 0.52, 0.4), -100, 'Control');
  }],
  ['time-pinched', SIX_YEARS, ties, (reader, box) => pinch(reader, within(box, 0.5, 0.3), 60, 200), 'touch'],
  ['overview-dragged', SIX_YEARS, overview, async (reader, box) => {
    const at = middle(box);
    await drag(reader, at, { x: at.x + 120, y: at.y });
  }],
  ['dates-typed', 'explore', overview, async (reader) => {
    const field = await reader.the('textbox', said('range-label'));
    await field.evaluate((each) => { each.focus(); each.select(); });
    await reader.page.keyboard.type('2004/2006-05');
    await reader.page.keyboard.press('Enter');
  }],
  ['cluster-opened', 'explore', ties, async (reader) => click(reader, await cluster(reader, await ties(reader)))],
  ['cluster-zoomed', 'explore', ties, async (reader) => click(reader, await cluster(reader, await ties(reader)), { count: 2 })],
  ['row-folded', 'explore', ties, (reader, box) => click(reader, { x: box.x + 30, y: box.y + box.height * 0.14 })],
  ['key-next-event', SIX_YEARS, ties, async (reader) => {
    await (await ties(reader)).evaluate((each) => each.focus({ preventScroll: true }));
    await reader.page.keyboard.press('ArrowRight');
  }],
  ['map-dragged', 'explore', map, (reader, box) => drag(reader, within(box, 0.6, 0.5), within(box, 0.35, 0.7))],
  ['map-zoomed-by-wheel', 'explore', map, async (reader, box) => {
    for (let notch = 0; notch < 4; notch += 1) await wheel(reader, within(box, 0.45, 0.55), -100, 'Control');
  }],
  ['map-pinched', 'explore', map, (reader, box) => pinch(reader, within(box, 0.5, 0.5), 60, 200), 'touch'],
  ['map-of-the-world', 'explore', map, async (reader) => reader.click(await reader.the('button', 'World'))],
  ['map-asked-another-question', 'explore&at=2018-06-01', map, async (reader) => {
    await (await map(reader)).evaluate((box) => {
      const select = box.getRootNode().querySelector('select');
      select.value = 'sco';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }],
  ['filtered', 'explore', find, async (reader) => {
    await reader.click(await reader.the('button', `${literally('China')} \\d+`, 0, said('filter-partner')));
  }],
  ['searched', 'explore', find, async (reader) => {
    const field = await reader.the('searchbox', said('search-label'));
    await field.evaluate((each) => each.focus({ preventScroll: true }));
    await reader.page.keyboard.type('Мирзиёев');
    await reader.pause(500);
  }],
  ['played', SIX_YEARS.replace('2005-11-21', '2001-06-01'), ties, async (reader) => {
    // Not by `reader.click`, which waits until nothing moves any more.
    await (await reader.button('play')).evaluate((button) => button.click());
    await reader.pause(4000);
  }],
];

function ties(reader) {
  return reader.picture('ties');
}

function map(reader) {
  return reader.picture('map');
}

function overview(reader) {
  return reader.the('slider', said('overview-window'));
}

function find(reader) {
  return reader.the('searchbox', said('search-label'));
}

async function main([folder]) {
  if (!folder) throw new Error('run it by `cargo xtask shots --gestures`, or name a folder');
  const server = await serve();
  const engine = chromium();
  try {
    for (const [at, [name, view, seen, gesture, device]] of GESTURES.entries()) {
      const reader = new Reader(engine, server.address);
      const size = device === 'touch' ? { width: 390, height: 844 } : { width: 1280, height: 900 };
      await reader.open('dist/index.html', { ...size, device: device ?? 'mouse' });
      await reader.setView(view);
      const box = await reader.inSight(await seen(reader));
      const picture = (when) => join(folder, `${String(at + 1).padStart(2, '0')}-${name}-${when}.png`);
      await reader.page.screenshot({ path: picture('before') });
      await gesture(reader, box);
      await reader.pause(400);
      await reader.page.screenshot({ path: picture('after') });
      console.log(`${name}: ${reader.complaints.length === 0 ? 'taken' : reader.complaints.join('; ')}`);
      await reader.end();
    }
  } finally {
    await engine.close();
    await server.close();
  }
}

await main(process.argv.slice(2));
