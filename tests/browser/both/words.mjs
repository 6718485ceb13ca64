// What the explainer says, from the same file it has it from.
import { readFileSync } from 'node:fs';

const strings = JSON.parse(readFileSync(new URL('../../../data/strings/en.json', import.meta.url), 'utf8'));

const detail = JSON.parse(readFileSync(new URL('../../../data/strings/en.detail.json', import.meta.url), 'utf8'));

/** @param {string} text */
export function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * A regular expression for one string of the user interface; what stands in braces there may be anything.
 * @param {string} key such as `zoom-in`
 */
export function said(key) {
  return pattern('ui', key, strings.ui);
}

/** The same for a string of the panel of the test. @param {string} key such as `choose-pair` */
export function tested(key) {
  return pattern('test', key, detail.test);
}

/** All words of the panel of the test. */
export const TEST_WORDS = detail.test;

/** @param {string} section @param {string} key @param {Record<string, string>} all */
function pattern(section, key, all) {
  const words = all[key];
  if (typeof words !== 'string') throw new Error(`data/strings/ has no ${section} string “${key}”`);
  return words.split(/\{[a-z0-9-]+\}/).map(literally).join('.*');
}

/** The keys of the user interface's strings. */
export function keys() {
  return Object.keys(strings.ui);
}
