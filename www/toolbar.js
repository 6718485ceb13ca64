// The row under the ties picture: zoom, all years, previous and next event, playing, how many events are in view.

import { icon, iconButton } from './icons.js';
import { CLOSER } from './keys.js';
import { button, make } from './make.js';

/**
 * @param {import('./live.js').Live} live
 * @param {import('./us_uz_explainer.js').Picture} picture
 * @returns {[wider: HTMLButtonElement, closer: HTMLButtonElement]}
 */
export function zoomButtons(live, picture) {
  const { stage } = live;
  /** @param {'zoom-in' | 'zoom-out'} key @param {number} factor */
  const one = (key, factor) => {
    const made = iconButton(key === 'zoom-in' ? 'closer' : 'wider', stage.say(key));
    made.addEventListener('click', () => {
      if (made.getAttribute('aria-disabled') !== 'true') live.act((wasm) => wasm.zoom(picture, factor, NaN, NaN));
    });
    return made;
  };
  return [one('zoom-out', 1 / CLOSER), one('zoom-in', CLOSER)];
}

export class Toolbar {
  #wider;
  #whole;
  #play;
  #count;
  #playing = false;

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    const { stage } = live;
    this.say = (/** @type {string} */ key) => stage.say(key);
    const [wider, closer] = zoomButtons(live, 'ties');
    this.#wider = wider;
    this.#whole = button('', stage.say('whole'));
    this.#whole.addEventListener('click', () => {
      if (this.#whole.getAttribute('aria-disabled') === 'true') return;
      live.act((wasm) => wasm.setRange(...wasm.state().domain));
    });
    const earlier = iconButton('earlier', stage.say('previous-event'));
    const later = iconButton('later', stage.say('next-event'));
    earlier.addEventListener('click', () => live.act((wasm) => wasm.moveSelection(-1)));
    later.addEventListener('click', () => live.act((wasm) => wasm.moveSelection(1)));
    this.#play = button('play');
    this.#play.addEventListener('click', () => live.act((wasm) => wasm.play(!this.#playing)));
    this.#count = make('p', 'count');
    stage.rooms.ties.append(
      make('div', 'tools', make('div', 'joined', wider, closer, this.#whole), make('div', 'joined', earlier, this.#play, later), this.#count),
    );
    this.#showPlay();
  }

  /** @param {import('./us_uz_explainer.js').State} state */
  state({ whole, playing, nth, inView }) {
    for (const each of [this.#wider, this.#whole]) each.setAttribute('aria-disabled', String(whole));
    if (playing !== this.#playing) {
      this.#playing = playing;
      this.#showPlay();
    }
    const words = this.say(nth > 0 ? 'of-events' : 'in-view').replace('{i}', String(nth)).replace('{n}', String(inView));
    if (this.#count.textContent !== words) this.#count.textContent = words;
  }

  #showPlay() {
    const now = this.#playing ? 'pause' : 'play';
    this.#play.replaceChildren(icon(now), this.say(now));
  }
}
