// The strip of all years under the ties picture: how many events each year has, and the window as a thumb with handles.

import { dayOf, moved } from './days.js';
import { svgElement } from './icons.js';
import { make } from './make.js';
import { inWords, monthStart, withFrom, withTo } from './window_ends.js';

/** @typedef {'thumb' | 'from' | 'to'} Piece */

export class Overview {
  #live;
  #strip;
  #columns = svgElement('path', {});
  #svg = svgElement('svg', { class: 'columns', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  /** @type {Record<Piece, HTMLElement>} */
  #pieces;
  /** @type {import('./us_uz_explainer.js').State | undefined} */
  #state;
  #drawn = '';

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    this.#live = live;
    const { stage } = live;
    this.#pieces = {
      thumb: slider('thumb', stage.say('overview-window')),
      from: slider('handle from', stage.say('overview-from')),
      to: slider('handle to', stage.say('overview-to')),
    };
    this.#svg.append(this.#columns);
    const { thumb, from, to } = this.#pieces;
    this.#strip = make('div', 'strip', this.#svg, make('div', 'window'), from, thumb, to);
    this.#strip.dir = 'ltr';
    const years = make('p', 'years');
    years.setAttribute('aria-hidden', 'true');
    if (stage.now) years.append(...stage.now.domain.map((iso) => make('span', '', iso.slice(0, 4))));
    stage.rooms.ties.append(make('div', 'overview', this.#strip, years));
    this.#strip.addEventListener('pointerdown', (event) => this.#onDown(event));
    for (const piece of /** @type {const} */ (['thumb', 'from', 'to'])) {
      this.#pieces[piece].addEventListener('keydown', (event) => this.#onKey(event, piece));
    }
  }

  /** @param {import('./us_uz_explainer.js').State} state */
  state(state) {
    this.#state = state;
    const { from, to, domain } = state;
    const [first, end] = [dayOf(domain[0]), dayOf(domain[1]) + 1];
    const part = (/** @type {number} */ day) => String((day - first) / (end - first));
    this.#strip.style.setProperty('--from', part(dayOf(from)));
    this.#strip.style.setProperty('--to', part(dayOf(to) + 1));
    this.#strip.classList.toggle('is-whole', state.whole);
    tell(this.#pieces.from, from, domain, inWords(from));
    tell(this.#pieces.to, to, domain, inWords(to));
    tell(this.#pieces.thumb, from, domain, `${inWords(from)} – ${inWords(to)}`);
  }

  tell() {
    const counts = this.#live.ask((wasm) => wasm.density());
    const text = counts?.join() ?? '';
    if (!counts || text === this.#drawn) return;
    this.#drawn = text;
    const most = Math.max(1, ...counts);
    this.#svg.setAttribute('viewBox', `0 0 ${counts.length} ${most}`);
    // A gap between years, so that columns can be counted.
    const column = (/** @type {number} */ count, /** @type {number} */ year) => `M${year + 0.1} ${most}v${-count}h.8v${count}z`;
    this.#columns.setAttribute('d', Array.from(counts, column).join(''));
  }

  /** @param {PointerEvent} event */
  #onDown(event) {
    if (event.button !== 0 || !event.isPrimary || !this.#state) return;
    const live = this.#live;
    const strip = this.#strip;
    const { left, width } = strip.getBoundingClientRect();
    const [first, last] = this.#state.domain.map(dayOf);
    const days = (/** @type {number} */ px) => (px / Math.max(width, 1)) * (last + 1 - first);
    const { thumb, from, to } = this.#pieces;
    const piece = event.target === from ? 'from' : event.target === to ? 'to' : 'thumb';
    if (![thumb, from, to].some((each) => each === event.target)) {
      const middle = (dayOf(this.#state.from) + dayOf(this.#state.to)) / 2;
      const target = moved(this.#state, first + days(event.clientX - left) - middle);
      live.act((wasm) => wasm.setRange(...target));
    }
    const start = this.#state;
    const held = new AbortController();
    const signal = AbortSignal.any ? AbortSignal.any([held.signal, live.signal]) : held.signal;
    this.#pieces[piece].focus({ preventScroll: true });
    // Else the browser begins to select text.
    event.preventDefault();
    strip.setPointerCapture(event.pointerId);
    let steady = false;
    strip.addEventListener('pointermove', (move) => {
      if (!steady) live.steady(true);
      steady = true;
      const target = pushed(start, piece, days(move.clientX - event.clientX));
      live.soon('overview', (wasm) => wasm.setRange(...target));
    }, { signal });
    for (const name of ['pointerup', 'pointercancel']) {
      strip.addEventListener(name, () => {
        held.abort();
        if (steady) live.steady(false);
      }, { signal });
    }
  }

  /** @param {KeyboardEvent} event @param {Piece} piece */
  #onKey(event, piece) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !this.#state) return;
    const target = keyed(this.#state, piece, event.key);
    if (!target) return;
    event.preventDefault();
    this.#live.act((wasm) => wasm.setRange(...target));
  }
}

/** @param {import('./days.js').Times} times @param {Piece} piece @param {number} days @returns {[string, string]} */
function pushed(times, piece, days) {
  if (piece === 'from') return withFrom(times, dayOf(times.from) + days);
  if (piece === 'to') return withTo(times, dayOf(times.to) + days);
  return moved(times, days);
}

/** @param {import('./days.js').Times} times @param {Piece} piece @param {string} key @returns {[string, string] | null} */
function keyed(times, piece, key) {
  const sign = { ArrowLeft: -1, ArrowDown: -1, PageUp: -1, ArrowRight: 1, ArrowUp: 1, PageDown: 1 }[key];
  const far = key.startsWith('Page');
  const [from, to] = [dayOf(times.from), dayOf(times.to)];
  if (piece === 'thumb') {
    const span = to - from + 1;
    if (key === 'Home') return moved(times, -1e5);
    if (key === 'End') return moved(times, 1e5);
    return sign ? moved(times, sign * (far ? span : Math.max(1, span / 10))) : null;
  }
  if (key === 'Home') return pushed(times, piece, -1e5);
  if (key === 'End') return pushed(times, piece, 1e5);
  if (!sign) return null;
  const months = sign * (far ? 12 : 1);
  if (piece === 'from') return withFrom(times, monthStart(from, months));
  return withTo(times, monthStart(to + 1, months) - 1);
}

/** @param {string} name @param {string} label */
function slider(name, label) {
  const element = make('div', name);
  element.tabIndex = 0;
  element.setAttribute('role', 'slider');
  element.setAttribute('aria-label', label);
  return element;
}

/** @param {HTMLElement} piece @param {string} iso @param {[string, string]} domain @param {string} words */
function tell(piece, iso, domain, words) {
  const year = (/** @type {string} */ day) => (1970 + dayOf(day) / 365.2425).toFixed(2);
  piece.setAttribute('aria-valuemin', year(domain[0]));
  piece.setAttribute('aria-valuemax', year(domain[1]));
  piece.setAttribute('aria-valuenow', year(iso));
  piece.setAttribute('aria-valuetext', words);
}
