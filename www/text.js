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
 * @returns {Element[]} what was added
 */
export function complete(host, text) {
  for (const each of [...host.children]) {
    if (built.has(each) && built.get(each) !== text) each.remove();
  }
  const missing = text.filter((node) => {
    const slot = node.attrs.find(([name]) => name === 'slot')?.[1];
    return slot !== undefined && !of(host, slot);
  });
  const parts = fresh(missing);
  const added = [...parts.children];
  for (const each of added) built.set(each, text);
  host.append(parts);
  return added;
}

/** Built so that two explainers on one page do not use an id twice. @param {readonly (import('./nodes.js').NodeData | string)[]} nodes */
export function fresh(nodes) {
  const parts = build(nodes);
  for (const each of parts.querySelectorAll('[id]')) {
    if (document.getElementById(each.id)) each.removeAttribute('id');
  }
  return parts;
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
