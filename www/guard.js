// The one door to WebAssembly. After a trap the instance's memory cannot be trusted, so nobody goes through again.

import { Failure } from './failure.js';

/**
 * An element that uses the instance.
 * @typedef {object} Tenant
 * @property {(failure: Failure, own: boolean) => void} trapped  told once; `own` if it was this tenant's call
 */

/**
 * One WebAssembly instance and the elements that share it.
 * @template [Class=typeof import('./us_uz_explainer.js').Explainer]  the class that it offers
 */
export class Instance {
  /** @type {Failure | null} */
  #broken = null;
  /** @type {Set<Tenant>} */
  #tenants = new Set();

  /** @param {Class} Explainer */
  constructor(Explainer) {
    this.Explainer = Explainer;
  }

  /** @param {Tenant} tenant */
  join(tenant) {
    this.#tenants.add(tenant);
  }

  /** @param {Tenant} tenant */
  leave(tenant) {
    this.#tenants.delete(tenant);
  }

  /**
   * Runs one call into WebAssembly.
   *
   * Rust reports what it foresaw by throwing a string: that concerns the caller alone. Anything else is a trap,
   * or the glue stumbling over one, and concerns every tenant.
   * @template T
   * @param {Tenant} tenant
   * @param {() => T} work
   * @param {import('./failure.js').FailureCode} [code]  what a thrown string means here
   * @returns {T}
   * @throws {Failure}
   */
  guard(tenant, work, code = 'data') {
    if (this.#broken) throw this.#broken;
    try {
      return work();
    } catch (thrown) {
      if (typeof thrown === 'string') throw new Failure(code, thrown);
      const failure = new Failure('trap', thrown);
      this.#broken = failure;
      for (const each of [...this.#tenants]) each.trapped(failure, each === tenant);
      this.#tenants.clear();
      throw failure;
    }
  }
}
