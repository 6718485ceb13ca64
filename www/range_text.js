// The window of time as text: shows it as EDTF and takes what a reader types.

import { button, make } from './make.js';
import { edtf } from './window_ends.js';

export class RangeText {
  #input = make('input');
  #hint = make('p', 'range-hint');
  #usual;
  /** Whether the reader has typed something that is not shown yet. */
  #typing = false;

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    const { stage } = live;
    const input = this.#input;
    this.#usual = stage.say('range-hint');
    this.#hint.id = 'range-hint';
    this.#hint.textContent = this.#usual;
    this.#hint.setAttribute('aria-live', 'polite');
    input.type = 'text';
    input.id = 'range';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.setAttribute('aria-describedby', this.#hint.id);
    const label = make('label', '', stage.say('range-label'));
    label.htmlFor = input.id;
    const go = button('', stage.say('range-go'));
    const apply = () => {
      const wrong = live.act((wasm) => wasm.setRangeText(input.value)) ?? '';
      this.#hint.textContent = wrong || this.#usual;
      input.setAttribute('aria-invalid', String(wrong !== ''));
      this.#typing = wrong !== '';
      if (!wrong && stage.now) this.state(stage.now);
    };
    // No form: a frame may forbid to send one, and then none says that it was to be sent.
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#undo(stage);
      else if (event.key !== 'Enter' || event.isComposing) return;
      else apply();
      event.preventDefault();
    });
    input.addEventListener('input', () => {
      this.#typing = true;
    });
    go.addEventListener('click', apply);
    stage.rooms.ties.append(make('div', 'range', label, make('div', 'joined', input, go), this.#hint));
  }

  /** @param {import('./us_uz_explainer.js').State} state */
  state({ from, to }) {
    if (!this.#typing) this.#input.value = edtf(from, to);
  }

  /** @param {import('./stage.js').Stage} stage */
  #undo(stage) {
    this.#typing = false;
    this.#hint.textContent = this.#usual;
    this.#input.removeAttribute('aria-invalid');
    if (stage.now) this.state(stage.now);
  }
}
