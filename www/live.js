// One live explainer: joins the WebAssembly object, the stage and the reader.

import { fetchRest } from './after.js';
import { Door } from './door.js';
import { Pictures, PICTURES } from './pictures.js';
import { Screen } from './screen.js';
import { isComplete, markCurrent } from './text.js';
import { titlesInCards, titlesInText } from './titles.js';
import { wire } from './wiring.js';

/**
 * @typedef {import('./us_uz_explainer.js').Explainer} Explainer
 * @typedef {import('./failure.js').Failure} Failure
 */

/**
 * What the element does for its live part.
 * @typedef {object} Owner
 * @property {() => void} ready
 * @property {(failure: Failure, own: boolean) => void} failed
 * @property {(name: string, detail: unknown) => void} emit
 * @property {() => void} changed   the state may have changed
 */

/** From this width of the container on, the legend of the ties starts unfolded. */
const WIDE_CSS_PX = 600;

/** Pictures follow every frame of a movement; words, and the page's address, this much more slowly. */
const WORDS_MS = 250;

export class Live {
  #end = new AbortController();
  #door;
  #pictures;
  /** @type {Screen} */
  #screen;
  #begun = false;
  #painted = false;
  /** Whether the last frame left more to come. */
  #moving = false;
  /** When the words were last told, and the timer until they are told again. */
  #told = 0;
  #timer = 0;
  /** Until they are there the card says what the wasm knows. @type {import('./load.js').Cards | undefined} */
  #cards;
  /** The parts of free exploration, once they are there. @type {import('./explore.js').Explore | undefined} */
  explore;

  /**
   * @param {HTMLElement} host
   * @param {import('./stage.js').Stage} stage
   * @param {import('./guard.js').Instance} instance
   * @param {import('./load.js').Dossier} dossier
   * @param {string} palette
   * @param {Owner} owner
   * @throws {Failure}
   */
  constructor(host, stage, instance, dossier, palette, owner) {
    this.host = host;
    this.stage = stage;
    this.dossier = dossier;
    this.owner = owner;
    this.#door = new Door(instance, this, palette, this.signal, dossier.digest);
    this.#pictures = new Pictures(stage, (work, code) => this.ask(work, code));
    stage.name(this.#door.words, dossier.lang);
    stage.live = true;
    stage.legendOpen = host.clientWidth >= WIDE_CSS_PX;
    this.#screen = new Screen(
      PICTURES.map((each) => stage[each].box),
      PICTURES.map((each) => stage[each].probe),
      {
        measure: () => this.#measure(),
        frame: (ms) => this.#frame(ms),
        motion: () => this.steady(false),
      },
      this.signal,
    );
    wire(this);
  }

  get signal() {
    return this.#end.signal;
  }

  /** First view and first painting; the element is ready when it is seen. @param {() => void} setUp */
  begin(setUp) {
    // What was built here may be of the dossier shown before.
    if (isComplete(this.host, true)) this.ask((wasm) => wasm.setTitles(titlesInText(this.host)));
    setUp();
    this.#drain();
    this.refresh();
    // Arriving is worth neither an announcement nor a movement.
    this.stage.announce('');
    this.ask((wasm) => wasm.setMotion(this.#screen.animate));
    this.#begun = true;
    this.#measure();
  }

  /**
   * One change of state, with everything that follows from it.
   * @template T
   * @param {(wasm: Explainer) => T} work
   * @returns {T | undefined}
   */
  act(work) {
    this.#door.grant();
    const result = this.ask(work);
    this.#drain();
    this.refresh();
    return result;
  }

  /**
   * A change that comes often, done at the next frame; a later one of the same kind takes its place.
   * @param {string} kind
   * @param {(wasm: Explainer) => void} work
   */
  soon(kind, work) {
    this.#door.wish(kind, work);
    this.#screen.request();
  }

  /**
   * One question, or a change that nothing follows from.
   * @template T
   * @param {(wasm: Explainer) => T} work
   * @param {import('./failure.js').FailureCode} [code]
   * @returns {T | undefined}  undefined when the explainer has stopped
   */
  ask(work, code) {
    return this.#door.ask(work, code);
  }

  /** While the reader holds something in hand, the pictures follow at once. @param {boolean} on */
  steady(on) {
    this.act((wasm) => wasm.setMotion(!on && this.#screen.animate));
  }

  /** The state as link text. */
  get view() {
    return this.ask((wasm) => wasm.view()) ?? '';
  }

  /** @param {string} view */
  set view(view) {
    const unread = this.act((wasm) => wasm.setView(view));
    if (unread !== undefined) this.stage.note = unread;
  }

  /** What the pictures are drawn in. @param {string} palette  see Theme.palette */
  set palette(palette) {
    this.act((wasm) => wasm.setTheme(palette));
    this.#screen.request();
  }

  /** How much each picture is enlarged. */
  get scales() {
    return this.#pictures.scales;
  }

  get cards() {
    return this.#cards;
  }

  set cards(cards) {
    this.#cards = cards;
    if (cards) this.ask((wasm) => wasm.setTitles(titlesInCards(cards)));
    this.refresh();
  }

  /** Only the overlay follows the pointer: the card stays. @param {string} target */
  hover(target) {
    this.ask((wasm) => wasm.hover(target));
    this.#drain();
    this.explore?.over(target);
  }

  /** The browser lost a bitmap. @param {import('./us_uz_explainer.js').Picture} picture */
  renew(picture) {
    this.#pictures.renew(picture);
    this.#measure();
  }

  /** Some engines tell nobody that they have dropped the bitmaps of a tab in the background. */
  comeBack() {
    for (const picture of this.#pictures.emptied()) this.renew(picture);
  }

  /** @param {Failure} failure @param {boolean} own */
  trapped(failure, own) {
    this.owner.failed(failure, own);
  }

  stop() {
    if (this.signal.aborted) return;
    this.#end.abort();
    clearTimeout(this.#timer);
    this.stage.live = false;
    this.stage.strip();
    this.#door.close();
  }

  /** Shows the state again. @param {boolean} [quick]  whether the words may wait */
  refresh(quick = false) {
    const state = this.ask((wasm) => wasm.state());
    if (!state) return;
    this.stage.state(state);
    this.explore?.state(state);
    clearTimeout(this.#timer);
    const wait = quick ? this.#told + WORDS_MS - performance.now() : 0;
    if (wait > 0) this.#timer = setTimeout(() => this.refresh(), wait);
    else this.#tell(state);
  }

  /** @param {import('./us_uz_explainer.js').State} state */
  #tell(state) {
    const { stage } = this;
    this.#told = performance.now();
    const card = this.ask((wasm) => wasm.card());
    const legends = PICTURES.map((each) => this.ask((wasm) => wasm.legend(each)));
    if (!card || !legends[0] || !legends[1]) return;
    stage.show(stage.card, this.#cards?.[state.card] ?? card);
    stage.show(stage.legendTies, legends[0]);
    stage.show(stage.legendMap, legends[1]);
    markCurrent(this.host, state.selected);
    this.explore?.tell(state);
    if (!this.#moving) this.owner.changed();
  }

  #drain() {
    let size = false;
    for (const effect of this.ask((wasm) => wasm.drain()) ?? []) {
      if (effect.kind === 'frame') this.#screen.request();
      else if (effect.kind === 'size') size = true;
      else if (effect.kind === 'announce') this.stage.announce(effect.text);
      else this.owner.emit(effect.name, effect.detail);
    }
    if (!size) return;
    this.#pictures.forget();
    this.#measure();
  }

  #measure() {
    // At once: that spares a frame with a stretched picture.
    if (this.#begun && this.#pictures.measure()) this.#paint();
  }

  /** @param {number} ms  since the last frame @returns {boolean} whether more is to come */
  #frame(ms) {
    const asked = this.#door.grant();
    const moved = this.#moving;
    this.#moving = this.ask((wasm) => wasm.tick(ms)) ?? false;
    if (asked || moved || this.#moving) this.refresh(asked || this.#moving);
    this.#paint();
    return this.#moving;
  }

  #paint() {
    this.#drain();
    this.#screen.done();
    if (!this.#pictures.paint() || this.#painted) return;
    this.#painted = true;
    this.owner.ready();
    fetchRest(this);
  }
}
