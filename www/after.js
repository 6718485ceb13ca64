// What comes after the start: the cards, the text version where the page has none, the parts of free exploration.
// Everything works without each of them; what is missing is said in one quiet line.

import { ended, patiently } from './fetch.js';
import { complete, isComplete } from './text.js';

const LEAVING_MS = 200;

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
  fetchOne(live.dossier.cards(), 'detail-failed', (cards) => {
    live.cards = cards;
  });
  fetchOne(patiently((signal) => Promise.race([import('./explore.js'), ended(signal)])), 'explore-failed', ({ Explore }) => {
    live.explore = new Explore(live);
    live.refresh();
  });
  // A page that has the text is not touched.
  if (isComplete(live.host, true)) return;
  fetchOne(live.dossier.text(), 'detail-failed', (text) => {
    const parts = complete(live.host, text);
    live.dossier.grow?.(parts);
    live.refresh();
  });
}
