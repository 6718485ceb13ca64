// One explainer's way to its WebAssembly object: questions, changes that can wait for the next frame, and the end.

import { Failure } from './failure.js';

/** @typedef {import('./us_uz_explainer.js').Explainer} Explainer */

export class Door {
  /** What the reader's hand asked for since the last frame. @type {Map<string, (wasm: Explainer) => void>} */
  #wishes = new Map();
  #wasm;

  /**
   * @param {import('./guard.js').Instance} instance
   * @param {import('./guard.js').Tenant} tenant
   * @param {string} palette
   * @param {AbortSignal} signal  after it nobody goes through
   * @param {string} [digest]  of another dossier than the one that is built in
   * @throws {Failure}
   */
  constructor(instance, tenant, palette, signal, digest) {
    this.instance = instance;
    this.tenant = tenant;
    this.signal = signal;
    instance.join(tenant);
    try {
      this.#wasm = instance.guard(tenant, () => new instance.Explainer(palette, digest));
      /** What readers see, by key. */
      this.words = instance.guard(tenant, () => this.#wasm.words());
      // A canvas of its own: sizing one that is painted on resets its font.
      instance.guard(tenant, () => this.#wasm.measureWith(document.createElement('canvas')), 'canvas');
    } catch (thrown) {
      instance.leave(tenant);
      throw thrown;
    }
  }

  /**
   * @template T
   * @param {(wasm: Explainer) => T} work
   * @param {import('./failure.js').FailureCode} [code]  what a thrown string means here
   * @returns {T | undefined}  undefined when the explainer has stopped
   */
  ask(work, code) {
    if (this.signal.aborted) return undefined;
    try {
      return this.instance.guard(this.tenant, () => work(this.#wasm), code);
    } catch (thrown) {
      const failure = Failure.from(thrown);
      // A trap has told every tenant already.
      if (failure.code !== 'trap') this.tenant.trapped(failure, true);
      return undefined;
    }
  }

  /** @param {string} kind @param {(wasm: Explainer) => void} work  a later one of its kind takes its place */
  wish(kind, work) {
    this.#wishes.set(kind, work);
  }

  /** Does what was wished for. @returns {boolean} whether there was anything */
  grant() {
    const wishes = [...this.#wishes.values()];
    this.#wishes.clear();
    for (const work of wishes) this.ask(work);
    return wishes.length > 0;
  }

  /** The object is not freed after a trap: its memory is not to be touched. */
  close() {
    try {
      this.instance.guard(this.tenant, () => this.#wasm.free());
    } catch {
      // Reported when it happened.
    }
    this.instance.leave(this.tenant);
  }
}
