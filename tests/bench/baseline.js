// The same shapes drawn as one would by hand in JavaScript: no layout, no wasm, one loop over plain arrays.

/** @typedef {import('./recorder.js').Shape} Shape */

/**
 * Draws the shapes on a canvas. Every point goes through a pan and zoom, as a hand-written explainer's would.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly Shape[]} shapes
 * @param {{ k: number, dx: number, dy: number }} view  CSS px
 * @param {number} dpr
 */
export function draw(context, shapes, { k, dx, dy }, dpr) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(dpr, 0, 0, dpr, 0, 0);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  let fill = '';
  let stroke = '';
  let width = 0;
  let font = '';
  let align = '';
  let baseline = '';
  for (const shape of shapes) {
    // Setting a style costs even where it does not change.
    if (shape.fill && shape.fill !== fill) context.fillStyle = fill = shape.fill;
    if ('stroke' in shape && shape.stroke) {
      if (shape.stroke !== stroke) context.strokeStyle = stroke = shape.stroke;
      if (shape.width !== width) context.lineWidth = width = shape.width;
    }
    switch (shape.kind) {
      case 'path': {
        const { xy } = shape;
        context.beginPath();
        context.moveTo(xy[0] * k + dx, xy[1] * k + dy);
        for (let at = 2; at < xy.length; at += 2) context.lineTo(xy[at] * k + dx, xy[at + 1] * k + dy);
        if (shape.closed) context.closePath();
        if (shape.fill) context.fill();
        if (shape.stroke) context.stroke();
        break;
      }
      case 'rect':
        context.fillRect(shape.x * k + dx, shape.y * k + dy, shape.w * k, shape.h * k);
        break;
      case 'circle':
        context.beginPath();
        context.arc(shape.x * k + dx, shape.y * k + dy, shape.r, 0, 2 * Math.PI);
        if (shape.fill) context.fill();
        if (shape.stroke) context.stroke();
        break;
      case 'text':
        if (shape.font !== font) context.font = font = shape.font;
        if (shape.align !== align) context.textAlign = align = shape.align;
        if (shape.baseline !== baseline) context.textBaseline = baseline = shape.baseline;
        context.fillText(shape.text, shape.x * k + dx, shape.y * k + dy);
        break;
    }
  }
}
