// Links to one state: `#event=…`, `#step=…`, `#from=…&to=…`, and the same after `?`.

/** Keys that make an address ours. A page's own `view` or `map` alone is not for us. */
const OPENERS = ['event', 'tie', 'base', 'step', 'from', 'to'];
const KEYS = new Set([...OPENERS, 'at', 'map', 'view', 'explore']);

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
  try {
    history.replaceState(history.state, '', view ? `#${view}` : location.pathname + location.search);
  } catch {
    // Some sandboxes refuse; the link is a convenience.
  }
}

/**
 * One link of the text or the card, read as `[key, value]`; null if it leads elsewhere.
 * @param {string | null} href
 * @returns {[string, string] | null}
 */
export function inside(href) {
  const match = /^#([a-z]+)=([^&]+)$/.exec(href ?? '');
  return match && KEYS.has(match[1]) ? [match[1], decode(match[2])] : null;
}

/** @param {string} pair */
function keyOf(pair) {
  return pair.split('=', 1)[0];
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
