// The button that opens the panel “Test it”, and the one line that says it could not be opened. The panel itself is a bundle and
// a wasm of its own, which come when a reader opens it.

import { ended, patiently } from './fetch.js';
import { button, make } from './make.js';

export class TestDoor {
  #live;
  #room = make('div', 'test-door');
  #button = button('');
  #line = make('p', 'quiet');
  /** What the button and the line say; they come with the cards. @type {Record<string, string>} */
  #words = {};
  /** Ends what is open, or on its way. @type {AbortController | undefined} */
  #end;
  /** @type {import('./panel_view.js').PanelView | undefined} */
  #panel;

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    this.#live = live;
    this.#room.hidden = true;
    this.#line.setAttribute('role', 'status');
    this.#say('');
    this.#button.addEventListener('click', () => {
      if (this.#end) this.#close();
      else this.#open();
    });
    this.#room.append(this.#button, this.#line);
    live.stage.rooms.ties.append(this.#room);
    live.signal.addEventListener('abort', () => this.#end?.abort(), { once: true });
  }

  /** @param {import('./us_uz_explainer.js').State} state */
  state(state) {
    this.#panel?.state(state);
  }

  tell() {
    const words = this.#live.cards?.test ?? [];
    if (this.#room.hidden && words.length > 0) {
      this.#words = Object.fromEntries(words.map(({ attrs, children }) => [attrs[0][1], String(children[0] ?? '')]));
      this.#room.hidden = false;
      this.#show(false);
    }
    this.#panel?.tell();
  }

  async #open() {
    const end = new AbortController();
    this.#end = end;
    this.#show(true);
    this.#say(this.#live.stage.say('loading'));
    try {
      const { openPanel } = await patiently((signal) => Promise.race([import('./panel.js'), ended(signal)]));
      const panel = await openPanel(this.#live, end.signal, {
        close: () => this.#close(),
        failed: (failure) => this.#fail(failure),
        leave: () => this.#button.focus(),
      });
      if (this.#end !== end) return;
      this.#panel = panel;
      this.#say('');
    } catch (thrown) {
      if (this.#end === end) this.#fail(thrown);
    }
  }

  #close() {
    this.#end?.abort();
    this.#end = this.#panel = undefined;
    this.#say('');
    this.#show(false);
  }

  /** The rest lives on, and the text says what the panel would have said. @param {unknown} thrown */
  #fail(thrown) {
    if (this.#live.signal.aborted) return;
    this.#close();
    this.#say(this.#words.failed);
    const lack = 'test-failed';
    console.warn(`us-uz-explainer: ${lack}: ${thrown}`);
  }

  /** @param {string} line */
  #say(line) {
    this.#line.textContent = line;
    this.#line.hidden = line === '';
  }

  /** @param {boolean} open */
  #show(open) {
    this.#button.textContent = open ? this.#words.close : this.#words.open;
    this.#button.setAttribute('aria-expanded', String(open));
  }
}
