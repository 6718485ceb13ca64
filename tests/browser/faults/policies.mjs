// What a host's headers allow, and what its readers then have: the rows of the README's table, each a case.

const SELF = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; frame-src 'self'";
const policy = (csp) => ({ 'Content-Security-Policy': csp });
const without = (part) => policy(SELF.replace(part, ''));
const only = (name, headers) => (file) => (file === name ? { headers } : undefined);
const WASM = 'us_uz_explainer_bg.wasm';
/** Its page is this case's own without what the case does to it. @param {string} attributes */
const frame = (attributes) => () => `<iframe ${attributes} src="./inner/" width="900" height="800"></iframe>`;

/** Everything of dist/ for whoever asks. */
const forAll = () => ({ headers: { 'Access-Control-Allow-Origin': '*' } });

/** What readers have, as the README says it. */
export const GETS = {
  all: 'everything',
  plain: 'everything, the text in the page’s own styles',
  told: 'text and still pictures, and one line that says why',
  text: 'text and still pictures; no script of ours is there to say why',
};

/**
 * `row` is the first cell of its row in the README, `gets` the second.
 * @typedef {import('./play.mjs').Case & { row: string, gets: keyof typeof GETS }} Policy
 * @type {Policy[]}
 */
export const POLICIES = [
  { id: 'policy-least', row: "`script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'`, all else `'none'`", gets: 'all', headers: policy(SELF) },
  {
    id: 'policy-trusted-types', gets: 'all',
    row: "the same with `require-trusted-types-for 'script'; trusted-types 'none'`",
    headers: policy(`${SELF}; require-trusted-types-for 'script'; trusted-types 'none'`),
  },
  { id: 'policy-unsafe-eval', row: "`'unsafe-eval'` in place of `'wasm-unsafe-eval'`", gets: 'all', headers: policy(SELF.replace('wasm-unsafe-eval', 'unsafe-eval')) },
  { id: 'policy-no-wasm', row: "no `'wasm-unsafe-eval'`", gets: 'told', falls: 'csp', violations: /script-src/, headers: without(" 'wasm-unsafe-eval'") },
  { id: 'policy-no-connect', row: "no `connect-src`", gets: 'told', falls: 'csp', violations: /connect-src/, headers: without("connect-src 'self'; ") },
  { id: 'policy-no-style', row: "no `style-src`", gets: 'plain', violations: /style-src/, headers: without("style-src 'self'; ") },
  { id: 'policy-no-script', row: "no `script-src`", gets: 'text', untouched: true, untold: true, violations: /script-src/, headers: without("script-src 'self' 'wasm-unsafe-eval'; ") },
  {
    id: 'policy-sandboxed-page', row: '`Content-Security-Policy: sandbox allow-scripts`, files with `Access-Control-Allow-Origin: *`', gets: 'all',
    headers: policy('sandbox allow-scripts'), harm: forAll,
  },
  { id: 'type-octet-stream', row: '`.wasm` as `application/octet-stream`', gets: 'all', harm: only(WASM, { 'Content-Type': 'application/octet-stream' }) },
  { id: 'type-text', row: '`.wasm` as `text/plain` with `X-Content-Type-Options: nosniff`', gets: 'all', harm: only(WASM, { 'Content-Type': 'text/plain', 'X-Content-Type-Options': 'nosniff' }) },
  { id: 'type-none', row: '`.wasm` without a type', gets: 'all', harm: only(WASM, { 'Content-Type': '' }) },
  { id: 'type-json-text', row: '`.json` as `text/plain`', gets: 'all', harm: only('detail.json', { 'Content-Type': 'text/plain' }) },
  { id: 'type-script-text', row: '`.js` as `text/plain`', gets: 'text', untouched: true, uncaught: /^Loading module from/, harm: only('explainer.js', { 'Content-Type': 'text/plain' }) },
  { id: 'frame-plain', row: '`<iframe src=…>` in a page with any policy that lets it in (`frame-src`)', gets: 'all', frame: true, body: frame(''), headers: policy(SELF), script: '' },
  { id: 'frame-sandbox', row: '`<iframe sandbox="allow-scripts">`, files with `Access-Control-Allow-Origin: *`', gets: 'all', frame: true, body: frame('sandbox="allow-scripts"'), script: '', harm: forAll },
  {
    id: 'frame-sandbox-no-cors', row: '`<iframe sandbox="allow-scripts">`, files without it', gets: 'text', frame: true, untouched: true,
    uncaught: /./, body: frame('sandbox="allow-scripts"'), script: '',
  },
];
