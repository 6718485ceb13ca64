// Fetches and starts WebAssembly, once for all elements of this module, and sorts what goes wrong by cause.

import init, { Explainer } from './us_uz_explainer.js';
import { Failure } from './failure.js';
import { Instance } from './guard.js';
import { fresh } from './text.js';

/** How long a reader may be left waiting before the text version is declared the final one. */
const PATIENCE_MS = 30_000;

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

/** @param {URL} url @returns {Promise<WebAssembly.Module>} */
export function fetchModule(url) {
  return patiently(async (signal) => compile(await get(url, signal)));
}

/**
 * @param {Response} response
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(response) {
  try {
    // Many file stores serve .wasm as octet-stream, which the streaming call refuses after the fact.
    const streams = response.headers.get('content-type') === 'application/wasm';
    if (streams && WebAssembly.compileStreaming) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (thrown) {
    // A lost connection is a TypeError, a call broken off a DOMException. Firefox calls half a module “out of memory”.
    if (thrown instanceof TypeError || thrown instanceof DOMException) throw thrown;
    throw new Failure('invalid', thrown);
  }
}

/**
 * @param {URL} url
 * @param {AbortSignal} signal
 * @param {RequestInit} [how]
 */
export async function get(url, signal, how) {
  /** @type {(event: SecurityPolicyViolationEvent) => void} */
  let onViolation = () => {};
  const refused = new Promise((_, reject) => {
    onViolation = (event) => {
      if (event.blockedURI.startsWith(url.href)) reject(new Failure('csp', `connect-src refuses ${url.href}`));
    };
  });
  document.addEventListener('securitypolicyviolation', onViolation);
  try {
    // A refused connection looks like a lost one until the violation is reported, a moment later.
    const request = fetch(url, { ...how, signal }).catch(async (thrown) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw thrown;
    });
    const response = /** @type {Response} */ (await Promise.race([request, refused]));
    if (!response.ok) throw new Failure('missing', `${response.status} for ${url.href}`);
    return response;
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}

/** An import cannot be broken off, but need not be waited for. @param {AbortSignal} signal @returns {Promise<never>} */
export function ended(signal) {
  return new Promise((_, reject) => { signal.addEventListener('abort', reject, { once: true }); });
}

/**
 * Runs `work` with a deadline; whatever is left unsorted was the network.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function patiently(work) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    return await work(abort.signal);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure(abort.signal.aborted ? 'timeout' : 'network', thrown);
  } finally {
    clearTimeout(timer);
  }
}
