// Pointers → grabbing, dragging, pinching. Tells a click from a drag; leaves to the page what is the page's.

/**
 * @typedef {{ x: number, y: number }} Point  CSS px from the picture's left top
 *
 * What a gesture does to a picture. One pointer is two at the same point.
 * @typedef {object} Hands
 * @property {(a: Point, b: Point) => void} grab
 * @property {(a: Point, b: Point) => void} drag
 * @property {() => void} down          any pointer went down
 * @property {() => void} scrolled      a finger scrolled the page where two would have moved the picture
 * @property {(event: PointerEvent | MouseEvent | WheelEvent) => Point} at
 */

/** How far a pointer may stray and still click, in CSS px. */
const STRAY_MOUSE_CSS_PX = 4;
const STRAY_TOUCH_CSS_PX = 10;

export class Gestures {
  /** Pointers that are down, by id, oldest first. @type {Map<number, Point>} */
  #down = new Map();
  /** Where the first one went down. @type {Point} */
  #start = { x: 0, y: 0 };
  #dragging = false;
  /** Whether the click that follows belongs to a drag. */
  dragged = false;
  /** Whether the last pointer was a mouse: in engines before 2025 a click does not say so itself. */
  mouse = true;

  /**
   * @param {HTMLElement} box
   * @param {boolean} oneFinger  whether one finger drags; else it takes two, and one scrolls the page
   * @param {Hands} hands
   * @param {AbortSignal} signal
   */
  constructor(box, oneFinger, hands, signal) {
    this.box = box;
    this.oneFinger = oneFinger;
    this.hands = hands;
    box.addEventListener('pointerdown', (event) => this.#onDown(event), { signal });
    box.addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) {
      box.addEventListener(name, (event) => this.#onUp(event), { signal });
    }
    // `touch-action` cannot say “two fingers”: while two are down, the page must not scroll or zoom with them.
    box.addEventListener('touchmove', (event) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    }, { signal, passive: false });
  }

  /** Whether a drag is going on, so that nothing hovers. */
  get busy() {
    return this.#dragging;
  }

  /** @param {PointerEvent} event */
  #onDown(event) {
    this.hands.down();
    this.mouse = event.pointerType === 'mouse';
    if (event.button !== 0) return;
    if (event.isPrimary) {
      // Whatever was down before has left unseen.
      this.#down.clear();
      this.#end();
      this.dragged = false;
      this.#start = this.hands.at(event);
    }
    // The first finger scrolls the page; what joins it does so too.
    else if (this.#down.size === 0) return;
    if (this.#down.size === 2) return;
    this.#down.set(event.pointerId, this.hands.at(event));
    if (this.#down.size === 2) this.#begin();
    else if (this.#dragging) this.#grab();
  }

  /** @param {PointerEvent} event */
  #onMove(event) {
    if (!this.#down.has(event.pointerId)) return;
    // Let go outside, before it was captured.
    if (event.buttons === 0) return this.#onUp(event);
    const point = this.hands.at(event);
    this.#down.set(event.pointerId, point);
    if (!this.#dragging) {
      const [across, down] = [Math.abs(point.x - this.#start.x), Math.abs(point.y - this.#start.y)];
      if (this.mouse) {
        if (Math.hypot(across, down) <= STRAY_MOUSE_CSS_PX) return;
      } else {
        // More up or down than sideways is the page's; the browser says so by `pointercancel` only some pixels later.
        if (this.oneFinger && down > STRAY_TOUCH_CSS_PX && down >= across) this.#leave(event.pointerId);
        if (!this.oneFinger || across <= STRAY_TOUCH_CSS_PX || across <= down) return;
      }
      this.#begin(this.#start);
    }
    this.hands.drag(...this.#two());
  }

  /** @param {PointerEvent} event */
  #onUp(event) {
    if (!this.#down.delete(event.pointerId)) return;
    const two = !this.oneFinger && !this.mouse;
    if (event.type === 'pointercancel' && two && !this.dragged) this.hands.scrolled();
    if (this.#down.size === 0 || two) this.#end();
    else if (this.#dragging) this.#grab();
  }

  /** @param {Point} [from]  what is grabbed, if not what is beneath the pointers now */
  #begin(from) {
    this.#dragging = true;
    this.dragged = true;
    this.box.classList.add('is-dragging');
    for (const id of this.#down.keys()) this.#capture(id);
    if (from) this.hands.grab(from, from);
    else this.#grab();
  }

  #end() {
    this.#dragging = false;
    this.box.classList.remove('is-dragging');
  }

  #grab() {
    this.hands.grab(...this.#two());
  }

  /** @returns {[Point, Point]} */
  #two() {
    const [a, b = a] = this.#down.values();
    return [a, b];
  }

  /** This finger scrolls the page: neither a drag nor a click comes of it. @param {number} id */
  #leave(id) {
    this.#down.delete(id);
    this.dragged = true;
  }

  /** Leaving the box, a drag goes on. @param {number} id */
  #capture(id) {
    try {
      this.box.setPointerCapture(id);
    } catch {
      // The pointer has just left; its last event is on the way.
    }
  }
}
