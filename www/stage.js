// The shadow DOM: slots for the text version, and between them the stage with pictures, controls, card and legends.

import { build } from './nodes.js';
import { STYLES } from './styles.js';

/**
 * @typedef {import('./us_uz_explainer.js').Picture} Picture
 * @typedef {import('./us_uz_explainer.js').NodeData} NodeData
 * @typedef {import('./us_uz_explainer.js').State} State
 */

/**
 * The probe is as wide as its picture and has no height: watching it, a change of height is not taken for news.
 * @typedef {{ box: HTMLElement, probe: HTMLElement, base: HTMLCanvasElement, overlay: HTMLCanvasElement }} Canvases
 */

/** How long announcements gather before the last one is said. */
const LIVE_REGION_PAUSE_MS = 800;

export class Stage {
  #host;
  #root = make('div', 'ux');
  #note = make('p', 'note');
  #stage = make('div', 'stage');
  #live = make('p', 'live');
  #quiet = make('p', 'quiet');
  #controls = make('div', 'controls');
  #card = make('div', 'card-text');
  #reading = /** @type {HTMLDetailsElement} */ (make('details', 'reading'));
  #summary = make('summary', '');
  #timer = 0;
  /** @type {Record<string, string>} */
  #words = {};
  /** What is shown already, as JSON, so that nothing is rebuilt under a reader's finger. @type {Map<Element, string>} */
  #shown = new Map();

  back = button('back');
  next = button('next');
  /** Leaves the story's path, or comes back to it. */
  free = button('free');
  /** Leads from the map back to the card. */
  read = button('read');
  ties = canvases('ties');
  map = canvases('map');
  legendTies = make('div', 'legend-text');
  legendMap = make('div', 'legend-text');

  /** @param {HTMLElement} host */
  constructor(host) {
    const shadow = host.attachShadow({ mode: 'open' });
    dress(shadow);
    this.#note.hidden = true;
    this.#stage.hidden = true;
    this.#stage.lang = 'en';
    this.#live.setAttribute('role', 'status');
    this.#card.tabIndex = -1;
    this.#quiet.hidden = true;
    this.#reading.append(this.#summary, this.legendTies);

    this.#card.setAttribute('role', 'group');
    const controls = this.#controls;
    controls.setAttribute('role', 'group');
    controls.append(this.back, this.free, this.next);
    const ties = make('section', 'ties-part');
    ties.append(this.ties.box, this.#reading);
    const side = make('section', 'card-part');
    side.append(controls, this.#card, this.#quiet);
    const map = make('section', 'map-part');
    this.read.hidden = true;
    map.append(this.map.box, this.read, this.legendMap);
    this.#stage.append(ties, side, map, this.#live);

    this.#host = host;
    const [head, pictures, text, rest] = ['head', 'pictures', 'text', ''].map((name) => {
      const slot = document.createElement('slot');
      if (name) slot.name = name;
      else slot.className = 'rest';
      return slot;
    });
    this.#root.append(head, this.#note, this.#stage, pictures, text, rest);
    shadow.append(this.#root);
  }

  /** The card, for the links in it. */
  get card() {
    return this.#card;
  }

  /** @param {import('./theme.js').Scheme} scheme */
  set scheme(scheme) {
    this.#root.dataset.scheme = scheme;
  }

  /** @param {boolean} live  whether the stage stands in for the static pictures */
  set live(live) {
    this.#root.classList.toggle('is-live', live);
    this.#root.classList.toggle('has-pictures', this.#host.querySelector(':scope > [slot="pictures"]') !== null);
    this.#stage.hidden = !live;
  }

  /** One line above everything, or '' to take it away. @param {string} line */
  set note(line) {
    this.#note.textContent = line;
    this.#note.hidden = line === '';
  }

  /** Whether the card has to do without summaries and sources. @param {boolean} missing */
  set detailMissing(missing) {
    this.#quiet.textContent = missing ? this.#say('detail-failed') : '';
    this.#quiet.hidden = !missing;
    this.#card.classList.toggle('is-brief', missing);
  }

  /** Whether the legend of the ties starts unfolded: only where it does not push the story away. @param {boolean} open */
  set legendOpen(open) {
    this.#reading.open = open;
  }

  /** @param {Record<string, string>} words */
  name(words) {
    this.#words = words;
    this.back.textContent = this.#say('back');
    this.next.textContent = this.#say('next');
    this.#summary.textContent = this.#say('legend');
    this.ties.box.setAttribute('aria-label', this.#say('ties-label'));
    this.#controls.setAttribute('aria-label', this.#say('story-label'));
    this.#card.setAttribute('aria-label', this.#say('card-label'));
  }

  /** @param {string} key */
  #say(key) {
    return this.#words[key] ?? key;
  }

  /** Repeats the card's heading below the map. */
  echo() {
    const heading = this.#card.querySelector('h2, h3, h4')?.textContent ?? '';
    this.read.textContent = `${heading} ↑`;
    this.read.hidden = heading === '';
  }

  /** @param {State} state */
  state(state) {
    this.read.hidden = true;
    this.free.textContent = this.#say(state.exploring ? 'return-to-story' : 'explore');
    // Not `disabled`: that would throw away the focus of who has just arrived at the last step.
    this.back.setAttribute('aria-disabled', String(!state.canBack));
    this.next.setAttribute('aria-disabled', String(!state.canNext));
    this.ties.box.setAttribute('aria-valuenow', yearOf(state.cursor).toFixed(2));
    this.ties.box.setAttribute('aria-valuetext', state.valueText);
    this.map.box.setAttribute('aria-label', this.#say('map-label').replace('{date}', state.cursorWords));
  }

  /** @param {Element} place @param {readonly NodeData[]} nodes */
  show(place, nodes) {
    const text = JSON.stringify(nodes);
    if (this.#shown.get(place) === text) return;
    this.#shown.set(place, text);
    const shadow = /** @type {ShadowRoot} */ (this.#root.getRootNode());
    const focused = shadow.activeElement !== null && place.contains(shadow.activeElement);
    place.replaceChildren(build(nodes));
    // The link that was followed is gone; its reader must not be thrown back to the top of the page.
    if (focused && place === this.#card) this.#card.focus({ preventScroll: true });
  }

  /** @param {string} text */
  announce(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#live.textContent = text;
    }, LIVE_REGION_PAUSE_MS);
  }

  /** Puts fresh bitmaps in place of lost ones. @param {Picture} picture */
  renew(picture) {
    const old = this[picture];
    const fresh = canvases(picture);
    old.base.replaceWith(fresh.base);
    old.overlay.replaceWith(fresh.overlay);
    old.base = fresh.base;
    old.overlay = fresh.overlay;
  }
}

/** @param {string} tag @param {string} name */
function make(tag, name) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}

/** @param {string} name */
function button(name) {
  const element = /** @type {HTMLButtonElement} */ (make('button', name));
  element.type = 'button';
  return element;
}

/** @param {Picture} picture @returns {Canvases} */
function canvases(picture) {
  const box = make('div', `picture ${picture}`);
  box.tabIndex = 0;
  box.setAttribute('role', picture === 'ties' ? 'slider' : 'img');
  const [base, overlay] = ['base', 'overlay'].map((name) => {
    const canvas = /** @type {HTMLCanvasElement} */ (make('canvas', name));
    // Canvas text takes its direction from here, and both pictures run from left to right.
    canvas.dir = 'ltr';
    canvas.setAttribute('aria-hidden', 'true');
    return canvas;
  });
  const probe = make('div', 'probe');
  box.append(probe, base, overlay);
  return { box, probe, base, overlay };
}

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** A constructed sheet is the one kind of style that a policy of `style-src 'self'` lets a script add. @param {ShadowRoot} shadow */
function dress(shadow) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  shadow.adoptedStyleSheets = [sheet];
}

/** @param {string} iso @returns {number} the date as a year with decimals, for the slider's value */
function yearOf(iso) {
  const [year, month = 1, day = 1] = iso.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}
