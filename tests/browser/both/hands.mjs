// What hands do: wheel, drag, pinch, swipe. All points are CSS px of the window.

/** @typedef {{ x: number, y: number }} Point */

/** @param {{ x: number, y: number, width: number, height: number }} box @returns {Point} */
export function middle({ x, y, width, height }) {
  return { x: x + width / 2, y: y + height / 2 };
}

/** A point of a box, in parts of its width and height. */
export function within({ x, y, width, height }, right, down) {
  return { x: x + width * right, y: y + height * down };
}

/** One notch of the wheel. @param {import('./reader.mjs').Reader} reader @param {Point} at @param {number} delta */
export async function wheel(reader, at, delta, modifier = '') {
  const { page } = reader;
  await page.mouse.move(at.x, at.y);
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.wheel({ deltaY: delta });
  // The page answers a moment later, and must still see the key.
  await reader.pause(60);
  if (modifier) await page.keyboard.up(modifier);
  await reader.still();
}

/** Presses, moves in steps and lets go. @param {import('./reader.mjs').Reader} reader @param {Point} from @param {Point} to */
export async function drag(reader, from, to) {
  const { mouse } = reader.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 6 });
  await mouse.up();
  await reader.still();
}

/** One finger down, along, and up. @param {import('./reader.mjs').Reader} reader @param {Point} from @param {Point} to */
export async function swipe(reader, from, to) {
  const finger = await reader.page.touchscreen.touchStart(from.x, from.y);
  await along(finger, from, to);
  await finger.end();
  await reader.still();
}

/** Two fingers, from `apart` CSS px between them to another distance, along the x axis about a point. */
export async function pinch(reader, about, apart, then) {
  const { touchscreen } = reader.page;
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
