// Over the map its question and views; beneath it why an event is not on it, and the places in view.

import { iconButton } from './icons.js';
import { button, make } from './make.js';
import { zoomButtons } from './toolbar.js';

/** What the buttons that stand in for a drag do: directions, as parts of one step. */
const MOVES = /** @type {const} */ ([['west', -1, 0], ['north', 0, -1], ['south', 0, 1], ['east', 1, 0]]);
const STEP_CSS_PX = 100;

export class MapTools {
  #live;
  #select = make('select');
  /** @type {Map<string, HTMLButtonElement>} */
  #views = new Map();
  #shelf = make('p', 'shelf');
  #places = make('details', 'places');
  #list = make('div', 'places-list');

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    this.#live = live;
    const { stage } = live;
    const zoom = make('div', 'joined', ...zoomButtons(live, 'map'));
    const top = make('div', 'tools', this.#question(), this.#presets(), this.#moves(), zoom);
    stage.rooms.mapTop.append(top);
    this.#places.append(make('summary', '', stage.say('places-title')), this.#list);
    this.#places.addEventListener('toggle', () => this.tell());
    stage.rooms.mapEnd.append(this.#shelf, this.#places);
  }

  #question() {
    const { stage } = this.#live;
    const choices = this.#live.ask((wasm) => wasm.choices('question')) ?? [];
    for (const [id, name] of choices) {
      const option = make('option', '', name);
      option.value = id;
      this.#select.append(option);
    }
    this.#select.addEventListener('change', () => {
      this.#live.act((wasm) => wasm.choose('question', this.#select.value, true));
    });
    const label = make('label', 'map-question', `${stage.say('map-question')} `, this.#select);
    // A choice among one is none.
    label.hidden = choices.length < 2;
    return label;
  }

  #presets() {
    const group = make('div', 'joined');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', this.#live.stage.say('map-view'));
    for (const [id, name] of this.#live.ask((wasm) => wasm.choices('camera')) ?? []) {
      const one = button('', name);
      one.addEventListener('click', () => this.#live.act((wasm) => wasm.choose('camera', id, true)));
      this.#views.set(id, one);
      group.append(one);
    }
    return group;
  }

  #moves() {
    const group = make('div', 'joined');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', this.#live.stage.say('map-move'));
    // West is left on every page.
    group.dir = 'ltr';
    for (const [name, right, down] of MOVES) {
      const one = iconButton(name, this.#live.stage.say(`map-${name}`));
      one.addEventListener('click', () => this.#live.act((wasm) => wasm.pan('map', right * STEP_CSS_PX, down * STEP_CSS_PX)));
      group.append(one);
    }
    return group;
  }

  /** @param {import('./us_uz_explainer.js').State} state */
  state({ camera, question, shelf }) {
    this.#select.value = question;
    for (const [id, one] of this.#views) one.setAttribute('aria-pressed', String(id === camera));
    this.#shelf.textContent = shelf && this.#live.stage.say('shelf-title').replace('{reason}', shelf);
  }

  tell() {
    const nodes = this.#places.open ? this.#live.ask((wasm) => wasm.places()) : [];
    if (!nodes) return;
    const folds = () => [...this.#list.querySelectorAll('details')];
    const open = folds().filter((each) => each.open).map(nameOf);
    this.#live.stage.show(this.#list, nodes);
    for (const each of folds()) each.open = open.includes(nameOf(each));
  }
}

/** A place's name without the number of its events. @param {HTMLElement} fold */
function nameOf(fold) {
  return fold.querySelector('summary')?.textContent?.split(' · ')[0];
}
