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

/** A tab that was hidden, or a slow frame, must not make things leap. */
const LONGEST_MS = 100;

/** How often a picture that plays moves on for readers who asked for less motion. */
const CALM_MS = 1000;

/** One animation frame at a time, only while somebody can see it. */
export class Screen {
  #frame = 0;
  #due = false;
  /** Whether a frame is being made: what it asks for may be in it already. */
  #running = false;
  /** When the last frame was, while frames follow each other; else 0. */
  #last = 0;
  /** Until the next step in place of the next frame. */
  #timer = 0;
  #calm = matchMedia('(prefers-reduced-motion: reduce)');
  /** The boxes that are on the screen. @type {Set<Element>} */
  #seen = new Set();
  #signal;
  #observers;

  /**
   * @param {readonly Element[]} boxes     the pictures: nothing is painted while none of them can be seen
   * @param {readonly Element[]} probes    whose widths matter
   * @param {Work} work
   * @param {AbortSignal} signal           ends everything
   *
   * @typedef {object} Work
   * @property {() => void} measure                a width or the density changed
   * @property {(ms: number) => boolean} frame     paint; so much time has passed; true: there is more to come
   * @property {(animate: boolean) => void} motion whether the reader can stand motion
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
    this.#calm.addEventListener('change', () => work.motion(this.animate), { signal });
    this.#watchDensity();
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#timer);
      for (const each of this.#observers) each.disconnect();
    }, { once: true });
  }

  /** Whether the reader can stand motion. */
  get animate() {
    return !this.#calm.matches;
  }

  /** Something changed: paint at the next frame, or when it can be seen again. */
  request() {
    this.#due = true;
    if (!this.#running) this.#settle();
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
      this.#frame = requestAnimationFrame((now) => this.#run(now));
    } else if (!can && this.#frame !== 0) {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#last = 0;
    }
  }

  /** @param {number} now */
  #run(now) {
    this.#frame = 0;
    this.#due = false;
    this.#running = true;
    try {
      this.#follow(this.work.frame(this.#last && Math.min(now - this.#last, LONGEST_MS)), now);
    } finally {
      this.#running = false;
    }
    this.#settle();
  }

  /** @param {boolean} more @param {number} now */
  #follow(more, now) {
    this.#last = more && this.animate ? now : 0;
    if (!more || this.#signal.aborted) return;
    if (this.animate) this.request();
    else this.#timer ||= setTimeout(() => this.#step(), CALM_MS);
  }

  /** A step in place of many frames; unseen, it waits for the next frame. */
  #step() {
    this.#timer = 0;
    if (this.#seen.size === 0 || document.hidden) this.request();
    else this.#follow(this.work.frame(CALM_MS), 0);
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
