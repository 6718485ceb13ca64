// What hands do: wheel, drag, pinch, swipe. All points are CSS px of the window.

import { said } from './words.mjs';

/** @typedef {{ x: number, y: number }} Point */

/** @param {{ x: number, y: number, width: number, height: number }} box @returns {Point} */
export function middle({ x, y, width, height }) {
  return { x: x + width / 2, y: y + height / 2 };
}

/** A point of a box, in parts of its width and height. */
export function within({ x, y, width, height }, right, down) {
  return { x: x + width * right, y: y + height * down };
}

/** Beyond the window nothing is hit, and not every engine says so. @param {import('./reader.mjs').Reader} reader @param {Point[]} points */
function reachable({ size }, ...points) {
  for (const { x, y } of points) {
    if (!(x >= 0 && y >= 0 && x < size.width && y < size.height)) throw new Error(`(${x}, ${y}) is outside the window`);
  }
}

/** One notch of the wheel. @param {import('./reader.mjs').Reader} reader @param {Point} at @param {number} delta */
export async function wheel(reader, at, delta, modifier = '') {
  const { page } = reader;
  reachable(reader, at);
  await page.mouse.move(at.x, at.y);
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.wheel({ deltaY: delta });
  // The page answers a moment later, and must still see the key.
  await reader.pause(60);
  if (modifier) await page.keyboard.up(modifier);
  await reader.still();
}

/** Clicks at a point. @param {import('./reader.mjs').Reader} reader @param {Point} at */
export async function click(reader, at, options = {}) {
  reachable(reader, at);
  await reader.page.mouse.click(at.x, at.y, options);
  await reader.still();
}

/** Presses, moves in steps and lets go. @param {import('./reader.mjs').Reader} reader @param {Point} from @param {Point} to */
export async function drag(reader, from, to) {
  const { mouse } = reader.page;
  reachable(reader, from, to);
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 6 });
  await mouse.up();
  await reader.still();
}

/** One finger down, along, and up. @param {import('./reader.mjs').Reader} reader @param {Point} from @param {Point} to */
export async function swipe(reader, from, to) {
  reachable(reader, from, to);
  const finger = await reader.page.touchscreen.touchStart(from.x, from.y);
  await along(finger, from, to);
  await finger.end();
  await reader.still();
}

/** Two fingers, from `apart` CSS px between them to another distance, along the x axis about a point. */
export async function pinch(reader, about, apart, then) {
  const { touchscreen } = reader.page;
  const reach = Math.max(apart, then) / 2;
  reachable(reader, { x: about.x - reach, y: about.y }, { x: about.x + reach, y: about.y });
  const [left, right] = [apart / -2, apart / 2].map((dx) => ({ x: about.x + dx, y: about.y }));
  const fingers = [await touchscreen.touchStart(left.x, left.y), await touchscreen.touchStart(right.x, right.y)];
  for (let step = 1; step <= STEPS; step += 1) {
    const half = (apart + ((then - apart) * step) / STEPS) / 2;
    await fingers[0].move(about.x - half, about.y);
    await fingers[1].move(about.x + half, about.y);
  }
  await fingers[0].end();
  await fingers[1].end();
  await reader.still();
}

const STEPS = 6;

async function along(finger, from, to) {
  for (let step = 1; step <= STEPS; step += 1) {
    await finger.move(from.x + ((to.x - from.x) * step) / STEPS, from.y + ((to.y - from.y) * step) / STEPS);
  }
}

/**
 * A point on a cluster of events: clicking it, the card offers to zoom.
 * @param {import('./reader.mjs').Reader} reader  @param {import('puppeteer-core').ElementHandle<HTMLElement>} picture  the ties, in sight
 */
export async function cluster(reader, picture) {
  // The names of rows stand at the left; a press there folds a row, and nothing stands where it was.
  // The first rows have clusters enough.
  const points = await reader.found(picture, 8, [0.2, 0, 1, 0.5]);
  const at = await picture.evaluate((box, places, words) => {
    const whole = new RegExp(`^(?:${words})$`, 'u');
    const links = () => [...box.getRootNode().querySelectorAll('a')].map((link) => link.textContent.trim());
    return places.find(({ x, y }) => {
      box.dispatchEvent(new PointerEvent('click', { pointerType: 'mouse', detail: 1, clientX: x, clientY: y }));
      return links().some((link) => whole.test(link));
    });
  }, points, said('zoom-to'));
  if (!at) throw new Error(`no cluster among ${points.length} points`);
  await picture.evaluate((box) => box.focus());
  await reader.page.keyboard.press('Escape');
  await reader.still();
  if ((await reader.all('link', said('zoom-to'))).length > 0) throw new Error('Escape left the cluster open');
  return at;
}
