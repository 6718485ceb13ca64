// Runs in a page before its own scripts and counts what outlives an element. Serialised: it may use nothing from outside.

/** Puts `window.account` in place: WebAssembly's memory, what listens and observes in the page, what was mounted. */
export function keepAccount() {
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  /** How many listeners of a type stand on what outlives an element, such as `window hashchange`. */
  const standing = new Map();
  const count = (what, by) => standing.set(what, (standing.get(what) ?? 0) + by);

  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const result = await instantiate.apply(WebAssembly, given);
    const { memory } = (result.instance ?? result).exports;
    if (memory) memories.push(memory);
    return result;
  };

  /** Each target with what it has been given, held no longer than the engine itself holds it. @type {WeakMap<EventTarget, Map<string, Set<unknown>>>} */
  const given = new WeakMap();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  /** What it is called in the account; '' for what goes with the element. @param {EventTarget} target */
  function named(target) {
    if (target === window || target === undefined || target === null) return 'window';
    if (target instanceof MediaQueryList) return 'media query';
    if (target instanceof Node && target.getRootNode() === document && !target.parentElement?.closest('us-uz-explainer')) {
      return target.nodeName === 'US-UZ-EXPLAINER' ? '' : target.nodeName.toLowerCase();
    }
    return '';
  }
  function forget(target, key, listener) {
    const set = given.get(target)?.get(key);
    if (set?.delete(listener)) count(key, -1);
  }
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const name = named(target);
    const { signal, once } = typeof options === 'object' && options ? options : {};
    if (name && listener && !signal?.aborted) {
      const key = `${name} ${type}`;
      const all = given.get(target) ?? new Map();
      const set = all.get(key) ?? new Set();
      given.set(target, all.set(key, set));
      if (!set.has(listener)) {
        set.add(listener);
        count(key, 1);
        if (signal) add.call(signal, 'abort', () => forget(target, key, listener), { once: true });
        // With the same signal: what the account adds must not stay longer than what it counts.
        if (once) add.call(target, type, () => forget(target, key, listener), { once: true, signal });
      }
    }
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener) forget(target, `${named(target)} ${type}`, listener);
    return remove.call(target, type, listener, options);
  };

  for (const kind of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const { prototype } = window[kind];
    const { observe, disconnect } = prototype;
    const observing = new WeakSet();
    prototype.observe = function (...what) {
      if (!observing.has(this)) count(kind, 1);
      observing.add(this);
      return observe.apply(this, what);
    };
    prototype.disconnect = function () {
      if (observing.delete(this)) count(kind, -1);
      return disconnect.call(this);
    };
  }

  window.account = {
    /** @type {WeakRef<Element>[]} */
    mounted: [],
    wasmBytes: () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    standing: () => Object.fromEntries([...standing].filter(([, number]) => number !== 0).sort()),
    leftAfterCollection,
  };

  /**
   * How many of the mounted elements are still there after the engine has had cause to collect.
   * @param {number} few  enough to stop at  @returns {Promise<number>}
   */
  async function leftAfterCollection(few) {
    const left = () => window.account.mounted.filter((each) => each.deref()).length;
    // Elements are freed by a collector of their own some seconds after the heap's.
    for (let nth = 0; nth < 60; nth++) {
      let litter = [];
      for (let piece = 0; piece < 200; piece++) litter.push(new Array(20_000).fill({ piece }));
      litter = [];
      // A WeakRef that was asked keeps its target until the task ends, so ask seldom.
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (nth % 5 === 4 && left() <= few) break;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return left();
  }
}
