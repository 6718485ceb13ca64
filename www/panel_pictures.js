// The panel's bitmaps: their heights follow their widths, and the wasm paints them. The scores are exactly as wide and as much
// enlarged as the picture of the ties, so that a year stands under the same year.

import { make } from './make.js';

/**
 * @typedef {import('./us_uz_panel.js').PanelPicture} Picture
 * @typedef {import('./us_uz_panel.js').Panel} Panel
 * @typedef {<T>(work: (wasm: Panel) => T, code?: import('./failure.js').FailureCode) => T | undefined} Ask
 */

/** @type {readonly Picture[]} */
const PICTURES = ['scores', 'scatter', 'moments'];

/** The size of letters for which pictures are laid out. */
const LETTERS_CSS_PX = 16;

/** The least room they are laid out in, whatever the letters; of the scores as of the ties. */
const NARROWEST_CSS_PX = { scores: 160, scatter: 240, moments: 240 };

export class PanelPictures {
  /** For which width, letters and density each picture was laid out. @type {Map<Picture, string>} */
  #sizes = new Map();
  #ask;
  /** How much each picture is enlarged. @type {Record<Picture, number>} */
  scales = { scores: 1, scatter: 1, moments: 1 };
  /** @type {Record<Picture, { box: HTMLElement, probe: HTMLElement, canvas: HTMLCanvasElement }>} */
  each = { scores: drawn(), scatter: drawn(), moments: drawn() };

  /** @param {Ask} ask */
  constructor(ask) {
    this.#ask = ask;
  }

  get all() {
    return PICTURES.map((picture) => this.each[picture]);
  }

  /** Lays all out anew: their heights, or bitmaps that the browser has dropped. */
  forget() {
    this.#sizes.clear();
  }

  /** Puts a fresh bitmap in place of a lost one. @param {EventTarget | null} lost */
  renew(lost) {
    for (const one of this.all) {
      if (one.canvas !== lost) continue;
      const fresh = bitmap();
      one.canvas.replaceWith(fresh);
      one.canvas = fresh;
    }
    this.forget();
  }

  measure() {
    for (const picture of PICTURES) {
      const { box, probe } = this.each[picture];
      const boxWidth = box.clientWidth;
      const letters = parseFloat(getComputedStyle(probe).fontSize) / LETTERS_CSS_PX;
      const size = `${boxWidth} ${letters} ${devicePixelRatio}`;
      // Not in a box without width, such as a folded one: its turn comes when it is unfolded.
      if (boxWidth === 0 || this.#sizes.get(picture) === size) continue;
      const scale = Math.max(1, Math.min(letters, boxWidth / NARROWEST_CSS_PX[picture]));
      const width = boxWidth / scale;
      const height = this.#ask((wasm) => Math.ceil(wasm.heightFor(picture, width)));
      if (height === undefined) return;
      this.scales[picture] = scale;
      box.style.blockSize = `${height * scale}px`;
      this.#ask((wasm) => wasm.resize(picture, width, height, devicePixelRatio * scale));
      this.#sizes.set(picture, size);
    }
  }

  paint() {
    for (const picture of this.#sizes.keys()) this.#ask((wasm) => wasm.paint(picture, this.each[picture].canvas), 'canvas');
  }

  /** The year beneath a pointer; 0 for none. @param {Picture} picture @param {MouseEvent} event */
  yearBeneath(picture, event) {
    const { box } = this.each[picture];
    const rect = box.getBoundingClientRect();
    // A host may have scaled its page by a transform.
    const scale = rect.width > 0 ? box.offsetWidth / this.scales[picture] / rect.width : 1;
    const [x, y] = [(event.clientX - rect.left) * scale, (event.clientY - rect.top) * scale];
    return this.#ask((wasm) => wasm.yearAt(picture, x, y)) ?? 0;
  }
}

function drawn() {
  const probe = make('div', 'probe');
  const canvas = bitmap();
  return { box: make('div', 'drawn', probe, canvas), probe, canvas };
}

function bitmap() {
  const canvas = make('canvas');
  // Canvas text takes its direction from here, and time runs from left to right.
  canvas.dir = 'ltr';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}
