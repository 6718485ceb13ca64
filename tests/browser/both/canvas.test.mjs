// On the canvas itself: clusters that open as lists and zoom, rows that fold at their names.
import assert from 'node:assert/strict';
import { cluster, click } from './hands.mjs';
import { day, span } from './sums.mjs';
import { literally, said } from './words.mjs';

/** The axis whole, where most events share their place with others. */
const ALL_YEARS_DAYS = span({ from: '1991-01-01', to: '2025-12-31' });

/** Rows have their names at the left. @type {[number, number, number, number]} */
const NAMES = [0, 0, 0.1, 1];

async function opened(reader) {
  await reader.open('hosts/long.html#explore', { height: 1800 });
  const picture = await reader.picture('ties');
  await reader.inSight(picture);
  return picture;
}

/** The dates of the events that the card lists. */
async function listedDates(reader) {
  const link = await reader.the('link', said('zoom-to'));
  const [from, to] = (await reader.attribute(link, 'href')).match(/\d{4}-\d\d-\d\d/g);
  const events = await link.evaluate((each) =>
    [...each.closest('.card-text').querySelectorAll('a[href^="#event="]')].map((event) => event.textContent.trim()));
  return { from, to, events };
}

export async function aClusterOpensAsAListAndItsLinkZoomsToItsDates(reader) {
  const picture = await opened(reader);
  const at = await cluster(reader, picture);
  await click(reader, at);
  const { from, to, events } = await listedDates(reader);
  assert.ok(events.length >= 2, `${events.length} events`);
  assert.equal(new Set(events).size, events.length);
  const { event } = await reader.view();
  assert.equal(event, undefined, 'one of them was chosen');
  await reader.click(await reader.the('link', said('zoom-to')));
  await reader.still();
  const view = await reader.view();
  assert.ok(view.from <= from && view.to >= to, `${view.from} to ${view.to} leaves out some of ${from} to ${to}`);
  assert.ok(span(view) < ALL_YEARS_DAYS / 2, `${span(view)} days`);
}

export async function anEventOfAClusterIsChosenInItsList(reader) {
  const picture = await opened(reader);
  await click(reader, await cluster(reader, picture));
  const { events } = await listedDates(reader);
  const link = await reader.all('link', '.*');
  const texts = await Promise.all(link.map((each) => each.evaluate((a) => a.closest('.card-text') && a.textContent.trim())));
  await reader.click(link[texts.indexOf(events[1])]);
  await reader.still();
  const { event } = await reader.view();
  assert.ok(event);
  assert.equal((await reader.all('heading', literally(events[1]))).length, 1, `the card does not speak of “${events[1]}”`);
}

export async function aDoubleClickOnAClusterZoomsThere(reader) {
  const picture = await opened(reader);
  const at = await cluster(reader, picture);
  await click(reader, at, { count: 2 });
  const view = await reader.view();
  assert.ok(Math.abs(span(view) - ALL_YEARS_DAYS / 2) < 5, `${span(view)} days`);
  const { from, to } = await listedDates(reader);
  assert.ok(day(from) < day(view.to) && day(to) > day(view.from), 'the cluster went out of the window');
}

export async function aClickOnARowsNameFoldsAndUnfoldsIt(reader) {
  const picture = await opened(reader);
  const height = () => picture.evaluate((box) => box.clientHeight);
  const before = await height();
  const names = await reader.found(picture, 4, NAMES);
  let at;
  for (const point of names) {
    await click(reader, point);
    if ((await reader.view()).fold) {
      at = point;
      break;
    }
  }
  assert.ok(at, 'no name of a row folds it');
  const { fold } = await reader.view();
  const folded = await height();
  assert.ok(folded < before - 20, `${folded} of ${before} CSS px`);
  const { y } = await reader.inSight(picture);
  for (const point of await reader.found(picture, 4, NAMES)) {
    await click(reader, point);
    if (!(await reader.view()).fold) break;
  }
  assert.equal((await reader.view()).fold, undefined, `${fold} does not unfold, with the picture at ${y}`);
  assert.equal(await height(), before);
}
