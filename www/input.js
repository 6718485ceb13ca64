// Pointer and keyboard → intentions. Never takes the wheel or a one-finger swipe from the page.

/**
 * What the reader wants, in the words of the WebAssembly class.
 * @typedef {object} Wishes
 * @property {(picture: Picture, x: number, y: number, slop: number) => string} pick
 * @property {(target: string) => void} hover
 * @property {(target: string) => void} select
 * @property {(delta: number) => void} move     among the events, in date order
 * @property {() => void} open                  what is chosen, to read it
 * @typedef {import('./us_uz_explainer.js').Picture} Picture
 */

/** How far from a mark a press still counts, in CSS px: half of the smallest target of WCAG 2.5.8, and of 2.5.5. */
const SLOP_MOUSE_CSS_PX = 4;
const SLOP_TOUCH_CSS_PX = 22;

/** More steps than there are events: the model stops at the first and at the last. */
const TO_THE_END = 100_000;

/**
 * @param {HTMLElement} box       the picture's wrapper
 * @param {Picture} picture
 * @param {Wishes} wishes
 * @param {AbortSignal} signal    ends the listening
 */
export function listen(box, picture, wishes, signal) {
  let over = '';
  let kind = 'mouse';

  /** @param {MouseEvent} event */
  const at = (event) => {
    const rect = box.getBoundingClientRect();
    // A host may have scaled its page by a transform.
    const scale = rect.width > 0 ? box.offsetWidth / rect.width : 1;
    const slop = kind === 'mouse' ? SLOP_MOUSE_CSS_PX : SLOP_TOUCH_CSS_PX;
    return wishes.pick(picture, (event.clientX - rect.left) * scale, (event.clientY - rect.top) * scale, slop);
  };
  /** @param {string} target */
  const hover = (target) => {
    if (target === over) return;
    over = target;
    box.classList.toggle('is-over', target !== '' && !target.startsWith('time:'));
    wishes.hover(target);
  };

  box.addEventListener('pointerdown', (event) => { kind = event.pointerType; }, { signal });
  box.addEventListener('pointermove', (event) => {
    // A finger that moves is scrolling the page.
    if (event.pointerType !== 'mouse') return;
    kind = 'mouse';
    hover(at(event));
  }, { signal });
  box.addEventListener('pointerleave', () => hover(''), { signal });
  box.addEventListener('click', (event) => wishes.select(at(event)), { signal });

  box.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = keys(picture, wishes)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }, { signal });
}

/**
 * The map is no slider: up and down keep scrolling the page there.
 * @param {Picture} picture
 * @param {Wishes} wishes
 * @returns {Record<string, (() => void) | undefined>}
 */
function keys(picture, wishes) {
  const later = () => wishes.move(1);
  const earlier = () => wishes.move(-1);
  const both = {
    ArrowRight: later,
    ArrowLeft: earlier,
    Enter: wishes.open,
    Escape: () => wishes.select(''),
  };
  if (picture === 'map') return both;
  return {
    ...both,
    ArrowUp: later,
    ArrowDown: earlier,
    Home: () => wishes.move(-TO_THE_END),
    End: () => wishes.move(TO_THE_END),
  };
}
