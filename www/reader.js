// Reads a host's own dossier, the file that `src` names: fetches it, has it read and checked apart from the page, and
// words what is wrong. A bundle of its own, loaded only for an element with `src`; the same file is the worker's program.

import { readApart, serve } from './reader_apart.js';
import { addressOf, fetchFile } from './reader_fetch.js';
import { grow, shortened } from './reader_text.js';
import { faulty, worded } from './reader_words.js';

/**
 * What explainer.js lends: this bundle's own copies would be other classes.
 * @typedef {Pick<typeof import('./fetch.js'), 'get' | 'patiently' | 'fetchModule'> & Pick<typeof import('./text.js'), 'fresh'> & { Failure: typeof import('./failure.js').Failure }} Tools
 * @typedef {import('./load.js').Dossier} Dossier
 */

if (!globalThis.document && 'DedicatedWorkerGlobalScope' in globalThis) serve();

/** Readings on their way, by address: elements with the same `src` share one. @type {Map<string, Promise<Dossier>>} */
const pending = new Map();
/** What was read and is still shown somewhere. @type {Map<string, WeakRef<Dossier>>} */
const known = new Map();

/**
 * @param {string} src
 * @param {string} base  the page's address
 * @param {Tools} tools
 * @returns {Promise<Dossier>} rejects with a failure
 */
export async function readDossier(src, base, tools) {
  const url = addressOf(src, base, tools);
  const { href } = url;
  const shown = known.get(href)?.deref();
  if (shown) return shown;
  let reading = pending.get(href);
  if (!reading) {
    reading = read(url, tools);
    pending.set(href, reading);
  }
  try {
    const dossier = await reading;
    known.set(href, new WeakRef(dossier));
    return dossier;
  } finally {
    pending.delete(href);
  }
}

/** @param {URL} url @param {Tools} tools @returns {Promise<Dossier>} */
async function read(url, tools) {
  const module = tools.fetchModule(new URL('./us_uz_reader_bg.wasm', import.meta.url));
  // Told below; until then nobody waits for it.
  module.catch(() => {});
  const bytes = await fetchFile(url, tools);
  const answer = await answerFor(await module, bytes, tools);
  if ('problems' in answer) throw faulty(answer.problems, tools);
  const { digest, lang, panel } = answer;
  const text = once(answer.text);
  /** @type {import('./reader_text.js').Rest[] | undefined} */
  let rests;
  return {
    digest,
    lang,
    cards: once(answer.cards),
    async text() {
      const nodes = await text();
      rests ??= shortened(nodes);
      return nodes;
    },
    grow: (parts) => grow(parts, rests ?? [], tools.fresh),
    panel: async () => panel,
  };
}

/** @param {WebAssembly.Module} module @param {Uint8Array<ArrayBuffer>} bytes @param {Tools} tools */
async function answerFor(module, bytes, tools) {
  try {
    return await tools.patiently((signal) => readApart(module, bytes, signal));
  } catch (thrown) {
    const { code, reason } = tools.Failure.from(thrown);
    throw worded(code === 'timeout' ? 'endless' : 'stopped', reason, tools);
  }
}

/**
 * JSON that is read when it is wanted, and kept as what it says.
 * @param {string} json
 * @returns {() => Promise<any>}
 */
function once(json) {
  /** @type {unknown} */
  let value;
  return async () => {
    // In a task of its own: it takes a moment where there is much of it.
    await new Promise((resolve) => { setTimeout(resolve); });
    if (json) value = JSON.parse(json);
    json = '';
    return value;
  };
}
