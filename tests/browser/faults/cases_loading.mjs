// What can go wrong while files come: missing, broken, late, of another kind, forbidden.

/** Makes long waits short: half a minute of the explainer's patience passes in six seconds, in which a busy machine still brings
  * the other files. */
function hurry() {
  const later = window.setTimeout;
  window.setTimeout = (work, ms, ...rest) => later(work, ms === 30_000 ? 6000 : ms, ...rest);
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

/** With a dossier of the page's own, beside the text in place. */
const own = (one) => one.replace('<us-uz-explainer>', '<us-uz-explainer src="./examples/finland.json">');
const OWN = 'examples/finland.json';
const forAll = () => ({ headers: { 'Access-Control-Allow-Origin': '*' } });

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
  { id: 'own-dossier', body: own },
  { id: 'own-dossier-without-workers', body: own, prelude: () => { delete window.Worker; } },
  { id: 'own-dossier-in-a-sandbox', body: own, headers: { 'Content-Security-Policy': 'sandbox allow-scripts' }, harm: forAll },
  {
    id: 'own-dossier-truncated', body: own, falls: 'dossier', harm: only(OWN, (body) => ({ body: body.slice(0, body.length / 2) })),
    told: /has one problem\. The text below stays\./,
  },
  { id: 'own-dossier-missing', body: own, falls: 'dossier', harm: only(OWN, () => 404), told: /has no dossier at the address/ },
  { id: 'own-dossier-breaks-off', body: own, falls: 'dossier', harm: only(OWN, () => 'broken'), told: /could not be fetched/ },
  {
    id: 'own-dossier-reader-truncated', body: own, falls: 'invalid',
    harm: only('us_uz_reader_bg.wasm', (body) => ({ body: body.slice(0, body.length / 2) })),
  },
  {
    id: 'fonts-blocked',
    uncaught: BROWSERS,
    head: '<style>@font-face { font-family: Host; src: url(./no-such-font.woff2); } :root { --ux-font: Host, serif; }</style>',
  },
];
