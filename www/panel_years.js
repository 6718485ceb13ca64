// Choosing a year: by a click or a tap in the pictures, or by keys on the scores, which are a slider of years.

/**
 * @typedef {object} Years
 * @property {() => [first: number, last: number]} shown
 * @property {() => number} chosen  0 for none
 * @property {(year: number) => void} choose
 */

/** How far Page Up and Page Down go. */
const FAR = 5;

/**
 * @param {HTMLElement} box  the scores
 * @param {string} label
 * @param {Years} years
 */
export function listenToYearKeys(box, label, years) {
  box.tabIndex = 0;
  box.setAttribute('role', 'slider');
  box.setAttribute('aria-label', label);
  box.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const year = keyed(event.key, years);
    if (year === undefined) return;
    event.preventDefault();
    years.choose(year);
  });
}

/** @param {string} key @param {Years} years @returns {number | undefined} */
function keyed(key, { shown, chosen }) {
  const [first, last] = shown();
  if (key === 'Home') return first;
  if (key === 'End') return last;
  if (key === 'Escape') return chosen() === 0 ? undefined : 0;
  const by = { ArrowLeft: -1, ArrowDown: -1, PageUp: -FAR, ArrowRight: 1, ArrowUp: 1, PageDown: FAR }[key];
  if (by === undefined) return undefined;
  // From no year the first step leads to the end where it comes from.
  const from = chosen() || (by > 0 ? first - by : last - by);
  return Math.max(first, Math.min(last, from + by));
}

/**
 * @param {import('./panel_pictures.js').PanelPictures} pictures
 * @param {Years} years
 */
export function listenToYearClicks(pictures, years) {
  for (const picture of /** @type {const} */ (['scores', 'scatter'])) {
    const { box } = pictures.each[picture];
    box.addEventListener('click', (event) => {
      const year = pictures.yearBeneath(picture, event);
      if (year !== 0) years.choose(year === years.chosen() ? 0 : year);
    });
    box.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') box.classList.toggle('is-over', pictures.yearBeneath(picture, event) !== 0);
    });
  }
}

/** What the slider says of itself. @param {HTMLElement} box @param {Years} years @param {string} words */
export function tellYear(box, { shown, chosen }, words) {
  const [first, last] = shown();
  box.setAttribute('aria-valuemin', String(first));
  box.setAttribute('aria-valuemax', String(last));
  box.setAttribute('aria-valuenow', String(Math.max(first, Math.min(last, chosen() || first))));
  box.setAttribute('aria-valuetext', words);
}
