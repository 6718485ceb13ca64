// The window of time by its ends: moved one by one, said in words, written as EDTF.

import { dayOf, isoOf } from './days.js';

/** The shortest window, as in the model. */
const LEAST_DAYS = 7;

/** Dates with the day before the month, as the dossier writes them. */
const LOCALES = ['en-GB'];

const words = new Intl.DateTimeFormat(LOCALES, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param {string} iso */
export function inWords(iso) {
  return words.format(new Date(`${iso}T00:00:00Z`));
}

/**
 * @param {import('./days.js').Times} times
 * @param {number} day  the new first day
 * @returns {[from: string, to: string]}
 */
export function withFrom({ to, domain }, day) {
  return [isoOf(Math.max(dayOf(domain[0]), Math.min(day, dayOf(to) - LEAST_DAYS + 1))), to];
}

/**
 * @param {import('./days.js').Times} times
 * @param {number} day  the new last day
 * @returns {[from: string, to: string]}
 */
export function withTo({ from, domain }, day) {
  return [from, isoOf(Math.min(dayOf(domain[1]), Math.max(day, dayOf(from) + LEAST_DAYS - 1)))];
}

/**
 * The first day of a month so many months on; from the middle of a month, its own first day is one month back.
 * @param {number} day
 * @param {number} months
 */
export function monthStart(day, months) {
  const [year, month, date] = isoOf(day).split('-').map(Number);
  const at = year * 12 + month - 1 + months + (months < 0 && date > 1 ? 1 : 0);
  return Date.UTC(Math.floor(at / 12), at % 12) / 86_400_000;
}

/** @param {string} from @param {string} to  ISO dates @returns {string} as short as it says the same */
export function edtf(from, to) {
  const nextDay = isoOf(dayOf(to) + 1);
  const whole = (/** @type {string} */ rest) => from.endsWith(rest) && nextDay.endsWith(rest);
  const length = whole('-01-01') ? 4 : whole('-01') ? 7 : 10;
  const [first, last] = [from.slice(0, length), to.slice(0, length)];
  return first === last ? first : `${first}/${last}`;
}
