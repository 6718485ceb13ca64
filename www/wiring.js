// Which control of the stage asks the live explainer for what.

import { listen } from './input.js';

/**
 * @param {import('./live.js').Live} live
 */
export function wire(live) {
  const { stage, signal } = live;
  const read = () => {
    stage.card.focus({ preventScroll: true });
    stage.card.scrollIntoView({ block: 'nearest' });
  };
  for (const picture of /** @type {const} */ (['ties', 'map'])) {
    listen(live, picture, read);
    // The event belongs to the canvas and does not bubble.
    stage[picture].box.addEventListener('contextrestored', () => live.renew(picture), { signal, capture: true });
  }
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) live.comeBack();
  }, { signal });
  stage.read.addEventListener('click', read, { signal });
  // Out of the card again: to the picture it speaks of, nothing chosen.
  stage.card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    live.act((wasm) => wasm.select(''));
    stage.ties.box.focus({ preventScroll: true });
  }, { signal });

  /** @type {[HTMLElement, (wasm: import('./us_uz_explainer.js').Explainer) => void][]} */
  const buttons = [
    [stage.back, (wasm) => wasm.back()],
    [stage.next, (wasm) => wasm.next()],
    [stage.free, (wasm) => (wasm.state().exploring ? wasm.returnToStory() : wasm.explore())],
  ];
  for (const [button, work] of buttons) {
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') live.act(work);
    }, { signal });
  }
}
