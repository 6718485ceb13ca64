// One live explainer: joins the WebAssembly object, the stage and the reader.

import { Failure } from './failure.js';
import { loadCards, loadText } from './load.js';
import { Screen } from './screen.js';
import { complete, isComplete, markCurrent } from './text.js';
import { wire } from './wiring.js';

/**
 * @typedef {import('./us_uz_explainer.js').Picture} Picture
 * @typedef {import('./us_uz_explainer.js').Explainer} Explainer
 */

/**
 * What the element does for its live part.
 * @typedef {object} Owner
 * @property {() => void} ready
 * @property {(failure: Failure, own: boolean) => void} failed
 * @property {(name: string, detail: unknown) => void} emit
 * @property {() => void} changed   the state may have changed
 */

/** @type {readonly Picture[]} */
const PICTURES = ['ties', 'map'];

/** From this width of the container on, the legend of the ties starts unfolded. */
const WIDE_CSS_PX = 600;

export class Live {
  #end = new AbortController();
  /** @type {Map<Picture, string>} */
  #sizes = new Map();
  #painted = false;
  /** Until they are there the card says what the wasm knows. @type {import('./load.js').Cards} */
  #cards = {};
  /** @type {Screen} */
  #screen;

  /**
   * @param {HTMLElement} host
   * @param {import('./stage.js').Stage} stage
   * @param {import('./guard.js').Instance} instance
   * @param {import('./theme.js').Scheme} scheme
   * @param {Owner} owner
   * @throws {Failure}
   */
  constructor(host, stage, instance, scheme, owner) {
    this.host = host;
    this.stage = stage;
    this.instance = instance;
    this.owner = owner;
    instance.join(this);
    try {
      /** @type {Explainer} */
      this.wasm = instance.guard(this, () => new instance.Explainer(scheme));
      stage.name(instance.guard(this, () => this.wasm.words()));
      // A canvas of its own: sizing one that is painted on resets its font.
      instance.guard(this, () => this.wasm.measureWith(document.createElement('canvas')), 'canvas');
    } catch (thrown) {
      instance.leave(this);
      throw thrown;
    }
    stage.live = true;
    stage.legendOpen = host.clientWidth >= WIDE_CSS_PX;
    const { signal } = this.#end;
    this.#screen = new Screen(
      PICTURES.map((each) => stage[each].box),
      PICTURES.map((each) => stage[each].probe),
      { measure: () => this.#measure(), paint: () => this.#paint() },
      signal,
    );
    wire(this, stage, signal);
  }

  /** First view and first painting; the element is ready when it is seen. @param {() => void} setUp */
  begin(setUp) {
    setUp();
    this.#drain();
    this.#refresh();
    // Nobody did anything yet: arriving is not worth an announcement.
    this.stage.announce('');
    this.#measure();
  }

  /**
   * One change of state, with everything that follows from it.
   * @template T
   * @param {(wasm: Explainer) => T} work
   * @returns {T | undefined}
   */
  act(work) {
    const result = this.#call(work);
    this.#drain();
    this.#refresh();
    return result;
  }

  /** The state as link text. */
  get view() {
    return this.#call((wasm) => wasm.view()) ?? '';
  }

  /** @param {string} view */
  set view(view) {
    const unread = this.act((wasm) => wasm.setView(view));
    if (unread !== undefined) this.stage.note = unread;
  }

  /** @param {import('./theme.js').Scheme} scheme */
  set scheme(scheme) {
    this.act((wasm) => wasm.setTheme(scheme));
    this.#screen.request();
  }

  /**
   * Follows a link of the text or the card.
   * @param {readonly [string, string]} link
   */
  follow([key, value]) {
    if (key === 'event' || key === 'tie' || key === 'base') this.act((wasm) => wasm.select(`${key}:${value}`));
    else if (key === 'step') this.view = `step=${value}`;
    else this.view = [...this.view.split('&').filter((pair) => !pair.startsWith(`${key}=`)), `${key}=${value}`].join('&');
  }

  /**
   * What is drawn at this point of a picture.
   * @param {Picture} picture
   * @param {number} x  CSS px from the left
   * @param {number} y  CSS px from the top
   * @param {number} slop  CSS px
   */
  pick(picture, x, y, slop) {
    return this.#call((wasm) => wasm.pick(picture, x, y, slop)) ?? '';
  }

  /** Only the overlay follows the pointer: the card stays. @param {string} target */
  hover(target) {
    this.#call((wasm) => wasm.hover(target));
    this.#drain();
  }

  /** A lost bitmap comes back empty, and the layers believe that they are painted. @param {Picture} picture */
  renew(picture) {
    this.#sizes.delete(picture);
    this.stage.renew(picture);
    this.#measure();
  }

  /** @param {Failure} failure @param {boolean} own */
  trapped(failure, own) {
    this.owner.failed(failure, own);
  }

  /** Lets go of everything. The object is not freed after a trap: its memory is not to be touched. */
  stop() {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.stage.live = false;
    this.stage.detailMissing = false;
    try {
      this.instance.guard(this, () => this.wasm.free());
    } catch {
      // Reported when it happened.
    }
    this.instance.leave(this);
  }

  /**
   * @template T
   * @param {(wasm: Explainer) => T} work
   * @param {import('./failure.js').FailureCode} [code]
   * @returns {T | undefined}  undefined when the explainer has stopped
   */
  #call(work, code) {
    if (this.#end.signal.aborted) return undefined;
    try {
      return this.instance.guard(this, () => work(this.wasm), code);
    } catch (thrown) {
      const failure = Failure.from(thrown);
      // A trap has told every tenant already.
      if (failure.code !== 'trap') this.owner.failed(failure, true);
      return undefined;
    }
  }

  #drain() {
    for (const effect of this.#call((wasm) => wasm.drain()) ?? []) {
      if (effect.kind === 'frame') this.#screen.request();
      else if (effect.kind === 'announce') this.stage.announce(effect.text);
      else this.owner.emit(effect.name, effect.detail);
    }
  }

  #refresh() {
    const { stage } = this;
    const state = this.#call((wasm) => wasm.state());
    const card = this.#call((wasm) => wasm.card());
    const legends = PICTURES.map((each) => this.#call((wasm) => wasm.legend(each)));
    if (!state || !card || !legends[0] || !legends[1]) return;
    stage.state(state);
    stage.show(stage.card, this.#cards[state.card] ?? card);
    stage.show(stage.legendTies, legends[0]);
    stage.show(stage.legendMap, legends[1]);
    markCurrent(this.host, state.selected);
    this.owner.changed();
  }

  /** Heights follow widths; painting at once spares a frame with a stretched picture. */
  #measure() {
    let changed = false;
    for (const picture of PICTURES) {
      const { box } = this.stage[picture];
      const width = box.clientWidth;
      const size = `${width} ${devicePixelRatio}`;
      // Not in a box without width, such as a folded tab: its turn comes when it is unfolded.
      if (width === 0 || this.#sizes.get(picture) === size) continue;
      const height = this.#call((wasm) => Math.ceil(wasm.heightFor(picture, width)));
      if (height === undefined) return;
      box.style.blockSize = `${height}px`;
      this.#call((wasm) => wasm.resize(picture, width, height, devicePixelRatio));
      this.#sizes.set(picture, size);
      changed = true;
    }
    if (changed) this.#paint();
  }

  #paint() {
    this.#drain();
    this.#screen.done();
    for (const picture of PICTURES) {
      if (!this.#sizes.has(picture)) continue;
      const { base, overlay } = this.stage[picture];
      if (this.#call((wasm) => wasm.paint(picture, base, overlay), 'canvas') === undefined) return;
    }
    if (this.#painted || this.#sizes.size < PICTURES.length) return;
    this.#painted = true;
    this.owner.ready();
    this.#fetchCards();
    this.#fetchText();
  }

  async #fetchCards() {
    try {
      const cards = await loadCards();
      if (this.#end.signal.aborted) return;
      this.#cards = cards;
      this.#refresh();
    } catch {
      // Everything else works without.
      if (!this.#end.signal.aborted) this.stage.detailMissing = true;
    }
  }

  /** A page without the text version gets it; one that has it is not touched. */
  async #fetchText() {
    if (isComplete(this.host)) return;
    try {
      const text = await loadText();
      if (this.#end.signal.aborted) return;
      complete(this.host, text);
      this.#refresh();
    } catch {
      if (!this.#end.signal.aborted) this.stage.detailMissing = true;
    }
  }
}
