// What the explainer says, from the same file it has it from.
import { readFileSync } from 'node:fs';

const strings = JSON.parse(readFileSync(new URL('../../../data/strings/en.json', import.meta.url), 'utf8'));

/** @param {string} text */
export function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * A regular expression for one string of the user interface; what stands in braces there may be anything.
 * @param {string} key such as `zoom-in`
 */
export function said(key) {
  const words = strings.ui[key];
  if (typeof words !== 'string') throw new Error(`data/strings/en.json has no ui string “${key}”`);
  return words.split(/\{[a-z-]+\}/).map(literally).join('.*');
}

/** The keys of the user interface's strings. */
export function keys() {
  return Object.keys(strings.ui);
}
