// The element <us-uz-explainer>: attributes, methods, events, and the way back to the text. No side effects at import.

import { fromLocation, inside, ours, toLocation } from './address.js';
import { Failure } from './failure.js';
import { follow } from './follow.js';
import { Live } from './live.js';
import { load, loadDossier } from './load.js';
import { whenNear } from './screen.js';
import { Stage } from './stage.js';
import { complete, isComplete, markCurrent } from './text.js';
import { Theme, themeOf } from './theme.js';

/** Where there is no DOM, as on a server, the class can still be imported. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** @implements {import('./explainer.d.ts').ExplainerElement} */
export class UsUzExplainer extends Base {
  static get observedAttributes() {
    return ['src', 'theme', 'event', 'step', 'from', 'to', 'url-state'];
  }

  /** @type {Stage | undefined} */
  #stage;
  /** @type {Theme | undefined} */
  #theme;
  /** @type {Live | undefined} */
  #live;
  /** What is shown until the dossier of another `src` has been read. @type {Live | undefined} */
  #old;
  /** The dossier to be shown. @type {Promise<import('./load.js').Dossier> | undefined} */
  #dossier;
  /** @type {Failure | undefined} */
  #failure;
  /** What was asked for before there was anybody to do it. @type {((live: Live) => void)[]} */
  #waiting = [];
  /** The state to come back to after the element was taken out of the page. @type {string | undefined} */
  #kept;
  /** Counts beginnings, so that a late answer does not wake an element that has left. */
  #turn = 0;
  /** @type {(() => void) | undefined} */
  #stopWaiting;

  connectedCallback() {
    if (this.#theme) return; // moved within the page
    this.#upgrade('theme');
    this.#upgrade('view');
    this.#upgrade('src');
    this.#theme = new Theme(this, () => this.#applyTheme());
    this.addEventListener('click', this.#onClick);
    addEventListener('hashchange', this.#onAddress);
    this.#stopWaiting = whenNear(this, () => {
      // Not before: a shadow root lays out all of the text anew.
      this.#stage ??= new Stage(this);
      this.#applyTheme();
      this.#begin();
    });
  }

  disconnectedCallback() {
    // A move takes an element out and puts it back within one task.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'theme') this.#applyTheme();
    else if (name === 'src') this.#exchange();
    else if (!this.#live) return; // read when the first view is made
    else if (name === 'event') this.select(after ?? '');
    else if (name === 'step' && after) this.view = `step=${after}`;
    else if (name === 'url-state' && after !== null) toLocation(this.#live.view);
    else if (name === 'from' || name === 'to') this.#applyRange();
  }

  get theme() {
    return themeOf(this.getAttribute('theme'));
  }

  set theme(theme) {
    this.setAttribute('theme', theme);
  }

  get src() {
    return this.getAttribute('src') ?? '';
  }

  set src(src) {
    this.setAttribute('src', src);
  }

  get view() {
    return this.#live?.view ?? this.#kept ?? '';
  }

  set view(view) {
    if (!this.#live) this.#kept = view;
    this.#do((live) => {
      live.view = view;
    });
  }

  /** @param {string} fromIso @param {string} toIso */
  setRange(fromIso, toIso) {
    this.#do((live) => live.act((wasm) => wasm.setRange(fromIso, toIso)));
  }

  /** @param {string} id  an event's id, or a target such as `tie:pfp`; '' clears */
  select(id) {
    this.#do((live) => live.act((wasm) => wasm.select(id === '' || id.includes(':') ? id : `event:${id}`)));
  }

  /** @param {number | string} step  counted from 0, or its id */
  goTo(step) {
    this.#do((live) => {
      if (typeof step === 'number') live.act((wasm) => wasm.step(Math.max(0, Math.trunc(step) || 0)));
      else live.view = `step=${step}`;
    });
  }

  /** @param {(live: Live) => void} wish */
  #do(wish) {
    if (this.#live) wish(this.#live);
    else if (!this.#failure) this.#waiting.push(wish);
  }

  /** Another dossier. Its view is its own: what the page's address says is of the one before. */
  #exchange() {
    if (!this.#dossier) return; // read when it begins
    this.#old ??= this.#live;
    this.#live = undefined;
    this.#kept = undefined;
    this.#failure = undefined;
    if (this.#stage) this.#stage.note = '';
    this.#begin(true);
  }

  async #begin(again = false) {
    const turn = ++this.#turn;
    this.#dossier = loadDossier(this.getAttribute('src'), this.baseURI);
    try {
      const [instance, dossier] = await Promise.all([load(), this.#dossier]);
      const stage = this.#stage;
      const theme = this.#theme;
      if (turn !== this.#turn || !stage || !theme) return;
      this.#old?.stop();
      this.#old = undefined;
      const live = new Live(this, stage, instance, dossier, theme.palette(stage.sample), {
        ready: () => this.#emit('explainer-ready', { view: live.view }),
        failed: (failure, own) => this.#fail(failure, own),
        emit: (name, detail) => this.#emit(name, detail),
        changed: () => {
          if (this.#live && this.hasAttribute('url-state')) toLocation(live.view);
        },
      });
      this.#live = live;
      live.begin(() => {
        const view = this.#kept ?? ((!again && fromLocation()) || this.#asked());
        this.#kept = undefined;
        if (view) live.view = view;
        for (const wish of this.#waiting.splice(0)) wish(live);
      });
    } catch (thrown) {
      if (turn === this.#turn) this.#fail(Failure.from(thrown), true);
    }
  }

  #leave() {
    this.#turn += 1;
    this.#kept = this.#live?.view ?? this.#kept;
    this.#stop();
    this.#dossier = undefined;
    // Put back later, it may try again.
    this.#failure = undefined;
    if (this.#stage) this.#stage.note = '';
    this.#stopWaiting?.();
    this.#theme?.stop();
    this.#theme = undefined;
    this.removeEventListener('click', this.#onClick);
    removeEventListener('hashchange', this.#onAddress);
  }

  #stop() {
    for (const live of [this.#live, this.#old]) live?.stop();
    this.#live = this.#old = undefined;
  }

  /**
   * Back to the text, with one line that says why.
   * @param {Failure} failure
   * @param {boolean} own  whether this element met it; the others that share the instance stay quiet
   */
  #fail(failure, own) {
    if (this.#failure) return;
    this.#turn += 1;
    this.#failure = failure;
    this.#waiting.length = 0;
    this.#stop();
    if (this.#stage) this.#stage.live = false;
    this.#tell(failure);
    if (!own || failure.reported) return;
    // A trap is one event, also for those who come to the broken instance later.
    failure.reported = failure.code === 'trap';
    console.error(`us-uz-explainer: ${failure.message}${failure.reason ? ` (${failure.reason})` : ''}`);
    this.#emit('explainer-error', { code: failure.code, message: failure.message, reason: failure.reason, ...failure.detail });
  }

  /** The one line; and the text, where the page has not brought it along. @param {Failure} failure */
  async #tell(failure) {
    const tell = (/** @type {string} */ line) => {
      // Meanwhile the element may have left the page, and come back.
      if (this.#stage && this.#failure === failure) this.#stage.note = line;
    };
    if (!isComplete(this, true)) {
      tell(failure.message);
      try {
        const dossier = await this.#dossier;
        const parts = dossier ? complete(this, await dossier.text()) : [];
        dossier?.grow?.(parts);
      } catch {
        // Said below.
      }
    }
    tell(failure.told(isComplete(this)));
    if (failure.more && this.#failure === failure) this.#stage?.more(failure.more());
    this.#markFromAddress();
  }

  /** @param {string} name @param {unknown} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #applyTheme() {
    if (!this.#theme || !this.#stage) return;
    this.#stage.scheme = this.#theme.scheme;
    if (this.#live) this.#live.palette = this.#theme.palette(this.#stage.sample);
  }

  /** A range needs both ends: while a page sets one after the other, nothing moves. */
  #applyRange() {
    const [from, to] = [this.getAttribute('from'), this.getAttribute('to')];
    if (from && to) this.setRange(from, to);
  }

  /** What the attributes ask for, as link text. */
  #asked() {
    const names = ['step', 'event', 'from', 'to'].filter((name) => this.getAttribute(name));
    return names.map((name) => `${name}=${this.getAttribute(name)}`).join('&');
  }

  #onAddress = () => {
    const view = ours(location.hash);
    if (view && this.#live && view !== this.#live.view) this.view = view;
    else if (view && this.#failure) this.#markFromAddress();
  };

  /** Without the pictures, a link to one event still marks it in the list. */
  #markFromAddress() {
    const id = new URLSearchParams(fromLocation()).get('event');
    if (id) markCurrent(this, `event:${id}`);
  }

  /** Links inside stay inside; everything else is the browser's. @param {Event} event */
  #onClick = (event) => {
    if (!this.#live || !(event instanceof MouseEvent) || event.defaultPrevented) return;
    if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const anchor = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const link = anchor instanceof HTMLAnchorElement ? inside(anchor.getAttribute('href')) : '';
    if (!link) return;
    event.preventDefault();
    follow(this.#live, link);
  };

  /** A property set before the class was known hides the accessor; it is set again the right way. @param {'theme' | 'view' | 'src'} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete (/** @type {any} */ (this)[name]);
    /** @type {any} */ (this)[name] = value;
  }
}
