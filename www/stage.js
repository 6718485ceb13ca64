// The shadow DOM: slots for the text version, and between them the stage with pictures, controls, card and legends.

import { button, make } from './make.js';
import { build } from './nodes.js';
import { STYLES } from './styles.js';
import { HAND_STYLES } from './styles_hand.js';

/**
 * @typedef {import('./us_uz_explainer.js').Picture} Picture
 * @typedef {import('./us_uz_explainer.js').NodeData} NodeData
 * @typedef {import('./us_uz_explainer.js').State} State
 */

/**
 * The probe is as wide as its picture and as high as its letters: watching it tells of both, and not of the picture's height.
 * @typedef {{ box: HTMLElement, probe: HTMLElement, base: HTMLCanvasElement, overlay: HTMLCanvasElement }} Canvases
 */

/** How long announcements gather before the last one is said. */
const LIVE_REGION_PAUSE_MS = 800;

export class Stage {
  #host;
  #root = make('div', 'ux');
  #note = make('div', 'note');
  #stage = make('div', 'stage');
  #live = make('p', 'live');
  #quiet = make('p', 'quiet');
  #controls = make('div', 'controls');
  #card = make('div', 'card-text');
  #reading = make('details', 'reading');
  #summary = make('summary');
  #timer = 0;
  /** @type {Record<string, string>} */
  #words = {};
  /** What is shown already, as JSON, so that nothing is rebuilt under a reader's finger. @type {WeakMap<Element, string>} */
  #shown = new WeakMap();

  back = button('back');
  next = button('next');
  /** Leaves the story's path, or comes back to it. */
  free = button('free');
  /** Says what the card is about where the card may be out of sight, and leads to it. */
  read = button('read');
  ties = canvases('ties');
  map = canvases('map');
  legendTies = make('div', 'legend-text');
  legendMap = make('div', 'legend-text');
  /**
   * Where the parts of free exploration go; as high as they will be before they come.
   * @type {Record<'ties' | 'mapTop' | 'mapEnd' | 'find', HTMLElement>}
   */
  rooms = {
    ties: make('div', 'ties-room'),
    mapTop: make('div', 'map-room'),
    mapEnd: make('div', 'map-end'),
    find: make('section', 'find-part'),
  };
  /** What was last shown. @type {State | undefined} */
  now;

  /** @param {HTMLElement} host */
  constructor(host) {
    const shadow = host.attachShadow({ mode: 'open' });
    dress(shadow);
    this.#note.hidden = true;
    this.#stage.hidden = true;
    this.#root.lang = 'en';
    // The direction of the words, whatever the page's own: English in a page from right to left, and its dates, must not be
    // turned round. What is slotted inherits it.
    this.#root.dir = 'ltr';
    this.#live.setAttribute('role', 'status');
    this.#card.tabIndex = -1;
    this.#quiet.hidden = true;
    this.#reading.append(this.#summary, this.legendTies);

    this.#card.setAttribute('role', 'group');
    const controls = this.#controls;
    controls.setAttribute('role', 'group');
    controls.append(this.back, this.read, this.next);
    const { rooms } = this;
    const ties = make('section', 'ties-part', this.ties.box, rooms.ties, this.#reading);
    const side = make('section', 'card-part', this.#card, this.#quiet, this.free);
    const map = make('section', 'map-part', rooms.mapTop, this.map.box, this.legendMap, rooms.mapEnd);
    this.#stage.append(ties, controls, side, map, rooms.find, this.#live);

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

  /** An element with the colours of all: its background, its words, and what is chosen as the colour of its outline. */
  get sample() {
    return this.#root;
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

  /** More about that line, beneath it. @param {Node} node */
  more(node) {
    this.#note.append(node);
  }

  /** Says in one quiet line what could not be loaded. @param {string} key  of that line's words */
  lack(key) {
    const line = this.say(key);
    const said = this.#quiet.textContent ?? '';
    if (!said.includes(line)) this.#quiet.textContent = `${said} ${line}`.trim();
    this.#quiet.hidden = false;
    this.#stage.classList.add(key);
  }

  /** Takes away what belonged to an explainer that has stopped. */
  strip() {
    this.#quiet.textContent = '';
    this.#quiet.hidden = true;
    this.#stage.className = 'stage';
    for (const room of Object.values(this.rooms)) room.replaceChildren();
  }

  /** Whether the legend of the ties starts unfolded: only where it does not push the story away. @param {boolean} open */
  set legendOpen(open) {
    this.#reading.open = open;
  }

  /** @param {Record<string, string>} words @param {string} lang  their language */
  name(words, lang) {
    this.#words = words;
    this.#root.lang = lang;
    this.back.textContent = this.say('back');
    this.next.textContent = this.say('next');
    this.#summary.textContent = this.say('legend');
    this.ties.box.setAttribute('aria-label', this.say('ties-label'));
    this.#controls.setAttribute('aria-label', this.say('story-label'));
    this.#card.setAttribute('aria-label', this.say('chosen-label'));
  }

  /** The reader's words for a key. @param {string} key */
  say(key) {
    return this.#words[key] ?? key;
  }

  /** @param {State} state */
  state(state) {
    this.now = state;
    this.free.textContent = this.say(state.exploring ? 'return-to-story' : 'explore');
    // Not `disabled`: that would throw away the focus of who has just arrived at the last step.
    this.back.setAttribute('aria-disabled', String(!state.canBack));
    this.next.setAttribute('aria-disabled', String(!state.canNext));
    const [first, last] = state.domain.map(yearOf);
    this.ties.box.setAttribute('aria-valuemin', first.toFixed(2));
    this.ties.box.setAttribute('aria-valuemax', last.toFixed(2));
    this.ties.box.setAttribute('aria-valuenow', yearOf(state.cursor).toFixed(2));
    this.ties.box.setAttribute('aria-valuetext', state.valueText);
    const map = this.say('map-label').replace('{date}', state.cursorWords);
    this.map.box.setAttribute('aria-label', `${map}. ${this.say('map-keys')}`);
  }

  /** @param {Element} place @param {readonly NodeData[]} nodes */
  show(place, nodes) {
    const text = JSON.stringify(nodes);
    if (this.#shown.get(place) === text) return;
    this.#shown.set(place, text);
    const shadow = /** @type {ShadowRoot} */ (this.#root.getRootNode());
    const focused = shadow.activeElement !== null && place.contains(shadow.activeElement);
    place.replaceChildren(build(nodes));
    if (place === this.#card) this.read.textContent = place.querySelector('h2')?.textContent ?? '';
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

/** @param {Picture} picture @returns {Canvases} */
function canvases(picture) {
  const box = make('div', `picture ${picture}`);
  box.tabIndex = 0;
  // The map takes arrow keys: without this role a screen reader keeps them for itself.
  box.setAttribute('role', picture === 'ties' ? 'slider' : 'application');
  const [base, overlay] = ['base', 'overlay'].map((name) => {
    const canvas = make('canvas', name);
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
    sheet.replaceSync(STYLES + HAND_STYLES);
  }
  shadow.adoptedStyleSheets = [sheet];
}

/** @param {string} iso @returns {number} the date as a year with decimals, for the slider's value */
function yearOf(iso) {
  const [year, month = 1, day = 1] = iso.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}
