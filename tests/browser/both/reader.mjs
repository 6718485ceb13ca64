// One reader in tabs of their own: opens a page, looks at what it says, and keeps what it complained about.
import { PATIENCE_MS, until } from './patience.mjs';
import { bearWitness } from './witness.mjs';
import { said } from './words.mjs';
import * as hands from './hands.mjs';

/** What this engine cannot be made to do, with the reason. */
export class Skipped extends Error {}

export class Reader {
  /** @type {import('puppeteer-core').Page[]} */
  #tabs = [];

  /** @param {import('./engines.mjs').Engine} engine  @param {string} address  with a slash at its end */
  constructor(engine, address) {
    this.engine = engine;
    this.address = address;
    /** Errors and warnings in the console, and uncaught errors. @type {string[]} */
    this.complaints = [];
  }

  /**
   * Opens a page of dist/ or hosts/ and waits until every explainer on it is ready.
   * @param {string} path  e.g. `dist/index.html#event=a`
   * @param {{ width?: number, height?: number, scale?: number, device?: import('./engines.mjs').Device }} [options] CSS px
   */
  async open(path = 'dist/index.html', options = {}) {
    await this.openEmpty(options);
    await this.go(path);
    return this.page;
  }

  /** The same window with nothing in it yet. @param {Parameters<Reader['open']>[1]} [options] */
  async openEmpty({ width = 1000, height = 800, scale = 1, device = 'mouse' } = {}) {
    // In one context for all: the explainer stores nothing that could be left over, and a new window costs half a second.
    this.browser = await this.engine.browser(device);
    const page = await this.newTab();
    /** @type {import('puppeteer-core').Page} */
    this.page = page;
    this.size = { width, height, deviceScaleFactor: scale, hasTouch: device === 'touch' };
    await this.resize({});
    await this.engine.prepare(page, device);
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error instanceof Error ? error.message : error}`));
    await page.evaluateOnNewDocument(bearWitness);
    return page;
  }

  /** An empty tab beside the page, in front of it. */
  async newTab() {
    const tab = await this.browser.newPage();
    this.#tabs.push(tab);
    await tab.bringToFront();
    return tab;
  }

  /** Goes to another address in the same tab and waits as `open` does. @param {string} path */
  async go(path) {
    await this.page.goto(new URL(path, this.address).href);
    await this.until('every explainer is ready, with the tools that come after the start', () => {
      const { elements, events, find } = window.witness;
      const ready = new Set(events.filter(({ type }) => type === 'ready').map(({ nth }) => nth));
      return elements().length > 0 && elements().every((_, nth) => ready.has(nth) && find('searchbox', '.*', nth).length > 0);
    });
    await this.still();
  }

  /** Another size or density of the same window. @param {Partial<import('puppeteer-core').Viewport>} change CSS px */
  async resize(change) {
    this.size = { ...this.size, ...change };
    await this.page.setViewport(this.size);
  }

  /** Waits until something holds in the page. @param {string} what @param {(...values: any[]) => unknown} holds @param {any[]} values */
  until(what, holds, ...values) {
    return until(this.page, what, holds, ...values);
  }

  /** @param {number} ms */
  pause(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Waits until a tween or whatever else was on its way has ended: no animation frame is waited for any more. */
  still() {
    return this.page.evaluate((ms) => window.witness.rest(ms), PATIENCE_MS);
  }

  /** Animation frames asked for since the page began. */
  frames() {
    return this.page.evaluate(() => window.witness.frames);
  }

  /** The state as the public element tells it. @param {number} nth */
  async view(nth = 0) {
    const link = await this.page.evaluate((at) => window.witness.elements()[at].view, nth);
    return Object.fromEntries(link.split('&').filter(Boolean).map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }));
  }

  /** Sets the state by the public element. @param {string} link  @param {number} nth */
  async setView(link, nth = 0) {
    await this.page.evaluate((at, view) => { window.witness.elements()[at].view = view; }, nth, link);
    await this.still();
  }

  /** The details of the element's events of one kind. @param {string} type such as `range` @param {number} nth */
  details(type, nth = 0) {
    return this.page.evaluate((wanted, at) => window.witness.events
      .filter((event) => event.type === wanted && event.nth === at).map((event) => event.detail), type, nth);
  }

  /**
   * All elements that have this role and name and are seen.
   * @param {string} role  @param {string} pattern a regular expression for the whole name
   * @param {number} nth of the page's explainers  @param {string} group  the same for the name of the group they are in
   * @returns {Promise<import('puppeteer-core').ElementHandle<HTMLElement>[]>}
   */
  async all(role, pattern, nth = 0, group = '') {
    const list = await this.page.evaluateHandle((...what) => window.witness.find(...what), role, pattern, nth, group);
    const found = [...(await list.getProperties()).values()].map((each) => each.asElement());
    return found.filter((each) => each !== null);
  }

  /** The one element of that role and name. What comes after the start is waited for. */
  async the(role, pattern, nth = 0, group = '') {
    const what = [role, pattern, nth, group];
    await this.until(`a ${role} named /${pattern}/`, (...wanted) => window.witness.find(...wanted).length, ...what);
    const found = await this.all(...what);
    if (found.length !== 1) throw new Error(`${found.length} elements are a ${role} named /${pattern}/`);
    return found[0];
  }

  /**
   * How many texts are seen that the pattern matches whole.
   * @param {string} pattern a regular expression
   */
  sees(pattern, nth = 0) {
    return this.page.evaluate((words, at) => window.witness.reading(words, at).length, pattern, nth);
  }

  /** The button of a string of the user interface. @param {string} key such as `zoom-in` */
  button(key, nth = 0) {
    return this.the('button', said(key), nth);
  }

  /** Presses the button of a string of the user interface, in the middle of the window, and waits for what follows. */
  async press(key, nth = 0) {
    await this.click(await this.button(key, nth));
    await this.still();
  }

  /** Clicks in the middle of an element, after bringing it into the middle of the window. */
  async click(element, options = {}) {
    await hands.click(this, hands.middle(await this.inSight(element)), options);
  }

  /** One of the two pictures. @param {'ties' | 'map'} which */
  picture(which, nth = 0) {
    return which === 'ties' ? this.the('slider', said('ties-label'), nth) : this.the('application', said('map-label'), nth);
  }

  /** Brings an element into the middle of the window. Its box (of a link, its first line's) in CSS px of the window. */
  async inSight(element) {
    const box = await element.evaluate((each) => {
      each.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [{ x, y, width, height }] = each.getClientRects();
      return { x, y, width, height };
    });
    await this.still();
    return box;
  }

  /**
   * Points of a picture, as it is in the window now, where a mouse would find something, one for each stretch of a
   * grid's lines, from the top and from the left.
   * @param {import('puppeteer-core').ElementHandle<HTMLElement>} picture  @param {number} step CSS px between the lines
   * @param {[left: number, top: number, right: number, bottom: number]} part  where to look, in shares of the picture
   * @returns {Promise<import('./hands.mjs').Point[]>}
   */
  found(picture, step, part = [0, 0, 1, 1]) {
    return picture.evaluate((box, px, shares) => {
      const rect = box.getBoundingClientRect();
      const [left, right] = [shares[0], shares[2]].map((share) => rect.left + share * rect.width);
      const [top, bottom] = [shares[1], shares[3]].map((share) => rect.top + share * rect.height);
      const over = (clientX, clientY) => {
        box.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientX, clientY }));
        return box.classList.contains('is-over');
      };
      const points = [];
      for (let y = top + px / 2; y < bottom; y += px) {
        for (let x = left, since = NaN; x < right + px; x += px) {
          const on = x < right && over(x, y);
          if (on && Number.isNaN(since)) since = x;
          if (!on && !Number.isNaN(since)) {
            points.push({ x: (since + x - px) / 2, y });
            since = NaN;
          }
        }
      }
      box.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
      return points;
    }, step, part);
  }

  /** Both bitmaps of a picture as one short text that differs when a pixel does. @param {'ties' | 'map'} which */
  async ink(which, nth = 0) {
    return (await this.picture(which, nth)).evaluate((box) => {
      let sum = 0;
      for (const sign of [...box.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join()) {
        sum = (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0;
      }
      return sum;
    });
  }

  scrollY() {
    return this.page.evaluate(() => scrollY);
  }

  /** What a reader hears or sees as text of an attribute, e.g. `aria-valuetext`. */
  attribute(element, name) {
    return element.evaluate((each, attribute) => each.getAttribute(attribute) ?? '', name);
  }

  /** @returns {never} @param {string} reason */
  skip(reason) {
    throw new Skipped(reason);
  }

  /** What this reader noticed, for a failed test. */
  report() {
    return this.complaints.join('\n');
  }

  async end() {
    await Promise.all(this.#tabs.splice(0).map((tab) => tab.close().catch(() => {})));
  }
}
