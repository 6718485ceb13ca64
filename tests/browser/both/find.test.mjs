// Search and filters: counts, list and pictures follow; nothing found is said; one press takes all of it back.
import assert from 'node:assert/strict';
import { literally, said } from './words.mjs';

const EVENTS = 'li[data-target^="event:"]';

/** Opens the page, and waits for the search, which needs the cards. */
async function opened(reader, path = 'hosts/long.html', options = {}) {
  await reader.open(path, options);
  await field(reader);
}

function field(reader) {
  return reader.the('searchbox', said('search-label'));
}

/** Types into the search field and waits for what is found. */
async function search(reader, query) {
  const input = await field(reader);
  await reader.inSight(input);
  await input.evaluate((each) => { each.focus(); each.select(); });
  await reader.page.keyboard.type(query);
  await reader.until('it is searched for', (wanted) => {
    const pairs = window.witness.elements()[0].view.split('&');
    return pairs.includes(`q=${encodeURIComponent(wanted)}`);
  }, query);
  await reader.still();
}

/** The titles of what the list of what is in view has, and what stands beside them. */
async function listed(reader) {
  const list = await reader.the('region', said('list-label'));
  return list.evaluate((region, events) => [...region.querySelectorAll(events)].map((entry) => ({
    title: entry.querySelector('a').textContent,
    words: entry.textContent,
    marked: [...entry.querySelectorAll('mark')].map((mark) => mark.textContent),
  })), EVENTS);
}

/** The chip of a group, such as `Russia`, and the number on it. */
async function chip(reader, group, name) {
  const element = await reader.the('button', `${literally(name)} \\d+`, 0, said(group));
  const words = await element.evaluate((each) => each.textContent);
  return { element, count: Number(/\d+$/.exec(words)[0]) };
}

/** The first number that the region's own count says. */
async function counted(reader) {
  const list = await reader.the('region', said('list-label'));
  return list.evaluate((region) => Number(/\d+/.exec(region.querySelector('.count').textContent)[0]));
}

async function ink(reader) {
  // What the mouse rests on is pointed out in the pictures too.
  await reader.page.mouse.move(1, 1);
  await reader.inSight(await reader.picture('ties'));
  return reader.ink('ties');
}

export async function aCyrillicQueryFindsTheLatinTitle(reader) {
  await opened(reader);
  const before = { ink: await ink(reader), count: await counted(reader) };
  await search(reader, 'каримов');
  const found = await listed(reader);
  assert.ok(found.length > 3 && found.some(({ title }) => title.includes('Karimov')), JSON.stringify(found.slice(0, 3)));
  for (const { words, marked } of found) {
    assert.ok(marked.some((mark) => mark.includes('Karimov')), `nothing is marked in “${words}”`);
  }
  assert.ok((await counted(reader)) < before.count);
  assert.notEqual(await ink(reader), before.ink, 'the picture shows what it showed');
  assert.deepEqual(reader.complaints, []);
}

export async function allWordsMustOccur(reader) {
  await opened(reader);
  await search(reader, 'karimov moscow');
  const both = (await listed(reader)).length;
  await search(reader, 'karimov');
  assert.ok(both > 0 && both < (await listed(reader)).length, `${both} with both`);
}

export async function everySpellingOfANameFindsTheSame(reader) {
  await opened(reader);
  await search(reader, 'karshi-khanabad');
  const plain = (await listed(reader)).map(({ title }) => title);
  assert.ok(plain.length > 2, `${plain.length} found`);
  for (const spelling of ['KARSHI-Khanabad', 'Қарши', 'qarshi', 'Qarshi-Xanabad', 'Ханабад', 'K‘arshi']) {
    await search(reader, spelling);
    const found = await listed(reader);
    assert.deepEqual(found.map(({ title }) => title).filter((title) => plain.includes(title)), plain, spelling);
    assert.ok(found.every(({ marked }) => marked.length > 0), `${spelling}: nothing is marked`);
  }
  // What is typed so far finds, too.
  await search(reader, 'Kazak');
  assert.ok((await listed(reader)).length > 5);
}

export async function nothingFoundIsSaidAndCanBeTakenBack(reader) {
  await opened(reader);
  const before = { listed: (await listed(reader)).length, ink: await ink(reader) };
  await search(reader, 'zzqxw');
  assert.equal(await reader.sees(`${said('nothing-found')} ${said('nothing-found-hint')}`), 1);
  assert.deepEqual(await listed(reader), []);
  const clear = await reader.all('button', said('clear-filters'));
  await reader.click(clear.at(-1));
  await reader.still();
  assert.equal(await reader.sees(`${said('nothing-found')}.*`), 0);
  assert.equal((await listed(reader)).length, before.listed);
  assert.equal(await (await field(reader)).evaluate((input) => input.value), '');
  assert.equal((await reader.view()).q, undefined);
  assert.equal(await ink(reader), before.ink);
}

export async function aQueryInTheLinkIsSearchedFor(reader) {
  await opened(reader, `hosts/long.html#q=${encodeURIComponent('каримов')}&explore`);
  assert.equal(await (await field(reader)).evaluate((input) => input.value), 'каримов');
  await reader.until('the list is marked', () =>
    window.witness.find('region', '.*', 0).some((region) => region.querySelector('mark')));
  assert.equal((await reader.view()).q, 'каримов');
}

export async function aFilterChangesListPictureAndTheOtherCounts(reader) {
  await opened(reader);
  const [before, other] = [await ink(reader), await chip(reader, 'filter-theme', 'Diplomacy')];
  const russia = await chip(reader, 'filter-partner', 'Russia');
  await reader.click(russia.element);
  await reader.still();
  assert.equal((await reader.view()).partner, 'russia');
  assert.equal(await reader.attribute(russia.element, 'aria-pressed'), 'true');
  const list = await reader.the('region', said('list-label'));
  const records = await list.evaluate((region) => region.querySelectorAll('li[data-target]').length);
  assert.equal(records, russia.count, 'the chip promised how many');
  assert.ok((await chip(reader, 'filter-theme', 'Diplomacy')).count < other.count);
  assert.notEqual(await ink(reader), before);
  await reader.click((await reader.all('button', said('clear-filters')))[0]);
  await reader.still();
  assert.equal((await reader.view()).partner, undefined);
  assert.equal(await reader.attribute(russia.element, 'aria-pressed'), 'false');
  assert.equal(await ink(reader), before);
}

export async function aChipThatWouldLeaveNothingStaysAndDoesNothing(reader) {
  await opened(reader);
  await search(reader, 'zzqxw');
  const { element, count } = await chip(reader, 'filter-partner', 'Japan');
  assert.equal(count, 0);
  assert.equal(await reader.attribute(element, 'aria-disabled'), 'true');
  await reader.click(element);
  assert.equal((await reader.view()).partner, undefined);
  assert.equal(await element.evaluate((each) => each.tabIndex), 0, 'it is skipped by the keyboard');
}

export async function theListFollowsTheWindowOfTime(reader) {
  await opened(reader);
  const all = await counted(reader);
  await reader.setView('from=2005-01-01&to=2005-12-31');
  const year = await counted(reader);
  assert.ok(year > 0 && year < all / 4, `${year} of ${all}`);
  const list = await reader.the('region', said('list-label'));
  const dates = await list.evaluate((region, events) =>
    [...region.querySelectorAll(`${events} time`)].map((time) => time.textContent), EVENTS);
  assert.equal(dates.length, year);
  for (const words of dates) {
    const years = words.match(/\d{4}/g).map(Number);
    assert.ok(Math.min(...years) <= 2005 && Math.max(...years) >= 2005, words);
  }
  await reader.click((await list.$('li a')));
  await reader.still();
  const { event } = await reader.view();
  assert.equal(await reader.attribute(await list.$('li[aria-current]'), 'data-target'), `event:${event}`);
}

export async function aFoldedRowMakesThePictureLowerAndSaysSo(reader) {
  await opened(reader);
  const height = async () => (await reader.inSight(await reader.picture('ties'))).height;
  const before = await height();
  const china = await chip(reader, 'rows-label', 'China');
  assert.equal(await reader.attribute(china.element, 'aria-pressed'), 'true');
  await reader.click(china.element);
  await reader.still();
  assert.equal((await reader.view()).fold, 'china');
  assert.ok((await height()) < before - 20, `${await height()} of ${before} CSS px`);
  const sizes = await (await reader.picture('ties')).evaluate((box) =>
    [...box.querySelectorAll('canvas')].map((canvas) => [canvas.clientHeight, canvas.height, box.clientHeight]));
  for (const [canvas, bitmap, box] of sizes) assert.ok(canvas === box && bitmap === box, `${canvas}, ${bitmap}, ${box}`);
  await reader.click(china.element);
  await reader.still();
  assert.equal(await height(), before);
}
