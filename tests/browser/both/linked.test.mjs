// What the pointer is over and what is chosen are the same thing in timeline, map, list and card.
import assert from 'node:assert/strict';
import { middle } from './hands.mjs';
import { said } from './words.mjs';

const ANDIJAN = 'li[data-target="event:andijan"]';

async function list(reader) {
  await reader.the('searchbox', '.*');
  return reader.the('region', said('list-label'));
}

/** Both pictures' ink. The timeline is brought into sight for it, the mouse stays where it is. */
async function inks(reader) {
  return { ties: await reader.ink('ties'), map: await reader.ink('map') };
}

export async function overAnEntryOfTheListBothPicturesPointTheEventOut(reader) {
  // High enough for all of it: what is out of sight is not painted.
  await reader.open('dist/index.html', { width: 1280, height: 2400 });
  const region = await list(reader);
  await reader.setView('from=2005-01-01&to=2005-12-31');
  await reader.page.mouse.move(1, 1);
  await reader.still();
  const before = await inks(reader);
  const link = await region.$(`${ANDIJAN} a`);
  const at = middle(await reader.inSight(link));
  await reader.page.mouse.move(at.x, at.y);
  await reader.pause(100);
  await reader.still();
  const over = await inks(reader);
  assert.notEqual(over.ties, before.ties, 'the timeline');
  assert.notEqual(over.map, before.map, 'the map');
  await reader.page.mouse.move(1, 1);
  await reader.pause(100);
  await reader.still();
  assert.deepEqual(await inks(reader), before, 'nothing is left of it');
}

export async function overAMarkOfTheTimelineItsEntryIsMarkedAndTheListStaysWhereItIs(reader) {
  await reader.open('dist/index.html', { width: 1280, height: 2400 });
  const region = await list(reader);
  await reader.setView('from=2005-01-01&to=2005-12-31');
  const picture = await reader.picture('ties');
  await reader.inSight(picture);
  const points = await reader.found(picture, 4);
  const scrolled = await region.evaluate((each) => each.scrollTop);
  let marked = [];
  for (const point of points) {
    await reader.page.mouse.move(point.x, point.y);
    await reader.pause(30);
    marked = await region.evaluate((each) => [...each.querySelectorAll('.is-over')].map((li) => li.dataset.target));
    if (marked[0]?.startsWith('event:')) break;
  }
  assert.equal(marked.length, 1);
  assert.match(marked[0], /^event:/);
  assert.equal(await region.evaluate((each) => each.scrollTop), scrolled);
}

export async function whatIsChosenInTheListIsShownByCardListAndPictures(reader) {
  await reader.open('dist/index.html', { width: 1280, height: 2400 });
  const region = await list(reader);
  await reader.setView('from=2005-01-01&to=2005-12-31');
  const before = await inks(reader);
  await reader.click(await region.$(`${ANDIJAN} a`));
  await reader.page.mouse.move(1, 1);
  await reader.still();
  assert.equal((await reader.view()).event, 'andijan');
  const title = await region.evaluate((each, entry) => each.querySelector(`${entry} a`).textContent, ANDIJAN);
  assert.equal(await region.evaluate((each, entry) => each.querySelector(entry).getAttribute('aria-current'), ANDIJAN), 'true');
  const heading = await region.evaluate((each) => each.getRootNode().querySelector('.card-text h2').textContent);
  assert.equal(heading, title);
  const after = await inks(reader);
  assert.notEqual(after.ties, before.ties);
  assert.notEqual(after.map, before.map);
}

export async function anotherQuestionAndAnotherDateAreAnotherMap(reader) {
  await reader.open('dist/index.html', { width: 1280, height: 2400 });
  await reader.the('searchbox', '.*');
  const seen = new Set();
  for (const view of ['map=pact&at=1995-01-01', 'map=sco&at=1995-01-01', 'map=sco&at=2018-01-01', 'map=pfp&at=2018-01-01', 'map=c5&at=2018-01-01']) {
    await reader.setView(`explore&${view}`);
    seen.add(await reader.ink('map'));
  }
  assert.equal(seen.size, 5);
}
