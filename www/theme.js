// Light or dark: the element's own `theme`, else the page's `data-theme`, else the reader's preference.

/** @typedef {'light' | 'dark'} Scheme */

/**
 * @param {string | null} text
 * @returns {'auto' | Scheme}
 */
export function themeOf(text) {
  return text === 'light' || text === 'dark' ? text : 'auto';
}

/** Watches what an element's scheme depends on. */
export class Theme {
  #query = matchMedia('(prefers-color-scheme: dark)');
  #observer;

  /**
   * @param {HTMLElement} host
   * @param {() => void} changed
   */
  constructor(host, changed) {
    this.host = host;
    this.changed = changed;
    this.#query.addEventListener('change', changed);
    this.#observer = new MutationObserver(changed);
    this.#observer.observe(host.ownerDocument.documentElement, { attributeFilter: ['data-theme'] });
  }

  /** @returns {Scheme} */
  get scheme() {
    const own = themeOf(this.host.getAttribute('theme'));
    if (own !== 'auto') return own;
    const page = themeOf(this.host.closest('[data-theme]')?.getAttribute('data-theme') ?? null);
    if (page !== 'auto') return page;
    return this.#query.matches ? 'dark' : 'light';
  }

  stop() {
    this.#query.removeEventListener('change', this.changed);
    this.#observer.disconnect();
  }
}
