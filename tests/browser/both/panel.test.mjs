// The panel “Test it”: it comes when it is opened, stands under the same years as the ties, computes a little at a time, and says
// what it found.
import assert from 'node:assert/strict';
import { keepAccount } from './account.mjs';
import { dossier, hosted, page } from './dossiers.mjs';
import { click } from './hands.mjs';
import { chosenYear, clickScores, computed, door, ink, openPanel, slider, words } from './panels.mjs';
import { said, TEST_WORDS, tested } from './words.mjs';
import { trapped } from '../faults/trapped.mjs';

const FILES = ['panel.js', 'panel.json', 'us_uz_panel_bg.wasm'];
const WASM = '/dist/us_uz_panel_bg.wasm';
const LONG = 'hosts/long.html';
const ONE = page('<us-uz-explainer></us-uz-explainer>');

/** What the window of the page has fetched of the panel. */
function fetched(reader) {
  return reader.page.evaluate((files) => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1));
    return files.filter((file) => names.includes(file));
  }, FILES);
}

const isOpen = (reader, nth = 0) => reader.page.evaluate((at) => window.witness.elements()[at].shadowRoot.querySelector('.test') !== null, nth);

export async function itComesWhenItIsOpenedAndNotBefore(reader) {
  await reader.open(LONG);
  const button = await door(reader);
  assert.deepEqual(await fetched(reader), []);
  assert.equal(await reader.attribute(button, 'aria-expanded'), 'false');
  await openPanel(reader);
  assert.deepEqual(await fetched(reader), FILES);
  assert.equal(await reader.attribute(button, 'aria-expanded'), 'true');
  assert.equal(await reader.sees(tested('title')), 1);
  await reader.click(await door(reader));
  assert.equal(await isOpen(reader), false);
  assert.equal(await reader.attribute(button, 'aria-expanded'), 'false');
  assert.deepEqual(reader.complaints, []);
}

export async function itOpensAndClosesByKeyboardAndTheFocusStays(reader) {
  await reader.open(LONG);
  const { keyboard } = reader.page;
  await (await door(reader)).evaluate((each) => each.focus());
  await keyboard.press('Enter');
  await computed(reader);
  const named = () => reader.page.evaluate(() => window.witness.elements()[0].shadowRoot.activeElement?.textContent);
  assert.equal(await named(), TEST_WORDS.close, 'the focus was taken');
  // Through the legend's fold into the panel, whose choices come first.
  const within = () => reader.page.evaluate(() => window.witness.elements()[0].shadowRoot.activeElement?.closest('.test') !== null);
  for (let presses = 0; presses < 4 && !(await within()); presses++) await keyboard.press('Tab');
  assert.ok(await within(), 'it does not follow the button');
  await (await reader.all('button', tested('close')))[1].evaluate((each) => each.focus());
  await keyboard.press('Enter');
  assert.equal(await isOpen(reader), false);
  assert.equal(await named(), TEST_WORDS.open, 'who closed it from within is brought back to where it was opened');
}

/** At this height of the ties a press mostly hits nothing but time. */
const HIGH_CSS_PX = 24;

/** The share of the width nearest to the right of one where it does. */
function emptyShare(picture, share, y) {
  return picture.evaluate((box, part, down) => {
    const { left, top, width } = box.getBoundingClientRect();
    for (let x = width * part; x < width; x += 3) {
      box.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientX: left + x, clientY: top + down }));
      if (!box.classList.contains('is-over')) return x / width;
    }
    return NaN;
  }, share, y);
}

/** A press into the ties and one below it into the scores speak of the same year. */
async function aligned(reader, shares, letters = 1) {
  for (const wanted of shares) {
    const picture = await reader.picture('ties');
    const box = await reader.inSight(picture);
    const share = await emptyShare(picture, wanted, HIGH_CSS_PX * letters);
    await click(reader, { x: box.x + box.width * share, y: box.y + HIGH_CSS_PX * letters });
    const above = (await reader.view()).at.slice(0, 4);
    await clickScores(reader, share);
    assert.equal(String(await chosenYear(reader)), above, `at ${share} of the width`);
  }
}

export async function aYearStandsUnderTheSameYearBeforeAndAfterZooming(reader) {
  for (const width of [1280, 700, 330]) {
    await reader.open('dist/frame.html', { width, height: 1800 });
    await openPanel(reader);
    await aligned(reader, [0.31, 0.55, 0.83]);
    await reader.setView('from=2001-01-01&to=2006-12-31');
    await computed(reader);
    await aligned(reader, [0.37, 0.62, 0.93]);
    await reader.end();
  }
}

aYearStandsUnderTheSameYearBeforeAndAfterZooming.seconds = 120;

export async function enlargedLettersKeepTheYearsTogether(reader) {
  const page = await reader.open('dist/frame.html', { width: 700, height: 3600 });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await openPanel(reader);
  await aligned(reader, [0.4, 0.7], 2);
}

export async function aChosenYearListsItsEventsByClickAndByKeys(reader) {
  await reader.open(LONG);
  await openPanel(reader);
  assert.equal(await reader.attribute(await slider(reader), 'aria-valuetext'), TEST_WORDS['year-none']);
  assert.equal(await words(reader, '.year'), '');
  await clickScores(reader, 0.5);
  const year = await chosenYear(reader);
  assert.ok(year > 1995 && year < 2020, `${year}`);
  const listed = await words(reader, '.year');
  assert.ok(listed.includes(`, ${year}`), listed);
  await (await slider(reader)).evaluate((each) => each.focus());
  const { keyboard } = reader.page;
  for (const [key, wanted] of [['ArrowRight', year + 1], ['ArrowLeft', year], ['Home', 1991], ['End', 2025], ['ArrowRight', 2025]]) {
    const y = await reader.scrollY();
    await keyboard.press(key);
    await reader.still();
    assert.equal(await chosenYear(reader), wanted, key);
    assert.equal(await reader.scrollY(), y, `${key} scrolled the page`);
    assert.ok((await words(reader, '.year')).includes(`, ${wanted}`));
  }
  await keyboard.press('Escape');
  await reader.still();
  assert.equal(await chosenYear(reader), 0);
  assert.equal(await words(reader, '.year'), '');
  await reader.setView('from=2005-01-01&to=2005-12-31');
  await keyboard.press('Home');
  await reader.still();
  assert.equal(await chosenYear(reader), 2005);
  const link = await reader.page.evaluateHandle(() => window.witness.elements()[0].shadowRoot.querySelector('.year a'));
  const href = await link.evaluate((each) => each.getAttribute('href'));
  assert.ok((await link.evaluate((each) => each.textContent)).length > 10, 'it has a title');
  await reader.click(link.asElement());
  await reader.still();
  assert.equal(`#event=${(await reader.view()).event}`, href);
}

export async function whoseActsAreCountedChangesTheSentence(reader) {
  await reader.open(LONG);
  await openPanel(reader);
  const all = await words(reader, '.answer');
  assert.ok(all.includes(TEST_WORDS.all), all);
  await reader.click(await reader.the('button', tested('home'), 0, tested('choose-whose')));
  await computed(reader);
  const home = await words(reader, '.answer');
  assert.ok(home.includes(TEST_WORDS.home) && home !== all, home);
  assert.match(await words(reader, '.ux-reading'), new RegExp(`${tested('reading-cannot-tell')}|${tested('reading-one-sided')}|${tested('reading-opposite')}|${tested('reading-together')}`));
}

export async function aShortWindowShowsCountsOnly(reader) {
  await reader.open(LONG);
  await openPanel(reader);
  await reader.setView('from=2003-01-01&to=2010-12-31');
  await computed(reader);
  assert.match(await words(reader, '.ux-reading'), new RegExp(tested('reading-too-short')));
  assert.match(await words(reader, '.answer'), /2003[^]*2010/);
  const readings = await reader.page.evaluate(() =>
    [...window.witness.elements()[0].shadowRoot.querySelectorAll('.explored tbody tr th + td')].map((cell) => cell.textContent));
  assert.deepEqual([...new Set(readings)], [TEST_WORDS['short-too-short']]);
}

export async function theCurveOnRequestChangesThePicture(reader) {
  await reader.open(LONG);
  await openPanel(reader);
  const before = await ink(reader, '.scores-part');
  const choose = (name, value) => reader.the('combobox', name).then((select) => reader.inSight(select).then(() => select.select(value)));
  await choose(`${tested('choose-curve')}.*`, '2');
  await reader.still();
  const curve = await ink(reader, '.scores-part');
  assert.notEqual(curve, before);
  assert.match(await words(reader, '.test-legend'), new RegExp(tested('legend-curve')));
  await reader.click(await reader.the('checkbox', tested('choose-fan')));
  const fan = await ink(reader, '.scores-part');
  assert.notEqual(fan, curve);
  await choose(`${tested('choose-curve')}.*`, '');
  await reader.still();
  assert.equal(await ink(reader, '.scores-part'), before);
  await choose(`${tested('choose-pair')}.*`, '1');
  await reader.still();
  assert.notEqual(await ink(reader, '.scores-part'), before, 'another pair is shown');
  assert.ok((await words(reader, '.explored')).includes(TEST_WORDS['role-exploratory']));
  assert.match(await words(reader, '.explored .ux-reading'), /./, 'and said in a sentence');
}

export async function idleHiddenOrOffTheScreenItComputesNothing(reader) {
  const page = await reader.open(LONG);
  await openPanel(reader);
  const before = await reader.frames();
  await reader.pause(1000);
  assert.equal((await reader.frames()) - before, 0, 'something runs when all is done');
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await reader.still();
  await page.evaluate(() => window.witness.elements()[0].setRange('1995-01-01', '2020-12-31'));
  const away = await reader.frames();
  await reader.pause(500);
  assert.equal((await reader.frames()) - away, 0, 'what nobody sees is computed');
  await reader.inSight(await slider(reader));
  await computed(reader);
  assert.match(await words(reader, '.answer'), /1995[^]*2020/);
}

/** One quiet line, and all else goes on. */
async function failsQuietly(reader) {
  await reader.until('the line is there', (line) => window.witness.reading(line, 0).length === 1, tested('failed'));
  assert.equal(await isOpen(reader), false);
  const before = (await reader.details('step')).length;
  await reader.press('next');
  assert.equal((await reader.details('step')).length, before + 1, 'the rest lives on');
  assert.deepEqual(await reader.details('error'), []);
  assert.deepEqual(reader.complaints.filter((each) => !/us-uz-explainer: test-failed: |404|Failed to load|error: $/.test(each)), []);
}

export async function aFileThatIsMissingLeavesOneLineAndTheRestAlive(reader) {
  for (const file of FILES) {
    await hosted({ '/': ONE, [`/dist/${file}`]: () => ({ status: 404, body: '' }) }, async (host) => {
      await reader.open(`${host.address}/`);
      await reader.click(await door(reader));
      await failsQuietly(reader);
      assert.ok(reader.complaints.some((each) => each.includes('us-uz-explainer: test-failed: ')), reader.complaints.join());
      await reader.end();
      reader.complaints = [];
    });
  }
}

export async function dataOfAnotherKindLeaveOneLine(reader) {
  await hosted({ '/': ONE, '/dist/panel.json': () => ({ body: '{"years":[1991,2025]}' }) }, async (host) => {
    await reader.open(`${host.address}/`);
    await reader.click(await door(reader));
    await failsQuietly(reader);
  });
}

export async function aTrapClosesThePanelsAndHurtsNothingElse(reader) {
  const two = page('<us-uz-explainer style="block-size: 700px; overflow: auto"></us-uz-explainer><us-uz-explainer></us-uz-explainer>');
  for (const method of ['panel_new', 'panel_advance', 'panel_choose', 'panel_paint']) {
    await hosted({ '/': two, [WASM]: (wasm) => ({ body: trapped(wasm, method) }) }, async (host) => {
      await reader.open(`${host.address}/`, { height: 1000 });
      await reader.click(await door(reader));
      if (method === 'panel_choose') {
        await computed(reader);
        await clickScores(reader, 0.5);
      }
      await failsQuietly(reader);
      // The instance cannot be trusted any more, whoever asks.
      await reader.click(await door(reader, 1));
      await reader.until('the line is there too', (line) => window.witness.reading(line, 1).length === 1, tested('failed'));
      await reader.end();
      reader.complaints = [];
    });
  }
}

aTrapClosesThePanelsAndHurtsNothingElse.seconds = 90;

export async function twoElementsHaveAPanelEach(reader) {
  await reader.open('hosts/two.html', { height: 1500 });
  await openPanel(reader, 0);
  await openPanel(reader, 1);
  await clickScores(reader, 0.5, 0);
  assert.notEqual(await chosenYear(reader, 0), 0);
  assert.equal(await chosenYear(reader, 1), 0);
  assert.notEqual(await ink(reader, '.scatter-part', 0), await ink(reader, '.scatter-part', 1), 'one of them is dark');
  await reader.click(await door(reader, 0));
  assert.deepEqual([await isOpen(reader, 0), await isOpen(reader, 1)], [false, true]);
  await reader.page.evaluate(() => window.witness.elements()[1].remove());
  await reader.pause(100);
  await openPanel(reader, 0);
  assert.deepEqual(reader.complaints, []);
}

export async function theThemeIsFollowed(reader) {
  await reader.open(LONG);
  await openPanel(reader);
  const before = await ink(reader, '.scores-part');
  await reader.page.evaluate(() => { window.witness.elements()[0].theme = 'dark'; });
  await reader.inSight(await slider(reader));
  await reader.still();
  assert.notEqual(await ink(reader, '.scores-part'), before);
}

export async function openedAndClosedItLeavesNothingBehind(reader) {
  const page = await reader.open(LONG);
  await page.evaluateOnNewDocument(keepAccount);
  await reader.go(`${LONG}?kept`);
  await openPanel(reader);
  await reader.click(await door(reader));
  const standing = () => page.evaluate(() => window.account.standing());
  const before = await standing();
  const bytes = () => page.evaluate(() => window.account.wasmBytes());
  for (let nth = 0; nth < 3; nth++) {
    await openPanel(reader);
    await reader.click(await door(reader));
  }
  const grown = await bytes();
  for (let nth = 0; nth < 5; nth++) {
    await openPanel(reader);
    await reader.click(await door(reader));
  }
  assert.deepEqual(await standing(), before);
  assert.equal(await bytes(), grown, 'the WebAssembly memory grew');
}

openedAndClosedItLeavesNothingBehind.seconds = 90;

export async function aDossierOfThePagesOwnBringsItsOwnTest(reader) {
  const own = dossier((files) => {
    files['strings/en.detail.json'].test = TEST_WORDS;
  });
  const bare = '<us-uz-explainer src="own.json"></us-uz-explainer>';
  await hosted({ '/': page(bare), '/own.json': { body: own } }, async (host) => {
    await reader.open(`${host.address}/`, { height: 1200 });
    await openPanel(reader);
    assert.equal(host.times('/dist/panel.json'), 0, 'it is of another dossier');
    assert.match(await words(reader, '.ux-reading'), new RegExp(tested('reading-too-short')));
    assert.equal(await reader.sees(tested('page-link')), 0, 'that page is of another dossier');
    assert.deepEqual(reader.complaints, []);
  });
}

export async function aDossierThatTestsNothingHasNoButton(reader) {
  const own = dossier((files) => {
    delete files['test.json'];
    for (const section of ['side', 'moment', 'test']) delete files['strings/en.detail.json'][section];
  });
  await hosted({ '/': page('<us-uz-explainer src="own.json"></us-uz-explainer>'), '/own.json': { body: own } }, async (host) => {
    await reader.open(`${host.address}/`);
    await reader.button('whole');
    await reader.until('the cards are there', () => window.witness.find('searchbox', '.*', 0).length > 0);
    assert.equal((await reader.all('button', tested('open'))).length, 0);
    assert.equal(await reader.sees(said('explore-failed')), 0);
  });
}
