// One open panel: joins its WebAssembly object, its pictures and its words. The comparisons are computed a little at a time,
// while somebody can see them; nothing runs when they are done.

import { dayOf } from './days.js';
import { dress } from './dress.js';
import { PanelChoices } from './panel_choices.js';
import { PanelPictures } from './panel_pictures.js';
import { PanelRooms } from './panel_rooms.js';
import { PANEL_STYLES } from './panel_styles.js';
import { listenToYearClicks, listenToYearKeys, tellYear } from './panel_years.js';
import { Screen } from './screen.js';
import { paletteOf } from './theme.js';
import { titlesInCards } from './titles.js';

/**
 * @typedef {import('./us_uz_panel.js').Panel} Panel
 * @typedef {import('./us_uz_explainer.js').State} State
 * @typedef {import('./us_uz_explainer.js').NodeData} NodeData
 * `leave`: brings who was within back to where it was opened.
 * @typedef {{ close: () => void, failed: (failure: import('./failure.js').Failure) => void, leave: () => void }} Owner
 */

/** A frame computes no longer than this, asked after so many resamples, and no more often where a clock stands still. */
const SLICE_MS = 3;
const RESAMPLES = 16;
const MOST_ROUNDS = 40;

/** Who reads is not interrupted by every frame's numbers. */
const WORDS_MS = 250;

export class PanelView {
  #live;
  #instance;
  #owner;
  #signal;
  #wasm;
  #pictures;
  #screen;
  #rooms = new PanelRooms();
  #palette;
  #shown = '';
  #drawn = '';
  #chosen = 0;
  /** Whether all intervals are computed, and when their words were last told. */
  #done = false;
  #told = 0;
  /** Whether the reader has just chosen something whose answer is to be said. */
  #asked = false;

  /**
   * @param {import('./live.js').Live} live
   * @param {import('./panel.js').PanelInstance} instance
   * @param {string} data
   * @param {AbortSignal} signal  ends everything
   * @param {Owner} owner
   * @throws {import('./failure.js').Failure}
   */
  constructor(live, instance, data, signal, owner) {
    this.#live = live;
    this.#instance = instance;
    this.#owner = owner;
    this.#signal = signal;
    this.#palette = this.#currentPalette();
    this.#wasm = instance.guard(this, () => new instance.Explainer(this.#palette, data));
    // A canvas of its own: sizing one that is painted on resets its font.
    instance.guard(this, () => this.#wasm.measureWith(document.createElement('canvas')), 'canvas');
    instance.join(this);
    this.#pictures = new PanelPictures((work, code) => this.#ask(work, code));
    this.#furnish();
    // What is furnished may have failed already, and that has been told.
    signal.throwIfAborted();
    dress(live.host, PANEL_STYLES);
    live.stage.rooms.ties.closest('section')?.after(this.#rooms.section);
    const { all } = this.#pictures;
    this.#screen = new Screen([this.#rooms.answer, ...all.map(({ box }) => box)], all.map(({ probe }) => probe), {
      measure: () => this.#measure(),
      frame: () => this.#frame(),
      motion: () => {},
    }, signal);
    document.addEventListener('visibilitychange', () => this.#comeBack(), { signal });
    signal.addEventListener('abort', () => this.#end(), { once: true });
    if (live.stage.now) this.state(live.stage.now);
    this.tell();
    this.#measure();
    this.#tellResults();
    this.#rooms.answer.scrollIntoView({ block: 'nearest' });
  }

  /** @param {State} state */
  state({ from, to, days }) {
    const drawn = days.join();
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#ask((wasm) => wasm.setShown(...days));
      this.#screen.request();
    }
    const shown = `${from}/${to}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (this.#ask((wasm) => wasm.setWindow(dayOf(from), dayOf(to) + 1))) this.#done = false;
    this.#tellYear();
    this.#screen.request();
  }

  /** Colours and titles follow the explainer's. */
  tell() {
    const palette = this.#currentPalette();
    if (palette !== this.#palette) {
      this.#palette = palette;
      this.#ask((wasm) => wasm.setTheme(palette));
      this.#screen.request();
    }
  }

  /** @param {import('./failure.js').Failure} failure */
  trapped(failure) {
    this.#owner.failed(failure);
  }

  #currentPalette() {
    const { sample } = this.#live.stage;
    return paletteOf(/** @type {import('./theme.js').Scheme} */ (sample.dataset.scheme ?? 'light'), sample);
  }

  /**
   * @template T
   * @param {(wasm: Panel) => T} work
   * @param {import('./failure.js').FailureCode} [code]
   * @returns {T | undefined} undefined when the panel has stopped
   */
  #ask(work, code) {
    if (this.#signal.aborted) return undefined;
    try {
      return this.#instance.guard(this, () => work(this.#wasm), code);
    } catch (thrown) {
      const failure = /** @type {import('./failure.js').Failure} */ (thrown);
      // A trap has told every tenant already.
      if (failure.code !== 'trap') this.#owner.failed(failure);
      return undefined;
    }
  }

  #furnish() {
    const say = (/** @type {string} */ key) => this.#ask((wasm) => wasm.word(key)) ?? '';
    const choices = this.#ask((wasm) => wasm.choices()) ?? { pairs: [], curves: [] };
    const chosen = new PanelChoices(choices, say, (key, value) => this.#choose(key, value));
    listenToYearKeys(this.#pictures.each.scores.box, say('year-slider'), this.#years);
    listenToYearClicks(this.#pictures, this.#years);
    const { cards, dossier } = this.#live;
    // The page of the test lies beside this file; a dossier of the page's own has none.
    const page = dossier.panel ? '' : new URL('./test.html', import.meta.url).href;
    this.#rooms.furnish(this.#pictures, chosen, say, () => {
      this.#owner.close();
      this.#owner.leave();
    }, page);
    this.#rooms.section.addEventListener('contextrestored', ({ target }) => {
      this.#pictures.renew(target);
      this.#measure();
    }, { capture: true });
    if (cards) this.#ask((wasm) => wasm.setTitles(titlesInCards(cards)));
  }

  /** @type {import('./panel_years.js').Years} */
  #years = {
    shown: () => /** @type {[number, number]} */ (this.#shown.split('/').map((iso) => Number.parseInt(iso, 10))),
    chosen: () => this.#chosen,
    choose: (year) => {
      this.#chosen = year;
      this.#choose('year', year ? String(year) : '');
    },
  };

  /** @param {import('./panel_choices.js').Key} key @param {string} value */
  #choose(key, value) {
    this.#ask((wasm) => wasm.choose(key, value));
    this.#done = false;
    this.#asked ||= key === 'whose' || key === 'pair';
    // A curve makes the picture higher.
    if (key !== 'year') this.#pictures.forget();
    this.#measure();
    this.#tellYear();
    if (key === 'year') this.#live.stage.announce(this.#words());
  }

  #measure() {
    this.#pictures.measure();
    this.#live.stage.show(this.#rooms.legend, this.#ask((wasm) => wasm.legend()) ?? []);
    this.#screen.request();
  }

  #comeBack() {
    if (document.hidden) return;
    this.#pictures.forget();
    this.#measure();
  }

  #frame() {
    this.#pictures.paint();
    if (this.#done) return false;
    const start = performance.now();
    let rounds = 0;
    do {
      this.#done = this.#ask((wasm) => wasm.advance(RESAMPLES)) ?? true;
      rounds += 1;
    } while (!this.#done && performance.now() - start < SLICE_MS && rounds < MOST_ROUNDS);
    if (this.#done || start - this.#told > WORDS_MS) this.#tellResults();
    if (!this.#done) this.#screen.request();
    return false;
  }

  #tellResults() {
    const nodes = this.#ask((wasm) => wasm.results());
    if (!nodes) return;
    const { stage } = this.#live;
    this.#told = performance.now();
    const isExplored = (/** @type {NodeData} */ node) => node.attrs.some(([, value]) => value === 'ux-explored');
    stage.show(this.#rooms.answer, nodes.filter((node) => !isExplored(node)));
    stage.show(this.#rooms.explored, nodes.filter(isExplored));
    this.#rooms.section.setAttribute('aria-busy', String(!this.#done));
    if (!this.#asked || !this.#done) return;
    this.#asked = false;
    // That of the shown pair, where it is not the declared one.
    const { answer, explored } = this.#rooms;
    const reading = explored.querySelector('.ux-reading') ?? answer.querySelector('.ux-reading');
    stage.announce(reading?.textContent ?? '');
  }

  #tellYear() {
    this.#live.stage.show(this.#rooms.year, this.#ask((wasm) => wasm.yearEvents()) ?? []);
    tellYear(this.#pictures.each.scores.box, this.#years, this.#words());
  }

  /** The chosen year and its scores in words. */
  #words() {
    const sides = [...this.#rooms.year.querySelectorAll('section')];
    const words = sides.map((side) => [...side.children].slice(0, 2).map((each) => each.textContent).join(': '));
    return words.join(' ') || this.#ask((wasm) => wasm.word('year-none')) || '';
  }

  #end() {
    const root = /** @type {ShadowRoot} */ (this.#rooms.section.getRootNode());
    const focused = root.activeElement !== null && this.#rooms.section.contains(root.activeElement);
    this.#rooms.section.remove();
    if (focused) this.#owner.leave();
    try {
      // After a trap its memory is not to be touched, and this does not.
      this.#instance.guard(this, () => this.#wasm.free());
    } catch {
      // Reported when it happened.
    }
    this.#instance.leave(this);
  }
}
