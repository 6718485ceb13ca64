// The text version of a host's own dossier, which may have thousands of entries: the long lists of it come piece by piece,
// and what is out of sight is laid out when it comes near, so that the page can be read and scrolled meanwhile.

/**
 * @typedef {import('./us_uz_explainer.js').NodeData} NodeData
 * A long list: in which part of the text it stands, where in it, and what follows its first entries.
 * @typedef {{ slot: string, path: number[], entries: NodeData['children'] }} Rest
 */

/** So many entries come at once. */
const AT_ONCE = 200;
/** The class of a section that is laid out when the reader comes near, see explainer.css. */
const LONG = 'ux-long';

/**
 * Takes all but the first entries out of the long lists.
 * @param {readonly NodeData[]} text
 * @returns {Rest[]} what was taken
 */
export function shortened(text) {
  /** @type {Rest[]} */
  const rests = [];
  /** @param {NodeData} node @param {string} slot @param {number[]} path */
  const walk = (node, slot, path) => {
    if (node.children.length > AT_ONCE) rests.push({ slot, path, entries: node.children.splice(AT_ONCE) });
    const elements = node.children.filter((child) => typeof child !== 'string');
    for (const [nth, child] of elements.entries()) walk(child, slot, [...path, nth]);
  };
  for (const part of text) walk(part, part.attrs.find(([name]) => name === 'slot')?.[1] ?? '', []);
  return rests;
}

/**
 * Puts the others where they belong, a few at a time, as long as the text stands in a page.
 * @param {readonly Element[]} parts  of the text, as they were built
 * @param {readonly Rest[]} rests
 * @param {(nodes: readonly (NodeData | string)[]) => DocumentFragment} fresh  builds
 */
export async function grow(parts, rests, fresh) {
  // All of them first: the table's tools may add something before them later.
  const lists = rests.map(({ slot, path, entries }) => {
    const part = parts.find((each) => each.slot === slot);
    return { part, entries, list: path.reduce((/** @type {Element | undefined} */ at, nth) => at?.children[nth], part) };
  });
  for (const { part, list, entries } of lists) {
    if (!part || !list) continue;
    list.closest('section')?.classList.add(LONG);
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      await new Promise((resolve) => { setTimeout(resolve); });
      if (!part.parentNode) return;
      list.append(fresh(entries.slice(at, at + AT_ONCE)));
    }
  }
}
