// The bitmaps of both pictures: their heights follow their widths, and the wasm paints them.

/**
 * @typedef {import('./us_uz_explainer.js').Picture} Picture
 * @typedef {import('./us_uz_explainer.js').Explainer} Explainer
 */

/** @type {readonly Picture[]} */
export const PICTURES = ['ties', 'map'];

/** The size of letters for which pictures are laid out. */
const LETTERS_CSS_PX = 16;

/** The least room they are laid out in, whatever the letters: tests/layout.rs holds that nothing overlaps or is lost there. */
const NARROWEST_CSS_PX = { ties: 160, map: 240 };

export class Pictures {
  /** For which width, letters and density each picture was laid out. @type {Map<Picture, string>} */
  #sizes = new Map();
  /**
   * How much larger than planned each picture is drawn, so that its words grow with the reader's letters. A picture is laid
   * out in so many times less room and enlarged: what a point of it is called is divided by this.
   * @type {Record<Picture, number>}
   */
  scales = { ties: 1, map: 1 };

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

  /** Those that an engine has emptied without a word: what is painted has no clear corner. @returns {Picture[]} */
  emptied() {
    return [...this.#sizes.keys()].filter((picture) => {
      const corner = this.stage[picture].base.getContext('2d')?.getImageData(0, 0, 1, 1).data;
      return corner?.[3] === 0;
    });
  }

  /** @returns {boolean} whether something must be painted */
  measure() {
    let changed = false;
    for (const picture of PICTURES) {
      const { box, probe } = this.stage[picture];
      const boxWidth = box.clientWidth;
      const letters = parseFloat(getComputedStyle(probe).fontSize) / LETTERS_CSS_PX;
      const size = `${boxWidth} ${letters} ${devicePixelRatio}`;
      // Not in a box without width, such as a folded tab: its turn comes when it is unfolded.
      if (boxWidth === 0 || this.#sizes.get(picture) === size) continue;
      const scale = Math.max(1, Math.min(letters, boxWidth / NARROWEST_CSS_PX[picture]));
      const width = boxWidth / scale;
      const height = this.ask((wasm) => Math.ceil(wasm.heightFor(picture, width)));
      if (height === undefined) return false;
      this.scales[picture] = scale;
      box.style.blockSize = `${height * scale}px`;
      this.ask((wasm) => wasm.resize(picture, width, height, devicePixelRatio * scale));
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
