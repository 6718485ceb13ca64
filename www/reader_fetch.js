// The file of a host's own dossier: its address, and its bytes as far as they are wanted.

import { worded } from './reader_words.js';

/** A dossier has at most this many bytes. */
const MOST_BYTES = 10_000_000;

/**
 * The address as the page means it. Anything but http and https would be code, or a file of the reader's.
 * @param {string} src @param {string} base @param {import('./reader.js').Tools} tools
 */
export function addressOf(src, base, tools) {
  const url = parsed(src, base);
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw worded('address', src.slice(0, 200), tools);
  url.hash = '';
  return url;
}

/** @param {string} src @param {string} base */
function parsed(src, base) {
  try {
    return new URL(src, base);
  } catch {
    return undefined;
  }
}

/**
 * Without credentials: what a dossier says is the same for every reader.
 * @param {URL} url @param {import('./reader.js').Tools} tools
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetchFile(url, tools) {
  try {
    return await tools.patiently(async (signal) => {
      const response = await tools.get(url, signal, { credentials: 'omit' });
      return gathered(/** @type {ReadableStream<Uint8Array>} */ (response.body), tools);
    });
  } catch (thrown) {
    const failure = tools.Failure.from(thrown);
    const { code, reason } = failure;
    if (code === 'missing' || code === 'network' || code === 'timeout') throw worded(code, reason, tools);
    throw failure;
  }
}

/** The whole of a stream, unless it is too long. @param {ReadableStream<Uint8Array>} stream @param {import('./reader.js').Tools} tools */
async function gathered(stream, tools) {
  const reader = stream.getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw worded('size', `more than ${MOST_BYTES} bytes`, tools);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
