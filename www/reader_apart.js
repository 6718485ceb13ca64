// Reading apart from the page: in a worker, so that a large file stops nobody and what goes wrong there ends there. Where
// a policy or an old browser refuses workers, on the page's own thread.

import init, { OwnDossier } from './us_uz_reader.js';

/**
 * What the reader answers; cards and text are JSON, panel is for the panel of the test.
 * @typedef {{ problems: import('./explainer.d.ts').DossierProblem[] } | { digest: string, lang: string, cards: string, text: string, panel: string }} Answer
 * @typedef {{ module: WebAssembly.Module, bytes: Uint8Array<ArrayBuffer> }} Order
 */

/** What the worker says once its program runs. */
const HERE = 'here';

/** What was thrown on the page's own thread: its instance cannot be trusted after that. @type {unknown} */
let broken;

/**
 * @param {WebAssembly.Module} module
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function readApart(module, bytes, signal) {
  const refused = Symbol('refused');
  const answer = await inWorker({ module, bytes }, signal, refused);
  if (answer !== refused) return /** @type {Answer} */ (answer);
  if (broken) throw broken;
  try {
    return await read({ module, bytes });
  } catch (thrown) {
    broken = thrown;
    throw thrown;
  }
}

/**
 * @template T
 * @param {Order} order
 * @param {AbortSignal} signal
 * @param {T} refused  the answer where there are no workers
 * @returns {Promise<Answer | T>}
 */
function inWorker(order, signal, refused) {
  return new Promise((resolve, reject) => {
    let here = false;
    /** @type {Worker} */
    let worker;
    try {
      worker = started();
    } catch {
      resolve(refused);
      return;
    }
    signal.addEventListener('abort', () => {
      worker.terminate();
      reject(signal.reason);
    });
    worker.onmessage = ({ data }) => {
      if (data === HERE) {
        here = true;
        worker.postMessage(order, [order.bytes.buffer]);
        return;
      }
      worker.terminate();
      if ('thrown' in data) reject(new Error(data.thrown));
      else resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      if (here) reject(new Error(event.message));
      else resolve(refused);
    };
  });
}

/** A worker that runs this bundle. @returns {Worker} */
function started() {
  const own = import.meta.url;
  // A worker's program must be of the page's origin: that of another is imported by one that is.
  const near = new URL(own).origin === self.origin;
  const program = near ? own : URL.createObjectURL(new Blob([`import ${JSON.stringify(own)};`], { type: 'text/javascript' }));
  try {
    return new Worker(program, { type: 'module' });
  } finally {
    // Not at once: the browser fetches it first.
    if (!near) setTimeout(() => URL.revokeObjectURL(program), 60_000);
  }
}

/** In the worker: one order, one answer. */
export function serve() {
  const scope = /** @type {{ postMessage: (message: unknown) => void, onmessage: unknown }} */ (/** @type {unknown} */ (globalThis));
  scope.onmessage = async (/** @type {MessageEvent<Order>} */ { data }) => {
    try {
      scope.postMessage(await read(data));
    } catch (thrown) {
      scope.postMessage({ thrown: String(thrown) });
    }
  };
  scope.postMessage(HERE);
}

/** @param {Order} order @returns {Promise<Answer>} */
async function read({ module, bytes }) {
  await init({ module_or_path: module });
  const own = new OwnDossier(bytes);
  const problems = JSON.parse(own.problems());
  const answer = problems.length > 0
    ? { problems }
    : { digest: own.digest(), lang: own.locale(), cards: own.cards(), text: own.text(), panel: own.panel() };
  own.free();
  return answer;
}
