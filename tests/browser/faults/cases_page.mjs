// What the page, the device or the program itself can do to a running explainer.
import assert from 'node:assert/strict';
import { trapped } from './trapped.mjs';

/** Side by side: what is far down the page waits. */
const three = (element) => `<div style="display: grid; grid-template-columns: repeat(3, minmax(0, 1fr))">
  ${element}<us-uz-explainer></us-uz-explainer><us-uz-explainer></us-uz-explainer></div>`;
const boxed = (style) => (element) => `<div id="box" style="${style}">${element}</div>`;
const WASM = 'us_uz_explainer_bg.wasm';
const trapIn = (method) => (file, body) => (file === WASM ? { body: trapped(body, method) } : undefined);

/** Nothing is drawn before there is room; then it is. @param {string} style  that gives room */
const givenRoom = (style) => async (tab, { settled }) => {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = await tab.evaluate(() => window.witness.report());
  assert.equal(before.elements[0].note, '', 'a box without room is no failure');
  await tab.evaluate((given) => { document.getElementById('box').style.cssText = given; }, style);
  await settled();
};

/** Presses the button that zooms into the timeline, of one explainer. */
function zoom(nth) {
  const root = window.witness.elements()[nth].shadowRoot;
  const slider = root.querySelector('[role="slider"]');
  slider.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, cancelable: true, composed: true }));
}

/** Clears every bitmap as if it were lost; says so where `events` asks for it. @param {boolean} events */
function lose(events) {
  for (const canvas of window.witness.elements()[0].shadowRoot.querySelectorAll('canvas')) {
    canvas.width += 0;
    if (events) for (const name of ['contextlost', 'contextrestored']) canvas.dispatchEvent(new Event(name));
  }
}

/** @param {string} what @param {() => Promise<boolean>} holds */
async function until(what, holds) {
  for (let n = 0; n < 100; n++) {
    // Between two pages there is nobody to ask.
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`${what}: not within 6 s`);
}

function empty() {
  return window.witness.report().elements[0].painted;
}

/** @type {import('./play.mjs').Case[]} */
export const PAGE = [
  { id: 'no-2d-context', falls: 'canvas', prelude: () => { HTMLCanvasElement.prototype.getContext = () => null; } },
  {
    id: 'context-lost-and-restored',
    async then(tab, { settled }) {
      await tab.evaluate(lose, true);
      await settled();
    },
  },
  {
    id: 'bitmaps-lost-without-a-word',
    async then(tab, { settled }) {
      await tab.evaluate(lose, false);
      assert.ok((await tab.evaluate(empty)) < 4, 'the bitmaps were not cleared');
      // Coming back to the tab is when it shows.
      await tab.evaluate(() => { document.dispatchEvent(new Event('visibilitychange')); });
      await settled();
    },
  },
  { id: 'box-of-no-size', body: boxed('inline-size: 0; block-size: 0; overflow: hidden'), unseen: true, then: givenRoom('') },
  { id: 'box-not-displayed', body: boxed('display: none'), unseen: true, then: givenRoom('display: block') },
  {
    id: 'storage-throws',
    prelude: () => {
      window.touched = [];
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        const get = () => {
          window.touched.push(name);
          throw new DOMException('denied', 'SecurityError');
        };
        Object.defineProperty(window, name, { get, configurable: true });
      }
    },
    async then(tab) {
      assert.deepEqual(await tab.evaluate(() => window.touched), [], 'storage was touched');
      assert.equal(await tab.evaluate(() => document.cookie), '');
    },
  },
  { id: 'script-twice', head: '<script type="module" src="./define.js"></script>' },
  { id: 'two-copies-of-the-script', head: '<script type="module" src="./copy/define.js"></script>' },
  { id: 'three-elements', body: three },
  {
    id: 'back-and-forward',
    prelude: () => addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; }),
    async then(tab, { settled, note, address }) {
      await tab.goto(address('stylesheet-missing'));
      // By the page: a driver would wait for a load that does not come.
      await tab.evaluate(() => { setTimeout(() => history.back(), 0); });
      await until('the page is back', async () => (await tab.evaluate(() => location.pathname)).includes('back-and-forward'));
      await settled();
      note((await tab.evaluate(() => window.persisted)) ? 'kept by the back/forward cache' : 'loaded anew');
    },
  },
  {
    id: 'trap-while-running',
    body: three,
    harm: trapIn('explainer_zoom'),
    async then(tab, { fallen }) {
      await tab.evaluate(zoom, 1);
      await fallen('trap', { own: 1 });
      // What is asked of them now is no error.
      await tab.evaluate(() => { for (const each of window.witness.elements()) each.goTo(3); });
      await fallen('trap', { own: 1 });
    },
  },
  { id: 'trap-at-the-start', falls: 'trap', own: 1, body: three, harm: trapIn('explainer_new') },
  { id: 'trap-while-painting', falls: 'trap', own: 1, body: three, harm: trapIn('explainer_paint') },
];
