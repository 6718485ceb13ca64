// The pages of examples/: each starts, says all of it, asks nobody else for anything, and leaves its host as it was.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { until } from './patience.mjs';

const wordsIn = async (folder) => JSON.parse(await readFile(new URL(`../../../${folder}/strings/en.json`, import.meta.url), 'utf8'));
const strings = await wordsIn('data');
const WIDTHS_CSS_PX = [1280, 768, 320, 280];
/** A frame is narrower than its window, and no explainer promises to fit into less. */
const LEAST_CSS_PX = 280;

export const anArticleHoldsTheExplainer = host('article', { live: 1 });
export const aCoursePageHoldsTheExplainer = host('course', { frames: 1 });
export const framesHoldTheExplainer = host('iframe', { frames: 2 });
export const aPageHoldsTwoExplainers = host('two', { live: 2 });
export const aNarrowColumnHoldsTheExplainer = host('narrow', { live: 1 });
export const aDarkPageHoldsTheExplainer = host('dark', { live: 1 });
export const aPageFromRightToLeftHoldsTheExplainer = host('rtl', { live: 1 });
export const aStrictPolicyLetsTheExplainerRun = host('csp', { live: 1 });
export const anotherDossierIsHeldByTheSameElement = host('finland', { live: 1, words: await wordsIn('www/examples/finland') });
export const aPageWithoutScriptSaysAll = host('no-js', { still: 1 });
export const theListOfExamplesIsAPlainPage = host('index', {});

export async function theListOfExamplesLeadsToEachOfThem(reader) {
  const page = await reader.openEmpty();
  await page.goto(addressOf(reader, 'index'));
  const links = await page.evaluate(() => [...document.querySelectorAll('dt > a')].map((link) => link.href));
  assert.equal(new Set(links).size, 10);
  for (const link of links) assert.equal((await fetch(link)).status, 200, link);
}

export async function linksOfTheCoursePageOpenTheirEventsInTheFrame(reader) {
  const page = await reader.openEmpty();
  await page.goto(addressOf(reader, 'course'));
  const [frame] = await startFrames(reader, 1);
  await (await page.$('a[href$="#event=cst-signed"]')).click();
  await until(frame, 'the event is chosen', () => window.witness.elements()[0].view.includes('event=cst-signed'));
  assert.equal(page.url(), addressOf(reader, 'course'));
}

export async function linksOfTheTextAreFollowedInThePanelBesideIt(reader) {
  const page = await reader.openEmpty();
  await page.goto(addressOf(reader, 'narrow'));
  await start(page, 0);
  await (await page.$('a[href="#event=termez-opened"]')).click();
  await until(page, 'the event is chosen', () => window.witness.elements()[0].view.includes('event=termez-opened'));
}

export async function theTwoExplainersStandAtTheirSteps(reader) {
  const page = await reader.openEmpty({ width: 1280 });
  await page.goto(addressOf(reader, 'two'));
  await start(page, 0);
  await start(page, 1);
  assert.equal((await reader.view(0)).step, 'swap');
  assert.equal((await reader.view(1)).step, 'both-grow');
}

const addressOf = (reader, name) => new URL(`dist/examples/${name}.html`, reader.address).href;

/**
 * What each of the pages has to keep to.
 * @param {string} name
 * @param {{ live?: number, still?: number, frames?: number, words?: typeof strings }} what  explainers that start, that
 *   never do, and in frames; the words of their dossier
 */
function host(name, { live = 0, still = 0, frames = 0, words = strings }) {
  return async (reader) => {
    const page = await reader.openEmpty();
    const [requests, cookies] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
    page.on('request', (request) => requests.push(request.url()));
    page.on('response', (response) => cookies.push(response.headers()['set-cookie'] ?? ''));
    await page.evaluateOnNewDocument(keepMarkup);
    await page.goto(addressOf(reader, name));
    assert.equal(await page.evaluate(() => window.witness.elements().length), live + still);
    for (let nth = 0; nth < live; nth += 1) await start(page, nth);
    for (const frame of await startFrames(reader, frames)) await saysAll(frame, 0, words);
    for (let nth = 0; nth < live + still; nth += 1) await saysAll(page, nth, words);
    await linksLeadSomewhere(page, words);
    await fitsEveryWidth(reader);
    assert.deepEqual(requests.filter((url) => !url.startsWith(reader.address) && !url.startsWith('data:')), []);
    assert.equal(requests.some((url) => url.endsWith('.wasm')), live + frames > 0, 'requests are seen');
    assert.deepEqual(cookies.filter(Boolean), []);
    assert.deepEqual(await page.evaluate(stored), []);
    await hostIsAsItWas(page);
    assert.deepEqual(reader.complaints, []);
    assert.deepEqual(await globals(reader), []);
  };
}

/** Brings an explainer into the window, if it is not there yet, and waits until it is ready: nothing else moves the page. */
async function start(frame, nth) {
  const before = await frame.evaluate((at) => {
    const element = window.witness.elements()[at];
    if (element.getBoundingClientRect().top > innerHeight) element.scrollIntoView({ behavior: 'instant' });
    return scrollY;
  }, nth);
  await until(frame, `explainer ${nth} is ready, with the tools that come after the start`, (at) => {
    const { events, find } = window.witness;
    return events.some(({ type, nth: by }) => type === 'ready' && by === at) && find('searchbox', '.*', at).length > 0;
  }, nth);
  assert.equal(await frame.evaluate(() => scrollY), before, 'the page was scrolled');
  assert.ok(await frame.evaluate(() => document.activeElement === document.body), 'the focus was taken');
}

/** Brings each frame into the window, as lazy ones wait for it. @returns {Promise<import('puppeteer-core').Frame[]>} */
async function startFrames(reader, count) {
  const { page } = reader;
  const boxes = await page.$$('iframe');
  assert.equal(boxes.length, count);
  const frames = [];
  for (const box of boxes) {
    await box.evaluate((each) => each.scrollIntoView({ behavior: 'instant' }));
    const frame = await box.contentFrame();
    await until(frame, 'the frame has its page', () => window.witness?.elements().length === 1);
    await start(frame, 0);
    frames.push(frame);
  }
  return frames;
}

/** Every event's title is in the text. What a page does not bring along comes after the start. */
async function saysAll(frame, nth, words) {
  await until(frame, 'the text is there', (at) => window.witness.elements()[at].querySelector('[slot="text"]') !== null, nth);
  const text = await frame.evaluate((at) => window.witness.elements()[at].textContent, nth);
  assert.deepEqual(Object.values(words.event).filter((title) => !text.includes(title)), []);
}

/** What the page's own links ask of the explainer is in the dossier. */
async function linksLeadSomewhere(page, words) {
  const asked = await page.evaluate(() => [...document.querySelectorAll(':not(us-uz-explainer *) a, iframe, us-uz-explainer')]
    .map((each) => new URL(each.href || each.src || `x:#step=${each.getAttribute('step') ?? ''}&event=${each.getAttribute('event') ?? ''}`, location.href))
    .flatMap(({ search, hash }) => [...new URLSearchParams(search), ...new URLSearchParams(hash.slice(1))]));
  const unknown = asked.filter(([key, id]) => id !== '' && (key === 'event' ? !(id in words.event) : key === 'step' && !(`${id}.title` in words.step)));
  assert.deepEqual(unknown, []);
}

/** Nothing makes the page or a frame scroll sideways. */
async function fitsEveryWidth(reader) {
  for (const width of WIDTHS_CSS_PX) {
    await reader.resize({ width });
    await reader.pause(150);
    await reader.still();
    for (const frame of reader.page.frames()) {
      const [content, room] = await frame.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
      if (room < LEAST_CSS_PX) continue;
      assert.ok(content <= room, `${content} CSS px of content in ${room} of ${frame.url()}, in a window of ${width}`);
    }
  }
}

/** Everything a site can leave with a reader, by name. */
async function stored() {
  const found = { cookie: document.cookie !== '', localStorage: localStorage.length > 0, sessionStorage: sessionStorage.length > 0 };
  found.indexedDB = (await indexedDB.databases()).length > 0;
  found.caches = (await caches.keys()).length > 0;
  found.serviceWorker = (await navigator.serviceWorker.getRegistrations()).length > 0;
  return Object.keys(found).filter((name) => found[name]);
}

/** Runs in the page before its own scripts: the host's markup as the parser left it, before any module has run. */
function keepMarkup() {
  window.keptMarkup = {
    now() {
      const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
      for (const each of copy.querySelectorAll('us-uz-explainer')) each.replaceChildren();
      return copy.outerHTML;
    },
    before: '',
  };
  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') window.keptMarkup.before = window.keptMarkup.now();
  });
}

/** No markup of the host was changed, and no style of it hangs on the explainer's sheets. */
async function hostIsAsItWas(page) {
  const { before, now, sheets } = await page.evaluate(() => ({
    before: window.keptMarkup.before,
    now: window.keptMarkup.now(),
    sheets: document.adoptedStyleSheets.length,
  }));
  assert.ok(before.includes('</body>'), 'the markup was kept');
  assert.equal(now, before);
  assert.equal(sheets, 0);
  const dressed = await page.evaluate(hostStyles);
  assert.ok(dressed.length > 5, 'there are elements of the host');
  await page.evaluate(() => document.querySelector('link[href$="explainer.css"]')?.remove());
  assert.deepEqual(await page.evaluate(hostStyles), dressed);
}

/** The computed styles of all that is the host's, but for sizes, which depend on what is in it. */
function hostStyles() {
  const all = [...document.querySelectorAll('body, body *')].filter((each) => !each.closest('us-uz-explainer'));
  return all.map((each) => {
    const style = getComputedStyle(each);
    const names = [...style].filter((name) => !/size|width|height|origin|inset|top|bottom|left|right|grid-template/.test(name));
    return `${each.nodeName} ${names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
  });
}

/** Names in `window` that a page without an explainer has not. */
async function globals(reader) {
  const names = () => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name));
  const here = await reader.page.evaluate(names);
  await reader.page.goto(new URL('dist/LICENSE-MIT', reader.address).href);
  const there = new Set(await reader.page.evaluate(names));
  assert.ok(there.has('keptMarkup') && there.size > 100);
  return here.filter((name) => !there.has(name));
}
