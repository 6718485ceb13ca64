// When may and must something be painted? Sizes, pixel density, visibility, and the one animation frame.

/** How far below the screen an element still counts as near. */
const NEAR = '600px';

/**
 * Calls `near` once, when the element comes close to the part of the page that is seen.
 * @param {Element} element
 * @param {() => void} near
 * @returns {() => void} stops waiting
 */
export function whenNear(element, near) {
  if (typeof IntersectionObserver === 'undefined') {
    near();
    return () => {};
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    near();
  }, { rootMargin: NEAR });
  observer.observe(element);
  return () => observer.disconnect();
}

/** One animation frame at a time, only while somebody can see it. */
export class Screen {
  #frame = 0;
  #due = false;
  /** The boxes that are on the screen. @type {Set<Element>} */
  #seen = new Set();
  #signal;
  #observers;

  /**
   * @param {readonly Element[]} boxes     the pictures: nothing is painted while none of them can be seen
   * @param {readonly Element[]} probes    whose widths matter
   * @param {{ measure: () => void, paint: () => void }} work  `measure` is called when a width or the density changed
   * @param {AbortSignal} signal           ends everything
   */
  constructor(boxes, probes, work, signal) {
    this.work = work;
    this.#signal = signal;
    const sizes = new ResizeObserver(() => work.measure());
    for (const probe of probes) sizes.observe(probe);
    const sight = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#seen.add(target);
        else this.#seen.delete(target);
      }
      this.#settle();
    });
    for (const box of boxes) sight.observe(box);
    this.#observers = [sizes, sight];
    document.addEventListener('visibilitychange', () => this.#settle(), { signal });
    this.#watchDensity();
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      for (const each of this.#observers) each.disconnect();
    }, { once: true });
  }

  /** Something changed: paint at the next frame, or when it can be seen again. */
  request() {
    this.#due = true;
    this.#settle();
  }

  /** The painting was done outside a frame. */
  done() {
    this.#due = false;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #settle() {
    const can = this.#seen.size > 0 && !document.hidden;
    if (this.#due && can && this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#due = false;
        this.work.paint();
      });
    } else if (!can && this.#frame !== 0) {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
    }
  }

  /** A query for one density fires once, when it stops being true: then the next one is asked. */
  #watchDensity() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => {
      if (this.#signal.aborted) return;
      this.work.measure();
      this.#watchDensity();
    }, { once: true, signal: this.#signal });
  }
}
