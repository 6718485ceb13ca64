// What comes after the start: the cards, the text version where the page has none, the parts of free exploration.
// Everything works without each of them; what is missing is said in one quiet line.

import { loadCards, loadText, patiently } from './load.js';
import { complete, isComplete } from './text.js';

const LEAVING_MS = 200;

/** An import cannot be broken off, but need not be waited for. @param {AbortSignal} signal @returns {Promise<never>} */
function ended(signal) {
  return new Promise((_, reject) => { signal.addEventListener('abort', reject, { once: true }); });
}

/** @param {import('./live.js').Live} live */
export function fetchRest(live) {
  /** @template T @param {Promise<T>} coming @param {string} lack  the line's key @param {(came: T) => void} then */
  const fetchOne = async (coming, lack, then) => {
    try {
      const came = await coming;
      if (!live.signal.aborted) then(came);
    } catch (thrown) {
      // A page that is being left breaks off what is on its way, and a moment later nobody is here to be told.
      await new Promise((resolve) => { setTimeout(resolve, LEAVING_MS); });
      if (live.signal.aborted) return;
      console.warn(`us-uz-explainer: ${lack}: ${thrown}`);
      live.stage.lack(lack);
    }
  };
  fetchOne(loadCards(), 'detail-failed', (cards) => {
    live.cards = cards;
  });
  fetchOne(patiently((signal) => Promise.race([import('./explore.js'), ended(signal)])), 'explore-failed', ({ Explore }) => {
    live.explore = new Explore(live);
    live.refresh();
  });
  // A page that has the text is not touched.
  if (isComplete(live.host)) return;
  fetchOne(loadText(), 'detail-failed', (text) => {
    complete(live.host, text);
    live.refresh();
  });
}
