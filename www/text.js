// The text version in the light DOM: kept, completed where a page has none, enhanced in place, never copied.

import { build } from './nodes.js';

/** @param {HTMLElement} host @param {string} slot */
const has = (host, slot) => host.querySelector(`:scope > [slot="${slot}"]`) !== null;

/** Whether the page brings the text version along. @param {HTMLElement} host */
export function isComplete(host) {
  return has(host, 'head') && has(host, 'text');
}

/**
 * Adds the parts of the text version that the page does not bring along.
 * @param {HTMLElement} host
 * @param {readonly import('./nodes.js').NodeData[]} text
 */
export function complete(host, text) {
  const missing = text.filter((node) => {
    const slot = node.attrs.find(([name]) => name === 'slot')?.[1];
    return slot !== undefined && !has(host, slot);
  });
  const built = build(missing);
  // Two explainers on one page must not use an id twice.
  for (const each of built.querySelectorAll('[id]')) {
    if (host.ownerDocument.getElementById(each.id)) each.removeAttribute('id');
  }
  host.append(built);
}

/**
 * Marks the entry of what is chosen. Works without WebAssembly too.
 * @param {HTMLElement} host
 * @param {string} target  such as `event:k2-agreement`; '' for nothing
 */
export function markCurrent(host, target) {
  for (const each of host.querySelectorAll('[data-target]')) {
    if (target !== '' && each.getAttribute('data-target') === target) each.setAttribute('aria-current', 'true');
    else each.removeAttribute('aria-current');
  }
}
