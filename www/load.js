// Fetches and starts WebAssembly, and what comes after it, once for all elements of this module.

import init, { Explainer } from './us_uz_explainer.js';
import { Failure } from './failure.js';
import { ended, fetchModule, get, patiently } from './fetch.js';
import { Instance } from './guard.js';
import { fresh } from './text.js';

/** The smallest module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @type {Promise<Instance> | undefined} */
let loading;
/**
 * The cards of single records by key, such as `event:k2-agreement` or `step:question`.
 * @typedef {Record<string, readonly import('./nodes.js').NodeData[]>} Cards
 */

/** Files that come after the start, each fetched once. @type {Map<string, Promise<unknown>>} */
const later = new Map();

/**
 * The shared instance.
 * @returns {Promise<Instance>} rejects with a {@link Failure}
 */
export function load() {
  loading ??= start().catch((thrown) => {
    // A later element may have better luck with the network.
    loading = undefined;
    throw Failure.from(thrown);
  });
  return loading;
}

/**
 * Where what is shown comes from; without a digest it is the dossier that is built in.
 * @typedef {object} Dossier
 * @property {string} [digest]
 * @property {string} lang
 * @property {() => Promise<Cards>} cards
 * @property {() => Promise<readonly import('./nodes.js').NodeData[]>} text
 * @property {(parts: readonly Element[]) => void} [grow]  adds what its text leaves out at first
 * @property {() => Promise<string>} [panel]  what the panel of the test computes from; that of the one built in is a file
 */

/** @type {Dossier} */
const BUILT_IN = { lang: 'en', cards: loadCards, text: loadText };

/**
 * The dossier that `src` names, or the one that is built in.
 * @param {string | null} src @param {string} base  the page's address
 * @returns {Promise<Dossier>} rejects with a {@link Failure}
 */
export async function loadDossier(src, base) {
  if (!src) return BUILT_IN;
  const { readDossier } = await patiently((signal) => Promise.race([import('./reader.js'), ended(signal)]));
  return readDossier(src, base, { Failure, get, patiently, fetchModule, fresh });
}

/** What every record's card says. @returns {Promise<Cards>} */
async function loadCards() {
  const cards = /** @type {Cards} */ (await json(new URL('./detail.json', import.meta.url)));
  // A file of another version or origin can be JSON and no cards.
  if (!Array.isArray(Object.values(cards ?? {})[0])) throw new Failure('data', 'detail.json holds no cards');
  return cards;
}

/** The text version, for a page that has none. @returns {Promise<readonly import('./nodes.js').NodeData[]>} */
function loadText() {
  return /** @type {Promise<readonly import('./nodes.js').NodeData[]>} */ (
    json(new URL('./text.json', import.meta.url))
  );
}

/** @param {URL} url @returns {Promise<unknown>} */
function json(url) {
  const known = later.get(url.href);
  if (known) return known;
  const loading = patiently(async (signal) => (await get(url, signal)).json()).catch((thrown) => {
    // A later element may have better luck with the network.
    later.delete(url.href);
    throw Failure.from(thrown);
  });
  later.set(url.href, loading);
  return loading;
}

/** @returns {Promise<Instance>} */
async function start() {
  if (typeof WebAssembly !== 'object') throw new Failure('no-wasm');
  // Asking before the download. Where a policy forbids it, validate() says yes all the same, and WebKit's compile() too.
  await WebAssembly.instantiate(EMPTY_MODULE).catch((thrown) => {
    throw new Failure('csp', thrown);
  });
  const module = await fetchModule(new URL('./us_uz_explainer_bg.wasm', import.meta.url));
  try {
    await init({ module_or_path: module });
  } catch (thrown) {
    // A file of another version lacks what this one imports.
    throw new Failure('invalid', thrown);
  }
  return new Instance(Explainer);
}
