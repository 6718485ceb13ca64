// What the reader chooses in the panel: which pair, whose acts, which curve, whether the fan.

import { button, make } from './make.js';

/** @typedef {Parameters<import('./us_uz_panel.js').Panel['choose']>[0]} Key */

export class PanelChoices {
  #say;
  #choose;
  #curve;
  #fan;

  /**
   * @param {import('./us_uz_panel.js').PanelChoices} choices
   * @param {(key: string) => string} say
   * @param {(key: Key, value: string) => void} choose
   */
  constructor({ pairs, curves }, say, choose) {
    this.#say = say;
    this.#choose = choose;
    const pair = this.#select('pair', 'choose-pair', pairs.map(([name, role], nth) => [String(nth), `${name} (${role})`]));
    this.#curve = this.#select('halfLife', 'choose-curve', curves);
    this.#fan = this.#check('fan', 'choose-fan');
    this.#fan.hidden = true;
    this.element = make('div', 'choices', pair, this.#whose(), this.#curve, this.#fan);
  }

  /** @param {Key} key @param {string} words @param {readonly [string, string][]} values */
  #select(key, words, values) {
    const select = make('select');
    for (const [value, name] of values) {
      const option = make('option', '', name);
      option.value = value;
      select.append(option);
    }
    select.addEventListener('change', () => {
      // There is nothing to fan out around no curve.
      if (key === 'halfLife') this.#fan.hidden = select.value === '';
      this.#choose(key, select.value);
    });
    return make('label', 'choice', this.#say(words), select);
  }

  /** @param {Key} key @param {string} words */
  #check(key, words) {
    const box = make('input');
    box.type = 'checkbox';
    box.addEventListener('change', () => this.#choose(key, box.checked ? 'yes' : 'no'));
    return make('label', 'check', box, this.#say(words));
  }

  #whose() {
    const group = make('div', 'joined');
    const label = make('span', 'label', this.#say('choose-whose'));
    label.id = 'test-whose';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', label.id);
    for (const whose of ['all', 'home']) {
      const one = button('', this.#say(whose));
      one.setAttribute('aria-pressed', String(whose === 'all'));
      one.addEventListener('click', () => {
        for (const each of group.children) each.setAttribute('aria-pressed', String(each === one));
        this.#choose('whose', whose);
      });
      group.append(one);
    }
    return make('div', 'choice', label, group);
  }
}
