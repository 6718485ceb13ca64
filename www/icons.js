// Signs on buttons, as SVG: the characters for play and pause turn into coloured pictures on some systems.

import { button } from './make.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Paths in a square of 16; `play` and `pause` are filled, the others drawn. */
const PATHS = {
  closer: 'M3 8h10M8 3v10',
  wider: 'M3 8h10',
  earlier: 'M10 3 5 8l5 5',
  later: 'M6 3l5 5-5 5',
  west: 'M13 8H3M7 4 3 8l4 4',
  north: 'M8 13V3M4 7l4-4 4 4',
  south: 'M8 3v10M4 9l4 4 4-4',
  east: 'M3 8h10M9 4l4 4-4 4',
  play: 'M4.5 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
};

/** @typedef {keyof typeof PATHS} Icon */

/** @param {Icon} name */
export function icon(name) {
  const svg = svgElement('svg', { viewBox: '0 0 16 16', class: `icon ${name}`, 'aria-hidden': 'true' });
  svg.append(svgElement('path', { d: PATHS[name] }));
  return svg;
}

/** A button that is all sign; its words are for ears and for who waits over it. @param {Icon} name @param {string} label */
export function iconButton(name, label) {
  const made = button('sign', icon(name));
  made.setAttribute('aria-label', label);
  made.title = label;
  return made;
}

/** @param {string} tag @param {Record<string, string>} attributes */
export function svgElement(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
