// One explainer's pictures and the baseline's, frame after frame, in turns.

import { draw } from './baseline.js';
import { Recorder } from './recorder.js';

/** @typedef {import('../../pkg/us_uz_explainer.js').Explainer} Explainer */
/** @typedef {'ties' | 'map'} Picture */
/** @typedef {import('./recorder.js').Shape} Shape */
/** @typedef {import('./scenarios.js').Scenario} Scenario */
/** @typedef {{ base: HTMLCanvasElement, overlay: HTMLCanvasElement }} Layers */
/** What was drawn on base and overlay of a picture in one step; null where nothing was. @typedef {(Shape[] | null)[]} Drawn */
/** Milliseconds of each frame. @typedef {{ submission: number[], interval: number[] }} Frames */

/** @type {readonly Picture[]} */
const PICTURES = ['ties', 'map'];
const WIDTH_CSS_PX = { ties: 960, map: 640 };
const MAP_HEIGHT_CSS_PX = 500;
/** Ours and the baseline take turns of a quarter of the frames, so that what else the machine does hits both. */
const TURNS = 4;
/** Frames of each turn that are not counted: the other's canvases have just left the page. */
const WARM_UP = 3;
/** Blocks in which the two pictures are compared: letters a part of a pixel apart are alike, a missing mark is not. */
const BLOCK_CSS_PX = 4;
/** Mean shades of a block, of 255, that far apart are seen. */
const MOST_APART = 12;
/** Where more blocks differ, the baseline draws something else. Chromium sets letters on whole pixels, but not where the
 * ground is scaled, as the painter's is: the map's labels, which stand at fractions, differ by that. */
const MOST_DIFFERING = { ties: 0.0004, map: 0.006 };

const nextFrame = () => new Promise(/** @param {(at: number) => void} done */ (done) => requestAnimationFrame(done));

export class Bench {
  /** @type {Record<Picture, number>} */
  height = { ties: 0, map: MAP_HEIGHT_CSS_PX };

  /** @param {Explainer} wasm @param {number} dpr @param {number} frames */
  constructor(wasm, dpr, frames) {
    this.wasm = wasm;
    this.dpr = dpr;
    this.frames = frames;
    this.height.ties = Math.ceil(wasm.heightFor('ties', WIDTH_CSS_PX.ties));
    this.ours = this.#pictures();
    this.baseline = this.#pictures();
    // Off the page: nothing of the recording is to be seen.
    this.recorded = this.#layers();
    const record = (/** @type {HTMLCanvasElement} */ canvas) => new Recorder(canvas, dpr);
    this.recorders = PICTURES.map((each) => [this.recorded[each].base, this.recorded[each].overlay].map(record));
  }

  /** @returns {Record<Picture, Layers>} */
  #layers() {
    const canvas = (/** @type {Picture} */ picture) => {
      const made = document.createElement('canvas');
      made.width = Math.round(WIDTH_CSS_PX[picture] * this.dpr);
      made.height = Math.round(this.height[picture] * this.dpr);
      return made;
    };
    const layers = (/** @type {Picture} */ picture) => ({ base: canvas(picture), overlay: canvas(picture) });
    return { ties: layers('ties'), map: layers('map') };
  }

  #pictures() {
    const box = document.createElement('div');
    box.className = 'pictures';
    const layers = this.#layers();
    for (const picture of PICTURES) {
      const each = document.createElement('div');
      each.className = 'picture';
      each.style.setProperty('inline-size', `${WIDTH_CSS_PX[picture]}px`);
      each.style.setProperty('block-size', `${this.height[picture]}px`);
      each.append(layers[picture].base, layers[picture].overlay);
      box.append(each);
    }
    document.body.append(box);
    return { box, layers };
  }

  /** @param {Scenario} scenario @param {Record<Picture, Layers>} layers */
  #begin(scenario, layers) {
    const unread = this.wasm.setView(scenario.from);
    if (unread) throw new Error(`${scenario.name}: ${unread}`);
    for (const each of PICTURES) this.wasm.resize(each, WIDTH_CSS_PX[each], this.height[each], this.dpr);
    scenario.begin?.(this.wasm);
    this.#paint(layers);
  }

  /** @param {Record<Picture, Layers>} layers */
  #paint(layers) {
    this.wasm.drain();
    let painted = 0;
    for (const each of PICTURES) painted += this.wasm.paint(each, layers[each].base, layers[each].overlay);
    return painted;
  }

  /** @param {Scenario} scenario @param {number} n @param {Record<Picture, Layers>} layers */
  #step(scenario, n, layers) {
    scenario.step(this.wasm, (n + 1) / this.frames, n);
    return this.#paint(layers);
  }

  /** The scenario once, not drawn but kept. @param {Scenario} scenario @returns {Drawn[][]} by step and picture */
  #record(scenario) {
    this.#begin(scenario, this.recorded);
    const take = () => this.recorders.map((layers) => layers.map((recorder) => recorder.take()));
    const first = take();
    const steps = [];
    for (let n = 0; n < this.frames; n += 1) {
      this.#step(scenario, n, this.recorded);
      steps.push(take());
    }
    return [first, ...steps];
  }

  /** @param {Drawn[]} drawn */
  #drawByHand(drawn) {
    PICTURES.forEach((picture, p) => {
      const { base, overlay } = this.baseline.layers[picture];
      [base, overlay].forEach((canvas, layer) => {
        const [shapes, context] = [drawn[p][layer], canvas.getContext('2d')];
        // The shapes stand where they stood in that step; what a pan and zoom would cost is paid all the same.
        if (shapes && context) draw(context, shapes, { k: 1, dx: 0, dy: 0 }, this.dpr);
      });
    });
  }

  /**
   * @param {number} from @param {number} to
   * @param {HTMLElement} shown @param {HTMLElement} hidden
   * @param {(n: number) => void} step
   * @param {Frames} into
   */
  async #turn(from, to, shown, hidden, step, into) {
    shown.hidden = false;
    hidden.hidden = true;
    let before = 0;
    for (let n = 0; n < WARM_UP; n += 1) before = await nextFrame();
    for (let n = from; n < to; n += 1) {
      const start = performance.now();
      step(n);
      into.submission.push(performance.now() - start);
      const now = await nextFrame();
      into.interval.push(now - before);
      before = now;
    }
  }

  /** @param {Scenario} scenario */
  async run(scenario) {
    const [first, ...steps] = this.#record(scenario);
    this.#begin(scenario, this.ours.layers);
    this.#drawByHand(first);
    /** @returns {Frames} */
    const none = () => ({ submission: [], interval: [] });
    const [ours, baseline] = [none(), none()];
    let painted = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const [from, to] = [turn, turn + 1].map((edge) => Math.round((edge * this.frames) / TURNS));
      const ourStep = (/** @type {number} */ n) => {
        painted += this.#step(scenario, n, this.ours.layers);
      };
      await this.#turn(from, to, this.ours.box, this.baseline.box, ourStep, ours);
      const byHand = (/** @type {number} */ n) => this.#drawByHand(steps[n]);
      await this.#turn(from, to, this.baseline.box, this.ours.box, byHand, baseline);
    }
    const differing = this.#differing();
    for (const picture of PICTURES) {
      if (differing[picture] <= MOST_DIFFERING[picture]) continue;
      const percent = (100 * differing[picture]).toFixed(2);
      throw new Error(`${scenario.name}: ${percent} % of the baseline's picture (${picture}) differ from ours`);
    }
    const shapes = Math.max(...steps.map((step) => step.flat().reduce((sum, layer) => sum + (layer?.length ?? 0), 0)));
    return { scenario: scenario.name, ours, baseline, shapes, layers: painted / this.frames, differing };
  }

  /** Ours alone, frame after frame; the milliseconds of one. @param {Scenario} scenario @param {number} times */
  async repeat(scenario, times) {
    let spent = 0;
    for (let time = 0; time < times; time += 1) {
      this.#begin(scenario, this.ours.layers);
      for (let n = 0; n < this.frames; n += 1) {
        await nextFrame();
        const start = performance.now();
        this.#step(scenario, n, this.ours.layers);
        spent += performance.now() - start;
      }
    }
    return spent / times / this.frames;
  }

  /** Which part of each picture's blocks looks otherwise in the baseline. */
  #differing() {
    const size = BLOCK_CSS_PX * this.dpr;
    const part = (/** @type {Picture} */ picture) => {
      const [a, b] = [this.ours, this.baseline].map((each) => blocks(each.layers[picture], size));
      const apart = a.filter((mean, at) => mean.some((shade, colour) => Math.abs(shade - b[at][colour]) > MOST_APART));
      return apart.length / a.length;
    };
    return { ties: part('ties'), map: part('map') };
  }
}

/**
 * The mean red, green and blue of each block of a picture as it is seen, both layers on white.
 * @param {Layers} layers
 * @param {number} size  bitmap pixels
 */
function blocks({ base, overlay }, size) {
  const [width, height] = [Math.floor(base.width / size), Math.floor(base.height / size)];
  // On a copy: reading a canvas back would take it off the graphics card for good.
  const copy = new OffscreenCanvas(base.width, base.height).getContext('2d');
  if (!copy) throw new Error('no canvas to compare on');
  copy.fillStyle = 'white';
  copy.fillRect(0, 0, base.width, base.height);
  copy.drawImage(base, 0, 0);
  copy.drawImage(overlay, 0, 0);
  const { data } = copy.getImageData(0, 0, base.width, base.height);
  const sums = Array.from({ length: width * height }, () => [0, 0, 0]);
  for (let y = 0; y < height * size; y += 1) {
    for (let x = 0; x < width * size; x += 1) {
      const block = sums[Math.floor(y / size) * width + Math.floor(x / size)];
      for (let colour = 0; colour < 3; colour += 1) block[colour] += data[(y * base.width + x) * 4 + colour] / size / size;
    }
  }
  return sums;
}
