// Plays one case in one engine: opens its page, waits until it has come to rest, and looks whether the reader has all.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Failure } from '../../../www/failure.js';

/**
 * @typedef {import('./server.mjs').Served & {
 *   falls?: import('../../../www/failure.js').FailureCode,  every explainer falls back to its text and says this
 *   told?: RegExp,          what it says, if not the code's own sentence
 *   own?: number,           how many of them report it; by default each
 *   lacks?: string,         all is alive, and the line of this key says what is missing
 *   untouched?: boolean,    no script came: the page is as it was sent
 *   unseen?: boolean,       nothing can be seen before `then`
 *   textless?: boolean,     the text of the page itself did not come
 *   pictureless?: boolean,  there were no drawings in the page
 *   uncaught?: RegExp,      what the browser itself says of a broken script
 *   violations?: RegExp,    what policies report
 *   frame?: boolean,        the explainer is in an iframe, which tells what it shows by message
 *   untold?: boolean,       no script at all runs, nor the witness
 *   skip?: Record<string, string>,  engines that cannot be made to do this, and why
 *   then?: (tab: import('./engines.mjs').Tab, stage: Stage) => Promise<void>,
 * }} Case
 *
 * @typedef {object} Stage
 * @property {() => Promise<void>} settled  waits for the case's ending and looks again
 * @property {(code: import('../../../www/failure.js').FailureCode, how?: { own?: number }) => Promise<void>} fallen
 * @property {(words: string) => void} note  for the report
 * @property {(id: string) => string} address
 */

export const SIZE = { width: 1000, height: 900 };
const PATIENCE_MS = 40_000;

const strings = JSON.parse(await readFile(new URL('../../../data/strings/en.json', import.meta.url), 'utf8'));
/** The titles of all events. @type {string[]} */
export const TITLES = Object.values(strings.event);

/** Asks again until nothing is missing any more. @param {() => Promise<string[]>} missing */
async function until(missing) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const lacks = await missing();
    if (lacks.length === 0) return;
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${lacks.join('; ')}`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

const missing = (report) => TITLES.filter((title) => !report.words.includes(title.replace(/\s+/g, ' ')));

/** What is missing for every explainer of a page to be alive. */
function unlikeAlive(report, { lacks, textless }) {
  const ready = report.events.filter(({ type }) => type === 'ready').length;
  const tools = lacks === 'explore-failed' ? 0 : 1;
  return report.elements.flatMap((each, nth) => [
    ...(each.painted < 4 ? [`explainer ${nth} has ${each.painted} painted canvases of 4`] : []),
    ...(each.tools < tools ? [`explainer ${nth} has no tools`] : []),
    ...(lacks && !each.quiet ? [`explainer ${nth} does not say what is missing`] : []),
  ]).concat(
    textless || missing(report).length === 0 ? [] : [`${missing(report).length} of ${TITLES.length} events are not in the text`],
  ).concat(ready < report.elements.length ? [`${ready} explainers said that they are ready`] : []);
}

/** What is missing for every explainer of a page to have fallen back to its text. */
function unlikeFallen(report) {
  return report.elements.flatMap((each, nth) => [
    // First why, then whether there is a text.
    ...(/ text /.test(each.note) ? [] : [`explainer ${nth} does not say why: ${each.note}`]),
    ...(each.canvases ? [`explainer ${nth} still shows ${each.canvases} canvases`] : []),
  ]);
}

const none = (report) => (report.elements.length ? [] : ['no explainer']);

function checkText(report, { textless }) {
  const lacks = missing(report);
  if (!textless) assert.deepEqual(lacks.slice(0, 3), [], `${lacks.length} of ${TITLES.length} events are not in the text`);
}

function checkQuiet(report, tab, { uncaught, violations }) {
  const unforeseen = (list, allowed) => list.filter((each) => !allowed?.test(each));
  assert.deepEqual(unforeseen(report.uncaught, uncaught), [], 'something was thrown and not caught');
  assert.deepEqual(unforeseen(unforeseen(tab.complaints, uncaught), violations), [], 'the browser complained');
  assert.deepEqual(unforeseen(report.violations, violations), [], 'a policy was violated');
  assert.deepEqual(report.foreign, [], 'something was asked of another server');
  assert.ok(report.elements.every(({ busy }) => busy === 0), 'something still says that it is busy');
}

function checkAlive(report, { lacks }) {
  for (const each of report.elements) {
    assert.equal(each.note, '', 'it says that something failed');
    assert.equal(each.quiet.trim(), lacks ? strings.ui[lacks] : '');
  }
  const lines = report.said.filter((line) => !(lacks && line.startsWith(`us-uz-explainer: ${lacks}`)));
  assert.deepEqual(lines, [], 'it wrote to the console');
  assert.ok(!lacks || report.said.length >= 1, 'the console does not say what is missing');
}

function checkFallen(report, code, { own = report.elements.length, pictureless = false, textless = false, told }) {
  const line = new Failure(code).told(!textless);
  for (const each of report.elements) {
    if (told) assert.match(each.note, told);
    else assert.equal(each.note, line);
  }
  // The first element has its text and its drawings in the page.
  if (!pictureless) assert.ok(report.elements[0].drawings >= 2, `${report.elements[0].drawings} drawings are seen`);
  const errors = report.events.filter(({ type }) => type === 'error').map(({ detail }) => detail.code);
  assert.deepEqual(errors, Array(own).fill(code), 'events explainer-error');
  assert.equal(report.said.length, own, `the console says: ${report.said.join(' | ')}`);
  assert.ok(report.said.every((each) => each.startsWith('us-uz-explainer: ')), report.said.join(' | '));
}

/**
 * @param {import('./engines.mjs').Engine} engine
 * @param {Case} one
 * @param {(id: string) => string} address
 * @returns {Promise<string>} a note for the report, or ''
 */
export async function play(engine, one, address) {
  const tab = await engine.open(SIZE);
  let said = '';
  const look = () => tab.evaluate(() => {
    const { witness } = window;
    return document.querySelector('iframe') ? witness.inner ?? { elements: [], events: [], words: '' } : witness.report();
  });
  const common = (report) => {
    checkText(report, one);
    checkQuiet(report, tab, one);
  };
  /** @type {Stage} */
  const stage = {
    address,
    note: (words) => { said = words; },
    async fallen(code, how = one) {
      await until(async () => {
        const report = await look();
        return [...none(report), ...unlikeFallen(report)];
      });
      const report = await look();
      checkFallen(report, code, { ...one, ...how });
      common(report);
    },
    async settled() {
      if (one.falls) return stage.fallen(one.falls);
      await until(async () => {
        const report = await look();
        return [...none(report), ...unlikeAlive(report, one)];
      });
      const report = await look();
      checkAlive(report, one);
      common(report);
    },
  };
  try {
    await tab.goto(address(one.id));
    if (one.untold) await untold(tab);
    else if (one.untouched) await untouched(tab, one, look);
    else if (!one.unseen) await stage.settled();
    await one.then?.(tab, stage);
    return said;
  } finally {
    await tab.close();
  }
}

/** No script ran at all. */
async function untold(tab) {
  const [words, drawings] = await tab.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    return [
      document.body.innerText.replace(/\s+/g, ' '),
      [...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().height > 100).length,
    ];
  });
  checkText({ words }, {});
  assert.ok(drawings >= 2, `${drawings} drawings are seen`);
}

/** No script of ours came: text and drawings stand, and nothing of ours can say why. */
async function untouched(tab, one, look) {
  await new Promise((resolve) => setTimeout(resolve, 700));
  await until(async () => none(await look()));
  const report = await look();
  const [element] = report.elements;
  assert.ok(!element.upgraded && element.drawings >= 2, `${element.drawings} drawings are seen`);
  checkText(report, one);
  checkQuiet(report, tab, one);
}
