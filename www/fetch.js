// Fetches files with patience, and sorts what goes wrong by cause.

import { Failure } from './failure.js';

/** How long a reader may be left waiting before the text version is declared the final one. */
const PATIENCE_MS = 30_000;

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
