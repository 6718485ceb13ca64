// Keys of a focused picture → changes.

/** More steps than there are events: the model stops at the first and at the last. */
const TO_THE_END = 100_000;
const PAN_CSS_PX = 60;
export const CLOSER = 1.5;

/**
 * @param {import('./live.js').Live} live
 * @param {import('./us_uz_explainer.js').Picture} picture
 * @param {() => void} open  what is chosen, to read it
 */
export function listenToKeys(live, picture, open) {
  const keys = keysOf(live, picture, open);
  live.stage[picture].box.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Many keyboards have these signs above others.
    if (event.shiftKey && !'+-0'.includes(event.key)) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }, { signal: live.signal });
}

/**
 * @param {import('./live.js').Live} live
 * @param {import('./us_uz_explainer.js').Picture} picture
 * @param {() => void} open
 * @returns {Record<string, (() => void) | undefined>}
 */
function keysOf(live, picture, open) {
  /** @param {(wasm: import('./us_uz_explainer.js').Explainer) => void} work */
  const act = (work) => () => live.act(work);
  const move = (/** @type {number} */ by) => act((wasm) => wasm.moveSelection(by));
  const pan = (/** @type {number} */ dx, /** @type {number} */ dy) => act((wasm) => wasm.pan(picture, dx, dy));
  const zoom = (/** @type {number} */ factor) => act((wasm) => wasm.zoom(picture, factor, NaN, NaN));
  const both = {
    '+': zoom(CLOSER),
    // The plus sign without its modifier.
    '=': zoom(CLOSER),
    '-': zoom(1 / CLOSER),
    0: () => live.explore?.whole(picture),
    Enter: open,
    Escape: act((wasm) => wasm.select('')),
  };
  if (picture === 'map') {
    return {
      ...both,
      ArrowRight: pan(PAN_CSS_PX, 0),
      ArrowLeft: pan(-PAN_CSS_PX, 0),
      ArrowUp: pan(0, -PAN_CSS_PX),
      ArrowDown: pan(0, PAN_CSS_PX),
      PageUp: move(-1),
      PageDown: move(1),
    };
  }
  return {
    ...both,
    ArrowRight: move(1),
    ArrowUp: move(1),
    ArrowLeft: move(-1),
    ArrowDown: move(-1),
    PageUp: () => live.explore?.shift(-1),
    PageDown: () => live.explore?.shift(1),
    Home: move(-TO_THE_END),
    End: move(TO_THE_END),
  };
}
