// How it is said that a host's own dossier cannot be shown: one line, and beneath it, folded, what is wrong with the file.
// Everything that comes from the file is shown as text.

import { make } from './make.js';

/**
 * @typedef {import('./explainer.d.ts').DossierProblem} Problem
 * @typedef {Pick<import('./reader.js').Tools, 'Failure'>} Tools
 */

const SENTENCES = {
  address: 'The interactive pictures could not be started: the address of the page’s own dossier begins with neither http nor https.',
  missing: 'The interactive pictures could not be started: the server has no dossier at the address that this page names.',
  network: 'The interactive pictures could not be started: the page’s own dossier could not be fetched, or its server does not let this page read it.',
  timeout: 'The interactive pictures could not be started: the page’s own dossier took too long to load.',
  size: 'The interactive pictures could not be started: the page’s own dossier has more than 10 MB.',
  endless: 'The interactive pictures could not be started: the page’s own dossier took too long to read.',
  stopped: 'The interactive pictures could not be started: the page’s own dossier cannot be read.',
  one: 'The interactive pictures could not be started: the page’s own dossier has one problem.',
  some: 'The interactive pictures could not be started: the page’s own dossier has {n} problems.',
  many: 'The interactive pictures could not be started: the page’s own dossier has {n} problems or more.',
};

/** What follows where there is a text: it may be the host's own, of which nothing is known. */
const AND_THE_TEXT = 'The text below stays.';

/** So many problems are listed. */
const MOST_SHOWN = 20;
/** The reader notes no more than these. */
const MOST_NOTED = 200;

/**
 * @param {keyof typeof SENTENCES} key
 * @param {string} reason  for the console
 * @param {Tools} tools
 * @param {number} [n]
 */
export function worded(key, reason, { Failure }, n = 0) {
  const failure = new Failure('dossier', reason);
  const sentence = SENTENCES[key].replace('{n}', String(n));
  failure.message = sentence;
  failure.told = (hasText) => (hasText ? `${sentence} ${AND_THE_TEXT}` : sentence);
  return failure;
}

/** @param {readonly Problem[]} problems @param {Tools} tools */
export function faulty(problems, tools) {
  const n = problems.length;
  const key = n === 1 ? 'one' : n < MOST_NOTED ? 'some' : 'many';
  const { file, path, message, mend } = problems[0];
  const failure = worded(key, `${file} ${path}: ${message}; ${mend}`, tools, n);
  failure.detail = { problems };
  failure.more = () => listed(problems);
  return failure;
}

/** @param {readonly Problem[]} problems */
function listed(problems) {
  const n = problems.length;
  const shown = problems.slice(0, MOST_SHOWN);
  const title = n > MOST_SHOWN ? `The first ${MOST_SHOWN} problems` : n > 1 ? 'The problems' : 'The problem';
  const items = shown.map(({ file, path, message, mend }) => (
    // Each apart from the others, whatever direction its letters run in.
    make('li', '', make('bdi', '', file), ' ', make('bdi', '', path), ': ', make('bdi', '', message), '; ', make('bdi', '', mend), '.')
  ));
  return make('details', 'problems', make('summary', '', title), make('ol', '', ...items));
}
