// What can go wrong while files come: missing, broken, late, of another kind, forbidden.

/** Makes long waits short: half a minute of the explainer's patience passes in a second and a half. */
function hurry() {
  const later = window.setTimeout;
  window.setTimeout = (work, ms, ...rest) => later(work, ms === 30_000 ? 1500 : ms, ...rest);
}

/** Ten times the bytes, and the same content: blanks between the parts of JSON say nothing. */
const tenfold = (body) => ({ body: Buffer.concat([body, Buffer.alloc(9 * body.length, ' ')]) });
const only = (name, harm) => (file, body) => (file === name ? harm(body) : undefined);
const WASM = 'us_uz_explainer_bg.wasm';
const GARBAGE = '{ this is not what it should be';

/** What Firefox itself reports, as it does errors, of a file that the page asked for and did not get. */
const BROWSERS = /^(Loading module from|downloadable font: download failed)/;

/** Without the text in place: the element fetches it. */
const bare = () => '<us-uz-explainer></us-uz-explainer>';

/** @type {import('./play.mjs').Case[]} */
export const LOADING = [
  { id: 'wasm-missing', falls: 'missing', harm: only(WASM, () => 404) },
  { id: 'wasm-server-error', falls: 'missing', harm: only(WASM, () => 503) },
  { id: 'wasm-truncated', falls: 'invalid', harm: only(WASM, (body) => ({ body: body.slice(0, body.length / 2) })) },
  { id: 'wasm-garbage', falls: 'invalid', harm: only(WASM, () => ({ body: GARBAGE })) },
  // Magic number and version, and nothing else: valid, and of no use.
  { id: 'wasm-of-another-program', falls: 'invalid', harm: only(WASM, () => ({ body: Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0) })) },
  { id: 'wasm-never-comes', falls: 'timeout', prelude: hurry, harm: only(WASM, () => 'never') },
  { id: 'wasm-breaks-off', falls: 'network', harm: only(WASM, () => 'broken') },
  { id: 'webassembly-undefined', falls: 'no-wasm', prelude: () => { delete window.WebAssembly; } },
  { id: 'script-missing', untouched: true, uncaught: BROWSERS, harm: only('explainer.js', () => 404) },
  { id: 'script-garbage', untouched: true, uncaught: /./, harm: only('explainer.js', () => ({ body: GARBAGE })) },
  { id: 'stylesheet-missing', harm: only('explainer.css', () => 404) },
  { id: 'cards-missing', lacks: 'detail-failed', harm: only('detail.json', () => 404) },
  { id: 'cards-invalid', lacks: 'detail-failed', harm: only('detail.json', () => ({ body: GARBAGE })) },
  { id: 'cards-of-another-shape', lacks: 'detail-failed', harm: only('detail.json', () => ({ body: '[1, 2]' })) },
  { id: 'cards-never-come', lacks: 'detail-failed', prelude: hurry, harm: only('detail.json', () => 'never') },
  { id: 'cards-of-ten-times-the-size', harm: only('detail.json', tenfold) },
  { id: 'tools-missing', lacks: 'explore-failed', uncaught: BROWSERS, harm: only('explore.js', () => 404) },
  { id: 'tools-garbage', lacks: 'explore-failed', harm: only('explore.js', () => ({ body: GARBAGE })) },
  { id: 'tools-never-come', lacks: 'explore-failed', prelude: hurry, harm: only('explore.js', () => 'never') },
  { id: 'text-fetched', body: bare },
  { id: 'text-missing', body: bare, lacks: 'detail-failed', textless: true, harm: only('text.json', () => 404) },
  { id: 'text-invalid', body: bare, lacks: 'detail-failed', textless: true, harm: only('text.json', () => ({ body: GARBAGE })) },
  { id: 'text-of-another-shape', body: bare, lacks: 'detail-failed', textless: true, harm: only('text.json', () => ({ body: '{"a":1}' })) },
  { id: 'text-of-ten-times-the-size', body: bare, harm: only('text.json', tenfold) },
  // Nothing works and there is no text in the page: it is fetched all the same.
  { id: 'wasm-missing-text-fetched', body: bare, falls: 'missing', pictureless: true, harm: only(WASM, () => 404) },
  {
    id: 'wasm-and-text-missing',
    body: bare, falls: 'missing', pictureless: true, textless: true,
    harm: (file) => ([WASM, 'text.json'].includes(file) ? 404 : undefined),
  },
  {
    id: 'fonts-blocked',
    uncaught: BROWSERS,
    head: '<style>@font-face { font-family: Host; src: url(./no-such-font.woff2); } :root { --ux-font: Host, serif; }</style>',
  },
];
