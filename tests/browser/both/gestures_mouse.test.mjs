// With a mouse: the plain wheel is the page's; Ctrl + wheel, double click and drag move the pictures.
import assert from 'node:assert/strict';
import { click, drag, wheel, within } from './hands.mjs';
import { day, kmPerPx, look, placeAt, span } from './sums.mjs';
import { said } from './words.mjs';

const SIX_YEARS = 'from=2001-01-01&to=2006-12-31&view=-100,50,1500';

/** On the lettering at its top a click hits nothing but time. */
const EMPTY_CSS_PX = 24;

/** Opens a long page with the pictures as high as the window, and brings one of them into sight. */
async function at(reader, which, view = SIX_YEARS) {
  await reader.open(`hosts/long.html#${view}`, { height: 1800 });
  const picture = await reader.picture(which);
  return { picture, box: await reader.inSight(picture) };
}

/** The date beneath a point: a click there puts the cursor on it. */
async function dateAt(reader, point) {
  await click(reader, point);
  return day((await reader.view()).at);
}

async function lastScrollWasPrevented(reader) {
  return reader.page.evaluate(() => window.witness.scrolls.at(-1)?.defaultPrevented);
}

async function plainWheel(reader, which) {
  const { box } = await at(reader, which);
  const [view, y] = [await reader.view(), await reader.scrollY()];
  await wheel(reader, within(box, 0.6, 0.5), 100);
  await reader.until('the page scrolls', (before) => scrollY > before, y);
  assert.deepEqual(await reader.view(), view);
  assert.equal(await lastScrollWasPrevented(reader), false);
}

export async function theWheelOverTheTiesScrollsThePage(reader) {
  await plainWheel(reader, 'ties');
}

export async function theWheelOverTheMapScrollsThePageAndTheHintComesOnce(reader) {
  await plainWheel(reader, 'map');
  assert.equal(await reader.sees(said('hint-wheel')), 1);
  await reader.until('the hint goes', (words) => window.witness.reading(words, 0).length === 0, said('hint-wheel'));
  await wheel(reader, within(await reader.inSight(await reader.picture('map')), 0.6, 0.5), 100);
  assert.equal(await reader.sees(said('hint-wheel')), 0);
}

export async function controlAndWheelOverTheTiesZoomAboutTheDateBeneath(reader) {
  const { box } = await at(reader, 'ties');
  const point = { x: box.x + box.width * 0.7, y: box.y + EMPTY_CSS_PX };
  const date = await dateAt(reader, point);
  // The keys and buttons zoom about the cursor; the wheel must not.
  await dateAt(reader, { ...point, x: box.x + box.width * 0.2 });
  const [y, before] = [await reader.scrollY(), await reader.view()];
  await wheel(reader, point, -100, 'Control');
  const closer = await reader.view();
  assert.ok(span(closer) < span(before) * 0.9, `${span(closer)} of ${span(before)} days`);
  assert.equal(await lastScrollWasPrevented(reader), true);
  near(await dateAt(reader, point), date, (2 * span(before)) / box.width, 'days');
  await dateAt(reader, { ...point, x: box.x + box.width * 0.2 });
  await wheel(reader, point, 100, 'Control');
  assert.ok(span(await reader.view()) > span(closer) * 1.1);
  near(await dateAt(reader, point), date, (3 * span(before)) / box.width, 'days');
  assert.equal(await reader.scrollY(), y, 'the page scrolled along');
}

export async function controlAndWheelOverTheMapZoomAboutThePlaceBeneath(reader) {
  const { box } = await at(reader, 'map');
  const point = within(box, 0.8, 0.3);
  const [before, y] = [await reader.view(), await reader.scrollY()];
  await wheel(reader, point, -100, 'Control');
  const after = await reader.view();
  assert.ok(look(after).radius < look(before).radius * 0.9);
  samePlace(placeAt(after, box, point), placeAt(before, box, point), 2 * kmPerPx(look(before), box));
  assert.equal(await reader.scrollY(), y, 'the page scrolled along');
}

export async function aDoubleClickOnTheTiesZoomsAboutTheDateBeneath(reader) {
  const { box } = await at(reader, 'ties');
  const point = { x: box.x + box.width * 0.3, y: box.y + EMPTY_CSS_PX };
  const [date, before] = [await dateAt(reader, point), await reader.view()];
  await click(reader, point, { count: 2 });
  near(span(await reader.view()), span(before) / 2, 2, 'days in the window');
  near(await dateAt(reader, point), date, (2 * span(before)) / box.width, 'days');
}

export async function aDragMovesTheWindowOfTimeAndChoosesNothing(reader) {
  const { box } = await at(reader, 'ties');
  await dateAt(reader, { x: box.x + box.width * 0.9, y: box.y + EMPTY_CSS_PX });
  const before = await reader.view();
  await drag(reader, within(box, 0.6, 0.5), within(box, 0.4, 0.55));
  const after = await reader.view();
  near(span(after), span(before), 1, 'days in the window');
  // A little more than the share of the box: beside the plot it has margins.
  const moved = day(after.from) - day(before.from);
  assert.ok(moved >= span(before) * 0.2 && moved < span(before) * 0.25, `${moved} days of ${span(before)}`);
  assert.deepEqual([after.at, after.event, after.tie], [before.at, undefined, undefined]);
}

export async function aDragOfTheCursorsLineMovesTheCursorAlone(reader) {
  const { box } = await at(reader, 'ties');
  const [from, to] = [0.3, 0.6].map((right) => ({ x: box.x + box.width * right, y: box.y + EMPTY_CSS_PX }));
  const there = await dateAt(reader, to);
  await dateAt(reader, from);
  const before = await reader.view();
  await drag(reader, from, to);
  const after = await reader.view();
  near(day(after.at), there, (2 * span(before)) / box.width, 'days');
  assert.deepEqual({ ...after, at: '' }, { ...before, at: '' });
}

export async function whereAllOfTimeIsShownADragMovesTheCursor(reader) {
  const { box } = await at(reader, 'ties', 'explore');
  await drag(reader, within(box, 0.2, 0.5), within(box, 0.4, 0.5));
  const { from, to, at: cursor } = await reader.view();
  assert.deepEqual([from, to], [undefined, undefined]);
  assert.ok(cursor > '2000' && cursor < '2009', cursor);
}

export async function aDragOfTheMapKeepsThePlaceBeneathThePointer(reader) {
  const { box } = await at(reader, 'map');
  const [from, to] = [within(box, 0.4, 0.4), within(box, 0.7, 0.6)];
  const before = await reader.view();
  await drag(reader, from, to);
  const after = await reader.view();
  assert.equal(look(after).radius, look(before).radius);
  samePlace(placeAt(after, box, to), placeAt(before, box, from), 2 * kmPerPx(look(before), box));
  assert.deepEqual([after.at, after.event, after.base], [before.at, undefined, undefined]);
}

function near(found, wanted, within, what) {
  assert.ok(Math.abs(found - wanted) <= within, `${found} is not within ${within.toFixed(1)} ${what} of ${wanted}`);
}

function samePlace(found, wanted, km) {
  near(found.east, wanted.east, km, 'km east');
  near(found.north, wanted.north, km, 'km north');
}
