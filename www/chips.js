// One group of things to choose among, as buttons that stay pressed, each with how many records it would leave.

import { button, make } from './make.js';

/** @typedef {import('./us_uz_explainer.js').Group} Group */

export class Chips {
  #live;
  #group;
  /** @type {Map<string, { chip: HTMLButtonElement, count: HTMLElement }>} */
  #chips = new Map();
  #row;
  #summary = make('summary');
  #title;

  /**
   * @param {import('./live.js').Live} live
   * @param {Group} group
   * @param {string} title
   * @param {boolean} open  whether it starts unfolded
   */
  constructor(live, group, title, open) {
    this.#live = live;
    this.#group = group;
    this.#title = title;
    this.#row = make('div', group === 'row' ? 'chips rows' : 'chips');
    this.#row.setAttribute('role', 'group');
    this.#row.setAttribute('aria-label', title);
    this.element = make('details', 'group', this.#summary, this.#row);
    this.element.open = open;
    this.tell();
  }

  /** In place: a chip that was just pressed keeps the focus. */
  tell() {
    const chosen = [];
    for (const [id, name, count, on] of this.#live.ask((wasm) => wasm.choices(this.#group)) ?? []) {
      const known = this.#chips.get(id) ?? this.#add(id, name);
      known.chip.setAttribute('aria-pressed', String(on));
      // Still in the order of the keys, so that nothing is lost to who goes through them by ear.
      known.chip.setAttribute('aria-disabled', String(count === 0 && !on));
      known.count.textContent = String(count);
      if (on && this.#group !== 'row') chosen.push(name);
    }
    // What is chosen is seen though the group is folded.
    this.#summary.textContent = chosen.length > 0 ? `${this.#title}: ${chosen.join(', ')}` : this.#title;
  }

  /** @param {string} id @param {string} name */
  #add(id, name) {
    const count = make('span', 'n');
    const chip = button('chip', `${name} `, count);
    chip.addEventListener('click', () => {
      if (chip.getAttribute('aria-disabled') === 'true') return;
      const on = chip.getAttribute('aria-pressed') !== 'true';
      this.#live.act((wasm) => wasm.choose(this.#group, id, on));
    });
    this.#row.append(chip);
    const made = { chip, count };
    this.#chips.set(id, made);
    return made;
  }
}
