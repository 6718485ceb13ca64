// With fingers: one scrolls the page, two move the pictures; one may drag time sideways.
import assert from 'node:assert/strict';
import { pinch, swipe, within } from './hands.mjs';
import { day, kmPerPx, look, placeAt, span } from './sums.mjs';
import { said } from './words.mjs';

const VIEW = 'from=2001-01-01&to=2006-12-31&view=-100,50,1500';

async function at(reader, which) {
  await reader.open(`hosts/long.html#${VIEW}`, { width: 390, height: 1000, device: 'touch' });
  const box = await reader.inSight(await reader.picture(which));
  return { box, before: await reader.view(), y: await reader.scrollY() };
}

/** Whether one of the touch events of this kind kept the page from scrolling. */
function prevented(reader, type) {
  return reader.page.evaluate((wanted) =>
    window.witness.scrolls.some((event) => event.type === wanted && event.defaultPrevented), type);
}

/** A finger moved on a picture, which must have left it to the page. */
async function leftToThePage(reader, { before, y }, vertical) {
  assert.deepEqual(await reader.view(), before);
  for (const type of ['touchstart', 'touchmove', 'touchend']) {
    assert.equal(await prevented(reader, type), false, `${type} was prevented`);
  }
  // Firefox hands such fingers to the page only; the scrolling thread does not know of them.
  if (vertical && reader.engine.name === 'Chromium') assert.ok((await reader.scrollY()) > y + 50, 'the page did not scroll');
}

export async function aFingerUpOverTheTiesScrollsThePage(reader) {
  const start = await at(reader, 'ties');
  await swipe(reader, within(start.box, 0.5, 0.7), within(start.box, 0.5, 0.3));
  await leftToThePage(reader, start, true);
}

/** In small steps the finger is past its first pixels before the browser takes it. */
export async function aSlowFingerUpDoesNotDragTheCursor(reader) {
  const start = await at(reader, 'ties');
  await reader.setView('explore');
  const before = await reader.view();
  const { x, y } = within(start.box, 0.6, 0.7);
  const finger = await reader.page.touchscreen.touchStart(x, y);
  for (let px = 5; px <= 200; px += 5) await finger.move(x + px / 40, y - px);
  await finger.end();
  await reader.still();
  assert.deepEqual(await reader.view(), before);
}

export async function aSecondFingerBesideOneThatScrollsDragsNothing(reader) {
  const start = await at(reader, 'ties');
  const { x, y } = within(start.box, 0.3, 0.7);
  const { touchscreen } = reader.page;
  const first = await touchscreen.touchStart(x, y);
  for (let px = 5; px <= 15; px += 5) await first.move(x, y - px);
  const second = await touchscreen.touchStart(x + 100, y);
  for (let px = 10; px <= 60; px += 10) await second.move(x + 100 + px, y);
  await second.end();
  await first.end();
  await reader.still();
  assert.deepEqual(await reader.view(), start.before);
}

export async function aFingerUpOverTheMapScrollsThePage(reader) {
  const start = await at(reader, 'map');
  await swipe(reader, within(start.box, 0.5, 0.9), within(start.box, 0.5, 0.1));
  await leftToThePage(reader, start, true);
}

export async function aFingerAcrossTheMapLeavesItAlone(reader) {
  const start = await at(reader, 'map');
  await swipe(reader, within(start.box, 0.8, 0.5), within(start.box, 0.2, 0.5));
  await leftToThePage(reader, start, false);
}

export async function aFingerThatScrollsOverTheMapBringsTheHintOnce(reader) {
  if (reader.engine.name === 'Firefox') {
    reader.skip('the hint comes when the page takes the finger, and Firefox does not scroll with fingers of WebDriver');
  }
  const { box } = await at(reader, 'map');
  await swipe(reader, within(box, 0.5, 0.9), within(box, 0.5, 0.1));
  assert.equal(await reader.sees(said('hint-touch')), 1);
  await reader.until('the hint goes', (words) => window.witness.reading(words, 0).length === 0, said('hint-touch'));
  const again = await reader.inSight(await reader.picture('map'));
  await swipe(reader, within(again, 0.5, 0.9), within(again, 0.5, 0.1));
  assert.equal(await reader.sees(said('hint-touch')), 0);
}

export async function aFingerAcrossTheTiesMovesTheWindowOfTime(reader) {
  const { box, before } = await at(reader, 'ties');
  await swipe(reader, within(box, 0.4, 0.5), within(box, 0.7, 0.5));
  const after = await reader.view();
  assert.ok(Math.abs(span(after) - span(before)) <= 1);
  const moved = day(before.from) - day(after.from);
  assert.ok(moved > span(before) * 0.2 && moved < span(before) * 0.4, `${moved} days of ${span(before)}`);
}

export async function twoFingersOnTheTiesZoomAboutTheDateBetweenThem(reader) {
  const { box, before } = await at(reader, 'ties');
  const date = (view, right) => day(view.from) + span(view) * right;
  await pinch(reader, within(box, 0.5, 0.5), 80, 200);
  const after = await reader.view();
  const share = span(after) / span(before);
  assert.ok(Math.abs(share - 80 / 200) < 0.05, `${share} of the days`);
  assert.ok(Math.abs(date(after, 0.5) - date(before, 0.5)) < span(before) * 0.03, 'the middle moved');
  assert.equal(await prevented(reader, 'touchmove'), true, 'two fingers would zoom the page too');
}

export async function twoFingersOnTheMapZoomAboutThePlaceBetweenThem(reader) {
  const { box, before, y } = await at(reader, 'map');
  const point = within(box, 0.5, 0.4);
  await pinch(reader, point, 80, 160);
  const after = await reader.view();
  assert.ok(Math.abs(look(after).radius / look(before).radius - 80 / 160) < 0.03, after.view);
  const [place, was] = [placeAt(after, box, point), placeAt(before, box, point)];
  const km = 3 * kmPerPx(look(before), box);
  assert.ok(Math.hypot(place.east - was.east, place.north - was.north) < km, `${JSON.stringify([was, place])}, ${km} km`);
  assert.equal(await reader.scrollY(), y, 'the page scrolled along');
}
