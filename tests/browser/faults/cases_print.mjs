// On paper: all the text, and the drawings in place of the canvases, of which a page would cut off what is below it.
import assert from 'node:assert/strict';
import { TITLES } from './play.mjs';

// What it paints with is not on Node, and nothing is painted here; without a name for it, it does not load.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {};
const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** Blanks and hyphens depend on where lines break, and ligatures on the typeface. @param {string} words */
const bare = (words) => words.normalize('NFKC').replace(/[\s\u00AD-]+/gu, '');

/** What a PDF says, and how many lines and areas it draws. @param {Uint8Array} bytes */
async function read(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let [words, paths, images] = ['', 0, 0];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    words += (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
    const { fnArray } = await page.getOperatorList();
    paths += fnArray.filter((each) => each === OPS.constructPath).length;
    images += fnArray.filter((each) => each === OPS.paintImageXObject).length;
  }
  return { pages: pdf.numPages, words: bare(words), paths, images };
}

/** @param {import('./engines.mjs').Tab} tab @param {import('./play.mjs').Stage} stage */
async function print(tab, { note }) {
  const { pages, words, paths, images } = await read(await /** @type {NonNullable<typeof tab.print>} */ (tab.print)());
  const missing = TITLES.filter((title) => !words.includes(bare(title)));
  assert.deepEqual(missing.slice(0, 3), [], `${missing.length} of ${TITLES.length} events are not on paper`);
  assert.ok(paths > 400, `the drawings are not on paper: ${paths} paths`);
  assert.equal(images, 0, 'a canvas is on paper');
  note(`${pages} pages`);
}

const skip = { WebKit: 'the driver of WebKitGTK 2.50 has no command to print' };

/** @type {import('./play.mjs').Case[]} */
export const PRINT = [
  { id: 'print-alive', then: print, skip },
  { id: 'print-without-script', script: '', untouched: true, then: print, skip },
];
