// Light or dark: the element's own `theme`, else the page's `data-theme`, else the reader's preference. And how strongly:
// more contrast where the reader asks for it, the system's own colours where it overrides the page's.

/** @typedef {'light' | 'dark'} Scheme */

const MORE = '(prefers-contrast: more)';
const FORCED = '(forced-colors: active)';

/**
 * @param {string | null} text
 * @returns {'auto' | Scheme}
 */
export function themeOf(text) {
  return text === 'light' || text === 'dark' ? text : 'auto';
}

/** Watches what an element's look depends on. */
export class Theme {
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #more = matchMedia(MORE);
  #forced = matchMedia(FORCED);
  #observer;

  /**
   * @param {HTMLElement} host
   * @param {() => void} changed
   */
  constructor(host, changed) {
    this.host = host;
    this.changed = changed;
    for (const query of this.#queries) query.addEventListener('change', changed);
    this.#observer = new MutationObserver(changed);
    this.#observer.observe(host.ownerDocument.documentElement, { attributeFilter: ['data-theme'] });
  }

  get #queries() {
    return [this.#dark, this.#more, this.#forced];
  }

  /** @returns {Scheme} */
  get scheme() {
    const own = themeOf(this.host.getAttribute('theme'));
    if (own !== 'auto') return own;
    const page = themeOf(this.host.closest('[data-theme]')?.getAttribute('data-theme') ?? null);
    if (page !== 'auto') return page;
    return this.#dark.matches ? 'dark' : 'light';
  }

  /** @param {HTMLElement} sample */
  palette(sample) {
    return paletteOf(this.scheme, sample);
  }

  stop() {
    for (const query of this.#queries) query.removeEventListener('change', this.changed);
    this.#observer.disconnect();
  }
}

/**
 * What the pictures are to be drawn in, as the wasm reads it. Pixels are not adjusted by a system that forces its colours, so
 * they are read off an element that is.
 * @param {Scheme} scheme
 * @param {Element} sample
 * @returns {string}
 */
export function paletteOf(scheme, sample) {
  if (matchMedia(FORCED).matches) {
    const { backgroundColor, color, outlineColor } = getComputedStyle(sample);
    const parts = [backgroundColor, color, outlineColor].map((each) => each.match(/[\d.]+/g)?.slice(0, 3).join(' '));
    return `forced ${parts.join(' ')}`;
  }
  return matchMedia(MORE).matches ? `${scheme} more` : scheme;
}
