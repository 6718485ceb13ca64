// Content as data → DOM, by createElement and textContent only. What is not on the lists below is not built.

/**
 * @typedef {import('./us_uz_explainer.js').NodeData} NodeData
 */

const TAGS = new Set(
  ('a abbr article aside b bdi blockquote br button caption cite code col colgroup data dd del details dfn div dl dt em ' +
    'figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark nav ol p q s section small span strong ' +
    'sub summary sup table tbody td tfoot th thead time tr u ul var wbr').split(' '),
);

const ATTRIBUTES = new Set(
  ('class colspan datetime dir headers hidden href hreflang id lang open rel reversed role rowspan scope slot start ' +
    'tabindex title translate type value').split(' '),
);

const SCHEMES = new Set(['https:', 'http:', 'mailto:']);

/**
 * @param {readonly (NodeData | string)[]} nodes
 * @returns {DocumentFragment}
 */
export function build(nodes) {
  const fragment = document.createDocumentFragment();
  for (const node of nodes) fragment.append(typeof node === 'string' ? node : element(node));
  return fragment;
}

/**
 * @param {NodeData} node
 * @returns {HTMLElement}
 */
function element(node) {
  // An unknown tag keeps its words and loses its powers.
  const built = document.createElement(TAGS.has(node.tag) ? node.tag : 'span');
  for (const [name, value] of node.attrs) {
    if (allowed(name) && (name !== 'href' || isSafeHref(value))) built.setAttribute(name, value);
  }
  const href = built.getAttribute('href');
  if (href && !href.startsWith('#')) built.setAttribute('rel', 'noopener');
  built.append(build(node.children));
  return built;
}

/** @param {string} name */
function allowed(name) {
  return ATTRIBUTES.has(name) || /^(?:aria|data)-[a-z-]+$/.test(name);
}

/**
 * Fragments of this page, and absolute https, http and mailto addresses.
 * @param {string} href
 */
export function isSafeHref(href) {
  if (href.startsWith('#')) return true;
  try {
    // The parser drops the tabs and newlines that hide a scheme from a comparison of text.
    return SCHEMES.has(new URL(href).protocol);
  } catch {
    return false;
  }
}
