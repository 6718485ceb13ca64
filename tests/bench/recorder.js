// What a painter draws on a canvas, kept as shapes in CSS pixels instead of being drawn.

/**
 * A path, filled or stroked or both.
 * @typedef {object} PathShape
 * @property {'path'} kind
 * @property {number[]} xy   x and y of each point in turn
 * @property {boolean} closed
 * @property {string | null} fill
 * @property {string | null} stroke
 * @property {number} width
 */
/** @typedef {{ kind: 'rect', x: number, y: number, w: number, h: number, fill: string }} RectShape */
/**
 * A circle, filled or stroked or both.
 * @typedef {object} CircleShape
 * @property {'circle'} kind
 * @property {number} x
 * @property {number} y
 * @property {number} r
 * @property {string | null} fill
 * @property {string | null} stroke
 * @property {number} width
 */
/**
 * @typedef {object} TextShape
 * @property {'text'} kind
 * @property {string} text
 * @property {number} x
 * @property {number} y
 * @property {string} fill
 * @property {string} font
 * @property {CanvasTextAlign} align
 * @property {CanvasTextBaseline} baseline
 */
/** @typedef {PathShape | RectShape | CircleShape | TextShape} Shape */

/** Everything else that draws or moves the ground: a painter that uses it would be recorded wrongly. */
const UNKNOWN = [
  'arcTo', 'bezierCurveTo', 'clip', 'createConicGradient', 'createLinearGradient', 'createPattern',
  'createRadialGradient', 'drawImage', 'ellipse', 'putImageData', 'quadraticCurveTo', 'rect', 'rotate', 'roundRect',
  'scale', 'setLineDash', 'strokeRect', 'strokeText', 'transform', 'translate',
];

/** Makes a canvas' context keep what is drawn on it. Its state (styles, font) stays the context's own. */
export class Recorder {
  /** @type {Shape[] | null} */
  #shapes = null;
  /** @type {number[]} */
  #xy = [];
  #closed = false;
  /** @type {[x: number, y: number, r: number] | null} */
  #arc = null;
  /** CSS px in one unit of the painter's. */
  #scale = 1;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {number} dpr
   */
  constructor(canvas, dpr) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this canvas has no 2d context');
    this.context = context;
    const own = /** @type {Record<string, Function>} */ ({
      setTransform: (/** @type {number[]} */ ...[a, b, c, d, e, f]) => {
        if (b || c || e || f || a !== d) throw new Error('the recorder knows scaling only');
        this.#scale = a / dpr;
      },
      clearRect: () => {
        this.#shapes = [];
      },
      beginPath: () => {
        this.#xy = [];
        this.#closed = false;
        this.#arc = null;
      },
      moveTo: (/** @type {number} */ x, /** @type {number} */ y) => {
        if (this.#xy.length > 0) throw new Error('the recorder knows paths of one part only');
        this.#point(x, y);
      },
      lineTo: (/** @type {number} */ x, /** @type {number} */ y) => this.#point(x, y),
      closePath: () => {
        this.#closed = true;
      },
      arc: (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => {
        const scale = this.#scale;
        this.#arc = [x * scale, y * scale, r * scale];
      },
      fill: () => this.#path(String(context.fillStyle), null),
      stroke: () => this.#path(null, String(context.strokeStyle)),
      fillRect: (/** @type {number[]} */ ...[x, y, w, h]) => {
        const s = this.#scale;
        this.#keep({ kind: 'rect', x: x * s, y: y * s, w: w * s, h: h * s, fill: String(context.fillStyle) });
      },
      fillText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) => {
        const font = context.font.replace(/([\d.]+)px/, (_, px) => `${Number(px) * this.#scale}px`);
        const [fill, align, baseline] = [String(context.fillStyle), context.textAlign, context.textBaseline];
        this.#keep({ kind: 'text', text, x: x * this.#scale, y: y * this.#scale, fill, font, align, baseline });
      },
    });
    for (const name of UNKNOWN) {
      own[name] = () => {
        throw new Error(`the recorder does not know ${name}: teach it, or the baseline draws something else`);
      };
    }
    Object.assign(context, own);
  }

  /** The shapes since the last call, or null if the canvas was not painted anew. */
  take() {
    const shapes = this.#shapes;
    this.#shapes = null;
    return shapes;
  }

  /** @param {number} x @param {number} y */
  #point(x, y) {
    this.#xy.push(x * this.#scale, y * this.#scale);
  }

  /** @param {Shape} shape */
  #keep(shape) {
    if (!this.#shapes) throw new Error('the painter drew before it cleared the canvas');
    this.#shapes.push(shape);
  }

  /** @param {string | null} fill @param {string | null} stroke */
  #path(fill, stroke) {
    const width = this.context.lineWidth * this.#scale;
    if (this.#arc) {
      const [x, y, r] = this.#arc;
      this.#join({ kind: 'circle', x, y, r, fill, stroke, width });
      return;
    }
    let xy = this.#xy;
    let closed = this.#closed;
    // A ring's outline ends where it began; by hand one would close it.
    if (stroke && xy.length > 4 && xy[0] === xy[xy.length - 2] && xy[1] === xy[xy.length - 1]) {
      xy = xy.slice(0, -2);
      closed = true;
    }
    this.#join({ kind: 'path', xy, closed, fill, stroke, width });
  }

  /** By hand one fills and strokes the same path, where the painter draws it twice. @param {PathShape | CircleShape} shape */
  #join(shape) {
    const before = this.#shapes?.at(-1);
    if (before && 'stroke' in before && !before.stroke && !shape.fill && isSameLine(before, shape)) {
      // A fill closes by itself; whether the line does is the stroke's affair.
      if (before.kind === 'path' && shape.kind === 'path') before.closed = shape.closed;
      before.stroke = shape.stroke;
      before.width = shape.width;
    } else {
      this.#keep(shape);
    }
  }
}

/** @param {PathShape | CircleShape} a @param {PathShape | CircleShape} b */
function isSameLine(a, b) {
  if (a.kind === 'circle') return b.kind === 'circle' && a.x === b.x && a.y === b.y && a.r === b.r;
  if (b.kind === 'circle' || a.xy.length !== b.xy.length) return false;
  return a.xy.every((value, at) => value === b.xy[at]);
}
