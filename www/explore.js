// The parts of free exploration, a bundle of their own that comes after the start.

import { dayOf, moved } from './days.js';
import { dress } from './dress.js';
import { EXPLORE_STYLES } from './explore_styles.js';
import { Find } from './find.js';
import { Hint } from './hint.js';
import { listenToLinks } from './link_hover.js';
import { MapTools } from './map_tools.js';
import { Overview } from './overview.js';
import { PagesLinks } from './pages_links.js';
import { RangeText } from './range_text.js';
import { makeSortable } from './sorting.js';
import { TestDoor } from './test_door.js';
import { Toolbar } from './toolbar.js';

/**
 * @typedef {import('./us_uz_explainer.js').State} State
 * @typedef {import('./us_uz_explainer.js').Picture} Picture
 *
 * One part. `state` follows every frame of a movement; `tell` may ask the wasm for words.
 * @typedef {{ state?: (state: State) => void, tell?: (state: State) => void }} Part
 */

export class Explore {
  #live;
  #find;
  #hint;
  /** @type {readonly Part[]} */
  #parts;

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    this.#live = live;
    dress(live.host, EXPLORE_STYLES);
    this.#hint = new Hint(live.stage.map.box, (key) => live.stage.say(key), live.signal);
    this.#find = new Find(live);
    this.#parts = [
      new Toolbar(live), new Overview(live), new RangeText(live), new TestDoor(live), new MapTools(live), this.#find, new PagesLinks(live),
    ];
    listenToLinks(live);
  }

  /** @param {State} state */
  state(state) {
    for (const part of this.#parts) part.state?.(state);
  }

  /** @param {State} state */
  tell(state) {
    for (const part of this.#parts) part.tell?.(state);
    // A page without the text gets it whenever it comes.
    makeSortable(this.#live.host);
  }

  /** What the reader did over a picture went to the page. @param {Picture} picture @param {'wheel' | 'touch'} by */
  lost(picture, by) {
    // Over the ties picture one finger does something, and who scrolls past it wants to read on.
    if (picture === 'map') this.#hint.show(by);
  }

  /** Earlier or later by so many windows of time. @param {number} windows */
  shift(windows) {
    this.#live.act((wasm) => {
      const state = wasm.state();
      wasm.setRange(...moved(state, windows * (dayOf(state.to) - dayOf(state.from) + 1)));
    });
  }

  /** All of time; on the map the first view. @param {Picture} picture */
  whole(picture) {
    this.#live.act((wasm) => {
      if (picture === 'ties') wasm.setRange(...wasm.state().domain);
      else wasm.choose('camera', wasm.choices('camera')[0][0], true);
    });
  }

  /** What the pointer is over, on a canvas or a link. @param {string} target */
  over(target) {
    this.#find.over(target);
  }
}
