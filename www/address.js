// Links to one state: `#event=…`, `#step=…`, `#from=…&to=…`, and the same after `?`.

/** Keys that make an address ours. A page's own `view`, `map`, `q` or `theme` alone is not for us. */
const OPENERS = ['event', 'tie', 'base', 'step', 'from', 'to', 'explore'];
const KEYS = new Set([...OPENERS, 'at', 'map', 'view', 'partner', 'theme', 'kind', 'fold', 'q']);

/**
 * The part of a fragment or query that speaks of a state, or '' if it is somebody else's.
 * @param {string} text  with or without its `#` or `?`
 */
export function ours(text) {
  const pairs = text.replace(/^[#?]/, '').split('&').filter((pair) => KEYS.has(keyOf(pair)));
  return pairs.some((pair) => OPENERS.includes(keyOf(pair))) ? pairs.map(decode).join('&') : '';
}

/** What the page's own address asks for; the fragment goes before the query. */
export function fromLocation() {
  return ours(location.hash) || ours(location.search);
}

/**
 * Writes the state into the page's address without a new entry in its history.
 * @param {string} view
 */
export function toLocation(view) {
  // A fragment that is not ours may be the page's own router.
  if (location.hash.length > 1 && !ours(location.hash)) return;
  // With a key that makes it ours, or it would not be read again.
  const link = view && !ours(view) ? `explore&${view}` : view;
  try {
    history.replaceState(history.state, '', link ? `#${link}` : location.pathname + location.search);
  } catch {
    // Some sandboxes refuse; the link is a convenience.
  }
}

/**
 * The link text of one link of the text or the card, such as `event=k2-agreement` or `from=…&to=…`; '' if it leads
 * elsewhere.
 * @param {string | null} href
 */
export function inside(href) {
  if (!href?.startsWith('#')) return '';
  const link = ours(href);
  // A fragment with other words in it is the page's own.
  return link.split('&').length === href.split('&').length ? link : '';
}

/** @param {string} pair */
function keyOf(pair) {
  return pair.split('=', 1)[0];
}

/** What is searched for may hold any sign, so it stays encoded until the pairs are apart. @param {string} pair */
function decode(pair) {
  if (keyOf(pair) === 'q') return pair;
  try {
    return decodeURIComponent(pair);
  } catch {
    return pair;
  }
}
