// Search in the words of every event's and tie's card: all terms must occur, in any order.

/** @typedef {import('./us_uz_explainer.js').NodeData} NodeData */

/** How many words of the text stand before and after what was found. */
const BEFORE = 6;
const AFTER = 10;

/** What stands under these tags stands on every card. */
const LABELS = ['dt'];
/** And under these in the list already. */
const IN_LIST = ['dt', 'h2', 'time'];

/**
 * One spelling for names that come from Uzbek, from Russian and from English books: Qarshi and Karshi, Xanobod and
 * Khanabad, Mirziyoyev and Mirziyoev. Only beside the folded text, never instead: “kazak” is how “Kazakhstan” begins.
 * @param {string} folded
 */
const loosely = (folded) => folded.replaceAll('kh', 'x').replaceAll('q', 'k').replaceAll('yo', 'o').replaceAll('ye', 'e');

/** @param {string} folded  a text with its loose twin @param {string} term */
const holds = (folded, term) => folded.includes(term) || folded.includes(loosely(term));

export class Search {
  /** Each record's words beyond its title and date, and all of them folded, by its target. @type {Map<string, { words: string[], folded: string }>} */
  #records = new Map();
  /** Folded words, each folded once. @type {Map<string, string>} */
  #folded = new Map();
  #fold;
  /** A folded text, and under it its loose twin. @type {(text: string) => string} */
  #both;

  /**
   * @param {import('./load.js').Cards} cards
   * @param {(text: string) => string} fold  equal for texts that a reader would call the same
   */
  constructor(cards, fold) {
    this.#fold = fold;
    /** @param {string} text */
    const both = (text) => `${fold(text)}\n${loosely(fold(text))}`;
    this.#both = both;
    for (const [target, card] of Object.entries(cards)) {
      if (!/^(?:event|tie):/.test(target)) continue;
      this.#records.set(target, { words: wordsOf(card, IN_LIST), folded: both(wordsOf(card, LABELS).join(' ')) });
    }
  }

  /** @param {string} query @returns {string[]} */
  terms(query) {
    return this.#fold(query).split(/\s+/).filter(Boolean);
  }

  /** @param {string} query @returns {string[]} targets */
  run(query) {
    const terms = this.terms(query);
    return [...this.#records].filter(([, { folded }]) => terms.every((term) => holds(folded, term))).map(([target]) => target);
  }

  /**
   * The text with the words that hold a term marked.
   * @param {string} text
   * @param {readonly string[]} terms
   * @returns {(NodeData | string)[]}
   */
  marked(text, terms) {
    return text.split(/(\s+)/).map((word) => (this.#has(word, terms) ? mark(word) : word));
  }

  /**
   * Words of the record around the first term that its title does not have; none if the title has all.
   * @param {string} target
   * @param {string} title
   * @param {readonly string[]} terms
   * @returns {(NodeData | string)[]}
   */
  snippet(target, title, terms) {
    const inTitle = this.#both(title);
    const missing = terms.filter((term) => !holds(inTitle, term));
    const words = this.#records.get(target)?.words ?? [];
    const at = missing.length > 0 ? words.findIndex((word) => this.#has(word, missing)) : -1;
    if (at < 0) return [];
    const [from, to] = [Math.max(0, at - BEFORE), Math.min(words.length, at + AFTER)];
    const text = this.marked(words.slice(from, to).join(' '), terms);
    return [from > 0 ? '… ' : '', ...text, to < words.length ? ' …' : ''];
  }

  /** @param {string} word @param {readonly string[]} terms */
  #has(word, terms) {
    let folded = this.#folded.get(word);
    if (folded === undefined) {
      folded = this.#both(word);
      this.#folded.set(word, folded);
    }
    return terms.some((term) => holds(/** @type {string} */ (folded), term));
  }
}

/** @param {string} word @returns {NodeData} */
function mark(word) {
  return { tag: 'mark', attrs: [], children: [word] };
}

/** @param {readonly (NodeData | string)[]} nodes @param {readonly string[]} without  tags @returns {string[]} */
function wordsOf(nodes, without) {
  const texts = nodes.map((node) => {
    if (typeof node === 'string') return node;
    return without.includes(node.tag) ? '' : wordsOf(node.children, without).join(' ');
  });
  return texts.join(' ').split(/\s+/).filter(Boolean);
}
