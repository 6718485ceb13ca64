// The titles of events, which the pictures need for tooltips and lists but not to be drawn: from the page's own text at
// once, or else from the cards when they come. A line each: the id, a tab, the title.

/** @param {HTMLElement} host @returns {string} */
export function titlesInText(host) {
  const entries = host.querySelectorAll('li[data-target^="event:"]');
  return Array.from(entries, (entry) => line(entry.getAttribute('data-target'), entry.querySelector('a')?.textContent)).join('\n');
}

/** @param {import('./load.js').Cards} cards @returns {string} */
export function titlesInCards(cards) {
  const events = Object.entries(cards).filter(([key]) => key.startsWith('event:'));
  return events.map(([key, card]) => line(key, card.find((node) => node.tag === 'h2')?.children[0])).join('\n');
}

/** @param {string | null} key @param {unknown} title */
const line = (key, title) => `${key?.slice('event:'.length)}\t${title}`;
