// What can go wrong between the page and the interactive part, and how it is said.
// These words are in the shell because the strings of the dossier come with the WebAssembly that may be missing.

/**
 * @typedef {'no-wasm'|'csp'|'network'|'missing'|'timeout'|'invalid'|'data'|'dossier'|'canvas'|'trap'|'unknown'} FailureCode
 */

/** Those of `dossier` come with the reader. @type {Readonly<Partial<Record<FailureCode, string>>>} */
const SENTENCES = {
  'no-wasm': 'The interactive pictures need WebAssembly, which this browser does not offer.',
  csp: 'The interactive pictures are blocked by this page’s security policy.',
  network: 'The interactive pictures could not be loaded: the connection failed.',
  missing: 'The interactive pictures could not be loaded: a file is missing on the server.',
  timeout: 'The interactive pictures took too long to load.',
  invalid: 'The interactive pictures could not be started: their file is damaged, or this browser is too old for it.',
  data: 'The interactive pictures could not be started: there is a mistake in their data.',
  canvas: 'The interactive pictures could not be drawn in this browser.',
  trap: 'The interactive pictures stopped because of an error. Reloading the page starts them again.',
  unknown: 'The interactive pictures could not be started.',
};

/** What follows one of the sentences above, by whether the text version stands in the page. */
const AND_THE_TEXT = 'Everything they show is in the text below.';
const AND_NO_TEXT = 'The text could not be loaded either. Reloading the page tries both again.';

/** One failure of the interactive part, already sorted by cause. */
export class Failure extends Error {
  /** Whether it has been told where it is to be told only once. */
  reported = false;
  /** What else the event says. @type {object | undefined} */
  detail;
  /** What stands beneath the line, made anew for each element. @type {(() => Node) | undefined} */
  more;

  /**
   * @param {FailureCode} code
   * @param {unknown} [reason] what was thrown, for the console
   */
  constructor(code, reason) {
    super(SENTENCES[code]);
    this.name = 'Failure';
    this.code = code;
    this.reason = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason ?? '');
  }

  /** The one line a reader sees. @param {boolean} hasText  whether the text version is in the page */
  told(hasText) {
    return `${this.message} ${hasText ? AND_THE_TEXT : AND_NO_TEXT}`;
  }

  /** @param {unknown} thrown */
  static from(thrown) {
    return thrown instanceof Failure ? thrown : new Failure('unknown', thrown);
  }
}
