// One line over the map, once: how to move it where the page has the wheel and the finger.

/** How long it stays. */
const READING_MS = 2600;

export class Hint {
  #shown = false;

  /**
   * @param {HTMLElement} box  the picture's wrapper
   * @param {(key: string) => string} say
   * @param {AbortSignal} signal
   */
  constructor(box, say, signal) {
    this.box = box;
    this.say = say;
    this.signal = signal;
  }

  /** @param {'wheel' | 'touch'} by */
  show(by) {
    if (this.#shown) return;
    this.#shown = true;
    const mac = by === 'wheel' && /Mac/.test(navigator.platform);
    const line = document.createElement('p');
    line.className = 'hint';
    // Who hears the page moves the map by keys, which its label names.
    line.setAttribute('aria-hidden', 'true');
    line.textContent = this.say(`hint-${by}${mac ? '-mac' : ''}`);
    this.box.append(line);
    const timer = setTimeout(() => line.remove(), READING_MS);
    this.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      line.remove();
    }, { once: true });
  }
}
