// Days as numbers, for the shell's own small sums; 0 is 1970-01-01.

const DAY_MS = 86_400_000;

/** @typedef {{ from: string, to: string, domain: [string, string] }} Times  ISO dates: the window and the time axis */

/** @param {string} iso */
export function dayOf(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

/** @param {number} day */
export function isoOf(day) {
  return new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * A window of time moved by so many days, as wide as it is, no further than the axis goes.
 * @param {Times} times
 * @param {number} days
 * @returns {[from: string, to: string]}
 */
export function moved({ from, to, domain }, days) {
  const [first, last] = [dayOf(domain[0]) - dayOf(from), dayOf(domain[1]) - dayOf(to)];
  const by = Math.max(first, Math.min(last, Math.round(days)));
  return [isoOf(dayOf(from) + by), isoOf(dayOf(to) + by)];
}
