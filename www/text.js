// The text version in the light DOM: kept, completed where a page has none, enhanced in place, never copied.

import { build } from './nodes.js';

/** What was built here, and from which text. @type {WeakMap<Element, unknown>} */
const built = new WeakMap();

/** @param {HTMLElement} host @param {string} slot */
const of = (host, slot) => host.querySelector(`:scope > [slot="${slot}"]`);

/** Whether the text version stands there. @param {HTMLElement} host @param {boolean} [own]  brought along by the page */
export function isComplete(host, own) {
  return ['head', 'text'].every((slot) => {
    const part = of(host, slot);
    return part && !(own && built.has(part));
  });
}

/**
 * Adds the parts of the text version that the page does not bring along, in place of those of another text.
 * @param {HTMLElement} host
 * @param {readonly import('./nodes.js').NodeData[]} text
 */
export function complete(host, text) {
  for (const each of [...host.children]) {
    if (built.has(each) && built.get(each) !== text) each.remove();
  }
  const missing = text.filter((node) => {
    const slot = node.attrs.find(([name]) => name === 'slot')?.[1];
    return slot !== undefined && !of(host, slot);
  });
  const parts = build(missing);
  // Two explainers on one page must not use an id twice.
  for (const each of parts.querySelectorAll('[id]')) {
    if (host.ownerDocument.getElementById(each.id)) each.removeAttribute('id');
  }
  for (const each of parts.children) built.set(each, text);
  host.append(parts);
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
