// The bitmaps of both pictures: their heights follow their widths, and the wasm paints them.

/**
 * @typedef {import('./us_uz_explainer.js').Picture} Picture
 * @typedef {import('./us_uz_explainer.js').Explainer} Explainer
 */

/** @type {readonly Picture[]} */
export const PICTURES = ['ties', 'map'];

export class Pictures {
  /** For which width and density each picture was laid out. @type {Map<Picture, string>} */
  #sizes = new Map();

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {<T>(work: (wasm: Explainer) => T, code?: import('./failure.js').FailureCode) => T | undefined} ask
   */
  constructor(stage, ask) {
    this.stage = stage;
    this.ask = ask;
  }

  /** Heights may have changed though widths have not. */
  forget() {
    this.#sizes.clear();
  }

  /** A lost bitmap comes back empty, and the layers believe that they are painted. @param {Picture} picture */
  renew(picture) {
    this.#sizes.delete(picture);
    this.stage.renew(picture);
  }

  /** @returns {boolean} whether something must be painted */
  measure() {
    let changed = false;
    for (const picture of PICTURES) {
      const { box } = this.stage[picture];
      const width = box.clientWidth;
      const size = `${width} ${devicePixelRatio}`;
      // Not in a box without width, such as a folded tab: its turn comes when it is unfolded.
      if (width === 0 || this.#sizes.get(picture) === size) continue;
      const height = this.ask((wasm) => Math.ceil(wasm.heightFor(picture, width)));
      if (height === undefined) return false;
      box.style.blockSize = `${height}px`;
      this.ask((wasm) => wasm.resize(picture, width, height, devicePixelRatio));
      this.#sizes.set(picture, size);
      changed = true;
    }
    return changed;
  }

  /** @returns {boolean} whether both pictures are painted */
  paint() {
    for (const picture of PICTURES) {
      if (!this.#sizes.has(picture)) continue;
      const { base, overlay } = this.stage[picture];
      if (this.ask((wasm) => wasm.paint(picture, base, overlay), 'canvas') === undefined) return false;
    }
    return this.#sizes.size === PICTURES.length;
  }
}
