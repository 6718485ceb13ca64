// The list of what is in view: marks what was searched for, what is chosen, and what the pointer is over.

import { button, make } from './make.js';

/** @typedef {import('./us_uz_explainer.js').NodeData} NodeData */

export class Listing {
  #live;
  #nodes = make('div', 'list-nodes');
  #nothing;
  #over = '';
  element;

  /** @param {import('./live.js').Live} live @param {() => void} clear */
  constructor(live, clear) {
    this.#live = live;
    const { stage } = live;
    const again = button('', stage.say('clear-filters'));
    again.addEventListener('click', clear);
    const said = make('p', '', `${stage.say('nothing-found')} ${stage.say('nothing-found-hint')}`);
    this.#nothing = make('div', 'nothing', said, again);
    this.element = make('div', 'list', this.#nodes, this.#nothing);
    // It scrolls, so keys must reach it.
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', stage.say('list-label'));
  }

  /**
   * @param {string} selected
   * @param {import('./search.js').Search | undefined} search
   * @param {string} query
   */
  tell(selected, search, query) {
    let nodes = this.#live.ask((wasm) => wasm.list());
    if (!nodes) return;
    const terms = search && query ? search.terms(query) : [];
    if (search && terms.length > 0) nodes = nodes.map((node) => withMarks(node, search, terms));
    const focused = this.#focused();
    this.#live.stage.show(this.#nodes, nodes);
    // The link that was followed may have moved; who followed it stays on it.
    if (focused && !this.#focused()) this.#entry(focused)?.querySelector('a')?.focus({ preventScroll: true });
    this.#nothing.hidden = this.#nodes.querySelector('li') !== null;
    for (const each of this.#nodes.querySelectorAll('[aria-current]')) each.removeAttribute('aria-current');
    this.#entry(selected)?.setAttribute('aria-current', 'true');
    this.over(this.#over);
  }

  /** Nothing scrolls: the reader's eyes are elsewhere. @param {string} target */
  over(target) {
    this.#entry(this.#over)?.classList.remove('is-over');
    this.#over = target;
    this.#entry(target)?.classList.add('is-over');
  }

  /** @param {string} target @returns {Element | null} */
  #entry(target) {
    return target ? this.#nodes.querySelector(`[data-target="${CSS.escape(target)}"]`) : null;
  }

  /** The target of the entry that has the focus; '' if none. */
  #focused() {
    const active = /** @type {ShadowRoot} */ (this.#nodes.getRootNode()).activeElement;
    const entry = active && this.#nodes.contains(active) ? active.closest('[data-target]') : null;
    return entry?.getAttribute('data-target') ?? '';
  }
}

/**
 * @param {NodeData} node
 * @param {import('./search.js').Search} search
 * @param {readonly string[]} terms
 * @returns {NodeData}
 */
function withMarks(node, search, terms) {
  const target = node.attrs.find(([name]) => name === 'data-target')?.[1];
  if (!target) return { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : withMarks(child, search, terms))) };
  /** @type {(NodeData | string)[]} */
  const more = [];
  const children = node.children.map((child) => {
    if (typeof child === 'string' || child.tag !== 'a') return child;
    const title = child.children.join('');
    const snippet = search.snippet(target, title, terms);
    if (snippet.length > 0) more.push({ tag: 'p', attrs: [['class', 'snippet']], children: snippet });
    return { ...child, children: search.marked(title, terms) };
  });
  return { ...node, children: [...children, ...more] };
}
