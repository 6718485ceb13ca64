// The table of the text: its heads sort, by what the cells say and by nothing else, by mouse and by keyboard.
import assert from 'node:assert/strict';
import { said } from './words.mjs';

const COLUMNS = ['date', 'kind', 'title', 'partner', 'row', 'place', 'direction', 'sources'].map((key) => `table-${key}`);

/** The table as it stands: rows as links with bounds and words, the order that its heads and its line tell. */
function table(reader, nth = 0) {
  return reader.page.evaluate((at) => {
    const found = window.witness.elements()[at].querySelector('table');
    const rows = [...found.tBodies[0].rows].map((row) => {
      const { from, to = '9999' } = row.querySelector('time').dataset;
      return { link: row.querySelector('a').getAttribute('href'), from, to, cells: [...row.cells].map((cell) => cell.textContent) };
    });
    const sorted = [...found.tHead.rows[0].cells].map((head) => head.getAttribute('aria-sort') ?? '');
    return { rows, sorted, line: found.closest('section').querySelector('[aria-live="polite"]').textContent };
  }, nth);
}

/** The table is folded away at first. */
const unfold = (reader, nth = 0) =>
  reader.page.evaluate((at) => {
    window.witness.elements()[at].querySelector('table').closest('details').open = true;
  }, nth);

/** A head's button: filters have the same names. @param {string} key of the column's name */
async function headButton(reader, key, nth = 0) {
  await unfold(reader, nth);
  return reader.page.evaluateHandle((words, at) => {
    const buttons = window.witness.elements()[at].querySelectorAll('table th > button');
    return [...buttons].find((each) => each.textContent === words);
  }, wordsOf(key), nth);
}

/** @param {string} key of the column's name */
async function pressHead(reader, key, nth = 0) {
  await reader.click(await headButton(reader, key, nth));
}

/** @param {string} key */
function wordsOf(key) {
  return said(key).replaceAll('\\', '');
}

/** What a row must be sorted by, as a number or folded words; '' for a cell that says nothing. */
function keyOf(row, column) {
  if (column === 0) return `${row.from} ${row.to}`;
  return column === 7 ? Number(row.cells[7]) : row.cells[column];
}

const { compare: inWords } = new Intl.Collator('en', { numeric: true });

function compare(a, b) {
  return typeof a === 'number' ? a - b : inWords(a, b);
}

/** Whether rows stand by their keys, empty ones last, and those of one key as they stood before. */
function assertSorted(rows, before, column, way) {
  const place = new Map(before.map((row, at) => [row, at]));
  const was = new Map(before.map((row, at) => [`${row.link} ${row.from} ${row.cells[1]}${row.cells[2]}`, at]));
  assert.equal(place.size, was.size, 'rows cannot be told apart');
  for (let at = 1; at < rows.length; at += 1) {
    const [a, b] = [rows[at - 1], rows[at]].map((row) => keyOf(row, column));
    const what = `column ${column} ${way}, row ${at}: ${a} | ${b}`;
    if (a === '' || b === '') {
      assert.ok(b === '', `${what}: what says nothing stands last`);
      if (a !== '') continue;
    } else {
      const order = compare(a, b) * (way === 'ascending' ? 1 : -1);
      assert.ok(order <= 0, what);
      if (order !== 0) continue;
    }
    const [first, second] = [rows[at - 1], rows[at]].map((row) => was.get(`${row.link} ${row.from} ${row.cells[1]}${row.cells[2]}`));
    assert.ok(first < second, `${what}: equal rows changed places`);
  }
}

export async function everyHeadSortsUpThenDownAndSaysSo(reader) {
  await reader.open();
  let { rows: before, sorted, line } = await table(reader);
  const links = before.map(({ link }) => link).sort();
  assert.deepEqual(sorted, ['ascending', ...Array(7).fill('')], 'by date before anybody asks');
  assertSorted(before, before, 0, 'ascending');
  assert.match(line, new RegExp(`^${said('table-sorted')}$`));
  const words = { 0: ['earliest', 'latest'], 7: ['fewest', 'most'] };
  for (const [column, key] of [...COLUMNS.entries()].reverse()) {
    for (const way of ['ascending', 'descending']) {
      await pressHead(reader, key);
      const now = await table(reader);
      assertSorted(now.rows, before, column, way);
      assert.deepEqual(now.sorted, COLUMNS.map((_, at) => (at === column ? way : '')));
      const order = (words[column] ?? ['a-to-z', 'z-to-a'])[way === 'ascending' ? 0 : 1];
      assert.equal(now.line, `Sorted by: ${wordsOf(key)}, ${wordsOf(`table-${order}`)}.`);
      assert.deepEqual(now.rows.map(({ link }) => link).sort(), links, 'rows were lost or doubled');
      before = now.rows;
    }
  }
}

export async function sortingChangesNothingElse(reader) {
  await reader.open('dist/index.html#event=k2-agreement');
  const view = await reader.view();
  const told = (await reader.details('select')).length;
  const html = () => reader.page.evaluate(() => {
    const host = window.witness.elements()[0];
    return [...host.querySelectorAll('[slot="text"] > section:not(#table)')].map((each) => each.outerHTML.length).join();
  });
  const text = await html();
  await reader.inSight(await headButton(reader, 'table-place'));
  const y = await reader.scrollY();
  await pressHead(reader, 'table-place');
  assert.deepEqual(await reader.view(), view);
  assert.equal((await reader.details('select')).length, told);
  assert.equal(await html(), text);
  assert.equal(await reader.scrollY(), y);
  assert.deepEqual(reader.complaints, []);
}

export async function byKeyboardAHeadIsReachedPressedAndKept(reader) {
  const page = await reader.open();
  await unfold(reader);
  const room = await reader.the('region', said('table-label'));
  await room.evaluate((each) => each.focus());
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  for (const [key, press] of [['table-date', 'Enter'], ['table-kind', ' '], ['table-title', 'Enter']]) {
    await page.keyboard.press('Tab');
    assert.equal(await focused(), wordsOf(key));
    const before = (await table(reader)).rows;
    await page.keyboard.press(press);
    const { rows, sorted } = await table(reader);
    const column = COLUMNS.indexOf(key);
    assertSorted(rows, before, column, key === 'table-date' ? 'descending' : 'ascending');
    assert.notEqual(sorted[column], '');
    assert.equal(await focused(), wordsOf(key), 'the focus went elsewhere');
  }
}

export async function aTableThatWasFetchedSortsToo(reader) {
  await reader.open('hosts/two.html');
  await reader.until('both have their text', () => window.witness.elements().every((each) => each.querySelector('th > button')));
  const first = await table(reader, 0);
  await pressHead(reader, 'table-sources', 1);
  const second = await table(reader, 1);
  assertSorted(second.rows, first.rows, 7, 'ascending');
  assert.equal(second.rows.length, first.rows.length);
  assert.deepEqual((await table(reader, 0)).sorted, first.sorted, 'the other table stays as it is');
}

export async function aLinkOfAMembershipAsksTheMapOnThatDay(reader) {
  await reader.open();
  await unfold(reader);
  const link = await reader.page.evaluateHandle(() => window.witness.elements()[0].querySelector('table a[href*="map=sco&"]'));
  const [, at] = (await link.evaluate((each) => each.getAttribute('href'))).split('&at=');
  await reader.click(link);
  const view = await reader.view();
  assert.deepEqual([view.map, view.at], ['sco', at]);
}

export async function aPhoneScrollsTheTableAndNotThePage(reader) {
  await reader.open('dist/index.html', { width: 280 });
  await unfold(reader);
  const room = await reader.the('region', said('table-label'));
  await reader.inSight(room);
  const { wider, page, focusable } = await room.evaluate((each) => ({
    wider: each.scrollWidth > each.clientWidth,
    page: document.documentElement.scrollWidth,
    focusable: each.tabIndex === 0,
  }));
  assert.deepEqual({ wider, focusable }, { wider: true, focusable: true });
  assert.ok(page <= 280, `${page} CSS px of page in 280`);
  await room.evaluate((each) => each.focus({ preventScroll: true }));
  await reader.page.keyboard.press('ArrowRight');
  await reader.until('the arrow moves the table', (each) => each.scrollLeft > 0, room);
}
