// Pointer and wheel over a picture → changes. Never takes the plain wheel or the scrolling finger from the page.

import { Gestures } from './gestures.js';
import { listenToKeys } from './keys.js';

/** How far from a mark a press still counts, in CSS px: half of the smallest target of WCAG 2.5.8, and of 2.5.5. */
const SLOP_MOUSE_CSS_PX = 4;
const SLOP_TOUCH_CSS_PX = 22;

/** A notch of a mouse wheel zooms by about a half; the small steps of a touchpad by as much as they are. */
const ZOOM_PER_CSS_PX = 0.01;
const MOST_CSS_PX = 40;
const CSS_PX_PER_LINE = 16;

/** How much closer a double click goes. */
const CLOSER = 2;

/**
 * @param {import('./live.js').Live} live
 * @param {import('./us_uz_explainer.js').Picture} picture
 * @param {() => void} open  what is chosen, to read it
 */
export function listen(live, picture, open) {
  const { stage, signal } = live;
  const { box } = stage[picture];
  let over = '';

  /** @param {MouseEvent} event */
  const at = (event) => {
    const rect = box.getBoundingClientRect();
    // A host may have scaled its page by a transform, and the picture may be enlarged.
    const scale = rect.width > 0 ? box.offsetWidth / live.scales[picture] / rect.width : 1;
    return { x: (event.clientX - rect.left) * scale, y: (event.clientY - rect.top) * scale };
  };
  /** @param {MouseEvent} event */
  const beneath = (event) => {
    const { x, y } = at(event);
    const slop = gestures.mouse ? SLOP_MOUSE_CSS_PX : SLOP_TOUCH_CSS_PX;
    return live.ask((wasm) => wasm.pick(picture, x, y, slop)) ?? '';
  };
  /** @param {string} target */
  const hover = (target) => {
    if (target === over) return;
    over = target;
    box.classList.toggle('is-over', target !== '' && !target.startsWith('time:'));
    live.hover(target);
  };

  const gestures = new Gestures(box, picture === 'ties', {
    at,
    down: () => {
      if (stage.now?.playing) live.act((wasm) => wasm.play(false));
    },
    grab: (a, b) => {
      hover('');
      live.act((wasm) => wasm.grab(picture, a.x, a.y, b.x, b.y));
    },
    drag: (a, b) => live.soon(`drag ${picture}`, (wasm) => wasm.drag(picture, a.x, a.y, b.x, b.y)),
    scrolled: () => live.explore?.lost(picture, 'touch'),
  }, signal);

  box.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || gestures.busy) return;
    gestures.mouse = true;
    hover(beneath(event));
  }, { signal });
  box.addEventListener('pointerleave', () => hover(''), { signal });

  box.addEventListener('click', (event) => {
    if (gestures.dragged) return;
    const target = beneath(event);
    // The second of a double click zooms, below; but who folds twice in a hurry means it.
    if (event.detail < 2 || target.startsWith('row:')) live.act((wasm) => wasm.select(target));
  }, { signal });
  box.addEventListener('dblclick', (event) => {
    if (gestures.dragged || beneath(event).startsWith('row:')) return;
    const { x, y } = at(event);
    live.act((wasm) => wasm.zoom(picture, CLOSER, x, y));
  }, { signal });

  /** What the wheel has gathered since the last frame. */
  let factor = 1;
  box.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) {
      live.explore?.lost(picture, 'wheel');
      return;
    }
    event.preventDefault();
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : CSS_PX_PER_LINE);
    factor *= Math.exp(-Math.max(-MOST_CSS_PX, Math.min(MOST_CSS_PX, px)) * ZOOM_PER_CSS_PX);
    const { x, y } = at(event);
    live.soon(`zoom ${picture}`, (wasm) => {
      wasm.zoom(picture, factor, x, y);
      factor = 1;
    });
  }, { signal, passive: false });

  listenToKeys(live, picture, open);
}
