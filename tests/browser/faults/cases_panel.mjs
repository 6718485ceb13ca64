// The test in every engine: it opens and computes, and what of its files fails leaves one line and the rest alive.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { trapped } from './trapped.mjs';

const PATIENCE_MS = 40_000;
const { test: words } = JSON.parse(await readFile(new URL('../../../data/strings/en.detail.json', import.meta.url), 'utf8'));
const WASM = 'us_uz_panel_bg.wasm';
const only = (name, harm) => (file, body) => (file === name ? harm(body) : undefined);

/** Presses “Test it” once it is there. */
function open() {
  const button = window.witness.elements()[0].shadowRoot.querySelector('.test-door button');
  if (button?.checkVisibility()) button.click();
  return Boolean(button?.checkVisibility());
}

/** How the panel looks to its reader. */
function panel() {
  const root = window.witness.elements()[0].shadowRoot;
  const section = root.querySelector('.test');
  const painted = (canvas) => {
    const copy = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
    const context = copy.getContext('2d');
    if (canvas.width > 0) context?.drawImage(canvas, 0, 0, 40, 40);
    return context?.getImageData(0, 0, 40, 40).data.some((value) => value !== 0) ?? false;
  };
  return {
    open: section !== null,
    busy: section?.getAttribute('aria-busy') ?? '',
    said: section?.querySelector('.ux-declared .ux-reading')?.textContent ?? '',
    painted: [...(section?.querySelectorAll('canvas') ?? [])].filter((canvas) => canvas.checkVisibility()).filter(painted).length,
    line: root.querySelector('.test-door .quiet:not([hidden])')?.textContent ?? '',
    warned: window.witness.said.filter((line) => line.includes('test-failed')).length,
  };
}

/** @param {import('./engines.mjs').Tab} tab @param {string} what @param {(seen: ReturnType<typeof panel>) => boolean} holds */
async function until(tab, what, holds) {
  const end = Date.now() + PATIENCE_MS;
  let seen = await tab.evaluate(panel);
  while (!holds(seen)) {
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 60));
    seen = await tab.evaluate(panel);
  }
  return seen;
}

/** Opens the panel; the button comes with the cards. */
async function opened(tab) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await tab.evaluate(open))) {
    if (Date.now() > end) throw new Error('there is no button for the test');
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** One line says it, the console says why, and the explainer lives on. */
async function fails(tab) {
  await opened(tab);
  const seen = await until(tab, 'the line', ({ line }) => line === words.failed);
  assert.deepEqual([seen.open, seen.warned], [false, 1]);
  const [element] = (await tab.evaluate(() => window.witness.report())).elements;
  assert.deepEqual([element.note, element.painted, element.tools], ['', 4, 1], 'the explainer lives on');
}

/** @type {import('./play.mjs').Case[]} */
export const PANEL = [
  {
    id: 'test-opened',
    async then(tab) {
      await opened(tab);
      const seen = await until(tab, 'every interval', ({ busy, painted }) => busy === 'false' && painted >= 2);
      const whole = words['reading-cannot-tell'].split('{')[0];
      assert.ok(seen.said.startsWith(whole), `the declared test says: ${seen.said}`);
      assert.deepEqual([seen.line, seen.warned], ['', 0]);
    },
  },
  { id: 'test-wasm-missing', harm: only(WASM, () => 404), then: fails },
  { id: 'test-wasm-truncated', harm: only(WASM, (body) => ({ body: body.slice(0, body.length / 2) })), then: fails },
  { id: 'test-data-of-another-shape', harm: only('panel.json', () => ({ body: '{"a":1}' })), then: fails },
  { id: 'test-traps', harm: only(WASM, (body) => ({ body: trapped(body, 'panel_advance') })), then: fails },
];
