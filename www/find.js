// The section “Find”: search, filters, rows, and the list of what they leave in view.

import { Chips } from './chips.js';
import { Listing } from './listing.js';
import { button, make } from './make.js';
import { Search } from './search.js';

/** A reader who types is not interrupted. */
const PAUSE_MS = 150;

/** From this width of the container on, the groups start unfolded. */
const WIDE_CSS_PX = 900;

/** @type {readonly [import('./us_uz_explainer.js').Group, string][]} */
const GROUPS = [['partner', 'filter-partner'], ['theme', 'filter-theme'], ['kind', 'filter-kind'], ['row', 'rows-label']];

export class Find {
  #live;
  #input = make('input');
  #clear;
  #chips;
  #listing;
  /** @type {Search | undefined} */
  #search;
  /** The query that the state's records were found for. */
  #done = '';
  #timer = 0;

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    this.#live = live;
    const { stage } = live;
    const heading = make('h2', '', stage.say('find-title'));
    heading.id = 'find';
    this.#clear = button('clear', stage.say('clear-filters'));
    this.#clear.addEventListener('click', () => {
      if (this.#clear.getAttribute('aria-disabled') !== 'true') this.#reset();
    });
    const wide = live.host.clientWidth >= WIDE_CSS_PX;
    this.#chips = GROUPS.map(([group, title]) => new Chips(live, group, stage.say(title), wide));
    this.#listing = new Listing(live, () => this.#reset());
    const { find } = stage.rooms;
    find.setAttribute('aria-labelledby', heading.id);
    const filters = make('div', 'filters', this.#field(), ...this.#chips.map((each) => each.element), this.#clear);
    find.append(heading, filters, this.#listing.element);
    live.signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  #field() {
    const input = this.#input;
    input.type = 'search';
    input.id = 'search';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.enterKeyHint = 'search';
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#run(input.value), PAUSE_MS);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) this.#run(input.value);
    });
    const label = make('label', '', this.#live.stage.say('search-label'));
    label.htmlFor = input.id;
    const field = make('div', 'search', label, input);
    // There is nothing to search in before the cards are there.
    field.hidden = true;
    return field;
  }

  /** @param {import('./us_uz_explainer.js').State} state */
  tell(state) {
    this.#begin();
    if (this.#search && state.query !== this.#done) {
      // From a link, or cleared elsewhere; what is found comes back here.
      this.#input.value = state.query;
      this.#run(state.query);
      return;
    }
    this.#clear.setAttribute('aria-disabled', String(!state.filtered && state.query === ''));
    for (const each of this.#chips) each.tell();
    this.#listing.tell(state.selected, this.#search, state.query);
  }

  /** @param {string} target */
  over(target) {
    this.#listing.over(target);
  }

  /** Once the cards are there. */
  #begin() {
    const { cards } = this.#live;
    if (this.#search || !cards) return;
    this.#search = new Search(cards, (text) => this.#live.ask((wasm) => wasm.fold(text)) ?? '');
    const field = this.#input.parentElement;
    if (field) field.hidden = false;
  }

  /** @param {string} typed */
  #run(typed) {
    clearTimeout(this.#timer);
    const query = typed.trim();
    const found = query ? this.#search?.run(query) ?? [] : [];
    // Before the state is shown again, or it would be searched for again.
    this.#done = query;
    this.#live.act((wasm) => {
      wasm.setFound(query, found.join(' '));
      this.#done = wasm.state().query;
    });
  }

  #reset() {
    clearTimeout(this.#timer);
    this.#input.value = '';
    this.#done = '';
    this.#live.act((wasm) => wasm.clearFilters());
  }
}
