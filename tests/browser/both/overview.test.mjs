// All years under the ties: the window as a thumb with two handles, by hand and by keys, and as text that is typed.
import assert from 'node:assert/strict';
import { click, drag, middle } from './hands.mjs';
import { day, span } from './sums.mjs';
import { said } from './words.mjs';

const SIX_YEARS = 'from=2001-01-01&to=2006-12-31';
const DAYS_PER_YEAR = 365.2425;
const PIECES = { thumb: 'overview-window', from: 'overview-from', to: 'overview-to' };

async function opened(reader) {
  await reader.open(`hosts/long.html#${SIX_YEARS}`);
}

/** A piece of the strip, and its box with the strip in sight. */
async function piece(reader, which) {
  const element = await reader.the('slider', said(PIECES[which]));
  return { element, box: await reader.inSight(element) };
}

/** How many days a CSS px of the strip is, which is as wide as the axis is long. */
async function daysPerPx(reader) {
  const { element } = await piece(reader, 'thumb');
  const [min, max] = [await reader.attribute(element, 'aria-valuemin'), await reader.attribute(element, 'aria-valuemax')];
  const width = await element.evaluate((thumb) => thumb.parentElement.getBoundingClientRect().width);
  return ((Number(max) - Number(min)) * DAYS_PER_YEAR) / width;
}

async function draggedBy(reader, which, px) {
  await opened(reader);
  const before = await reader.view();
  const days = (await daysPerPx(reader)) * px;
  const at = middle((await piece(reader, which)).box);
  await drag(reader, at, { x: at.x + px, y: at.y + 6 });
  return { before, after: await reader.view(), days };
}

/** To two pixels of the strip. */
function about(found, wanted, what) {
  assert.ok(Math.abs(found - wanted) < Math.abs(wanted) * 0.05, `${what} moved by ${found} days, not by ${wanted}`);
}

export async function theThumbFollowsADrag(reader) {
  const { before, after, days } = await draggedBy(reader, 'thumb', 60);
  assert.ok(Math.abs(span(after) - span(before)) <= 1);
  about(day(after.from) - day(before.from), days, 'the window');
}

export async function theHandlesFollowADrag(reader) {
  const first = await draggedBy(reader, 'from', -40);
  assert.equal(first.after.to, first.before.to);
  about(day(first.after.from) - day(first.before.from), first.days, 'the first date');
  await reader.end();
  const last = await draggedBy(reader, 'to', 40);
  assert.equal(last.after.from, last.before.from);
  about(day(last.after.to) - day(last.before.to), last.days, 'the last date');
}

export async function aHandleStopsBeforeTheOther(reader) {
  const { before, after } = await draggedBy(reader, 'from', 400);
  assert.equal(after.to, before.to);
  assert.ok(after.from > before.from && after.from < after.to, `${after.from} to ${after.to}`);
}

export async function aPressBesideTheThumbCentresTheWindowThere(reader) {
  await opened(reader);
  const before = await reader.view();
  const handle = await piece(reader, 'to');
  await click(reader, { x: handle.box.x + handle.box.width + 60, y: middle(handle.box).y });
  const after = await reader.view();
  assert.ok(Math.abs(span(after) - span(before)) <= 1);
  assert.ok(after.from > before.from, `${after.from} is not later than ${before.from}`);
}

export async function thumbAndHandlesFollowTheKeys(reader) {
  await opened(reader);
  const press = async (which, key) => {
    await (await piece(reader, which)).element.evaluate((each) => each.focus());
    const before = await reader.view();
    const y = await reader.scrollY();
    await reader.page.keyboard.press(key);
    await reader.still();
    const after = await reader.view();
    assert.equal(await reader.scrollY(), y, `${key} on ${which} scrolled the page`);
    return { from: day(after.from) - day(before.from), to: day(after.to) - day(before.to) };
  };
  const later = await press('thumb', 'ArrowRight');
  assert.ok(later.from > 0 && Math.abs(later.from - later.to) <= 1);
  const earlier = await press('thumb', 'ArrowLeft');
  assert.ok(earlier.from < 0 && Math.abs(earlier.from + later.from) <= 1);
  const narrower = await press('from', 'ArrowUp');
  assert.ok(narrower.from >= 28 && narrower.from <= 31 && narrower.to === 0, `${narrower.from} days are no month`);
  const shorter = await press('to', 'PageUp');
  assert.ok(shorter.to <= -365 && shorter.to >= -366 && shorter.from === 0, `${shorter.to} days are no year`);
}

export async function homeAndEndLeadToTheEndsOfTheAxis(reader) {
  await opened(reader);
  const { element } = await piece(reader, 'thumb');
  await element.evaluate((each) => each.focus());
  const long = span(await reader.view());
  for (const [key, bound] of [['Home', 'aria-valuemin'], ['End', 'aria-valuemax']]) {
    await reader.page.keyboard.press(key);
    await reader.still();
    const view = await reader.view();
    const year = 1970 + day(key === 'Home' ? view.from : view.to) / DAYS_PER_YEAR;
    assert.ok(Math.abs(year - Number(await reader.attribute(element, bound))) < 0.02, `${key}: ${year}`);
    assert.ok(Math.abs(span(view) - long) <= 1);
  }
}

export async function thePiecesSayTheirDates(reader) {
  await opened(reader);
  const words = async (which) => reader.attribute((await piece(reader, which)).element, 'aria-valuetext');
  assert.match(await words('from'), /January 2001/);
  assert.match(await words('to'), /December 2006/);
  const both = await words('thumb');
  assert.ok(both.includes('January 2001') && both.includes('December 2006'), both);
}

/** Types dates over what stands there, and says yes. */
async function typed(reader, text) {
  const field = await reader.the('textbox', said('range-label'));
  await reader.inSight(field);
  await field.evaluate((input) => { input.focus(); input.select(); });
  await reader.page.keyboard.type(text);
  await reader.page.keyboard.press('Enter');
  await reader.still();
  return field;
}

export async function typedDatesAreShown(reader) {
  await opened(reader);
  for (const [text, from, to, shown = text] of [
    ['2004/2006-05', '2004-01-01', '2006-05-31', '2004-01/2006-05'],
    ['1999', '1999-01-01', '1999-12-31'],
    ['2005-11', '2005-11-01', '2005-11-30'],
  ]) {
    const field = await typed(reader, text);
    const view = await reader.view();
    assert.deepEqual([view.from, view.to], [from, to], text);
    assert.equal(await field.evaluate((input) => input.value), shown);
    assert.notEqual(await reader.attribute(field, 'aria-invalid'), 'true');
  }
}

export async function typedNonsenseIsAnsweredByASentence(reader) {
  await opened(reader);
  const field = await typed(reader, 'next summer');
  const { from, to } = await reader.view();
  assert.deepEqual([from, to], ['2001-01-01', '2006-12-31']);
  assert.equal(await reader.sees(said('range-not-understood')), 1);
  assert.equal(await reader.attribute(field, 'aria-invalid'), 'true');
  assert.equal(await field.evaluate((input) => input.value), 'next summer', 'what was typed is not taken away');
  const described = await field.evaluate((input) =>
    input.getRootNode().getElementById(input.getAttribute('aria-describedby'))?.textContent);
  assert.match(described, new RegExp(said('range-not-understood')));
  await typed(reader, '2003');
  assert.equal(await reader.sees(said('range-not-understood')), 0);
}

export async function eachKindOfWrongDatesHasItsOwnSentence(reader) {
  await opened(reader);
  const sentences = ['range-not-understood', 'range-backwards', 'range-outside'];
  for (const [text, expected] of [['2005-13', 0], ['2006/2004', 1], ['1850', 2], ['2090/..', 2]]) {
    await typed(reader, text);
    for (const [at, key] of sentences.entries()) {
      assert.equal(await reader.sees(said(key)), at === expected ? 1 : 0, `${text}: ${key}`);
    }
  }
}

export async function theButtonsUnderTheTiesZoomAndShowAll(reader) {
  await opened(reader);
  const pressFirst = async (key) => {
    await reader.the('slider', said('overview-window'));
    await reader.click((await reader.all('button', said(key)))[0]);
    await reader.still();
    return reader.view();
  };
  const closer = await pressFirst('zoom-in');
  assert.ok(span(closer) < span({ from: '2001-01-01', to: '2006-12-31' }));
  assert.ok(span(await pressFirst('zoom-out')) > span(closer));
  const { from, to } = await pressFirst('whole');
  assert.deepEqual([from, to], [undefined, undefined]);
  assert.equal(await reader.attribute(await reader.button('whole'), 'aria-disabled'), 'true');
}

export async function previousAndNextGoThroughTheEventsInView(reader) {
  await opened(reader);
  await reader.press('next-event');
  const first = (await reader.view()).event;
  assert.ok(first);
  await reader.press('next-event');
  assert.notEqual((await reader.view()).event, first);
  await reader.press('previous-event');
  assert.equal((await reader.view()).event, first);
}
