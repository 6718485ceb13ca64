// A host: an article that serves itself without us and with us in four ways, packed with brotli as a real host sends it.
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { picture } from './picture.mjs';

/** The article's paragraphs; the far element stands after more than any browser calls near. */
const [BEFORE, AFTER, FAR] = [2, 20, 60];

const TYPES = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json',
  '.png': 'image/png', '.wasm': 'application/wasm',
};

const SENTENCES = [
  'The road from Termez to the bridge is four kilometres long and was closed for most of the decade.',
  'Those who worked at the airfield remember the lights, and the rent that was paid for them.',
  'Archives on both sides are open in parts; what follows rests on what was published at the time.',
  'Trade grew in some years and fell in others, and neither ministry gives the same figures.',
  'In the capital the visit was front-page news; abroad it was a line among many.',
];

const paragraph = (n) => `<p>${[0, 1, 2, 3].map((at) => SENTENCES[(n + at) % SENTENCES.length]).join(' ')}</p>`;
const paragraphs = (from, count) => Array.from({ length: count }, (_, at) => paragraph(from + at)).join('\n');

const SCRIPT = '<script type="module" src="/define.js"></script>';
const FRAME = '<iframe src="/frame.html" title="Explainer" width="100%" height="900" loading="lazy" style="border:0"></iframe>';

/** The text that a host copies into its page. @param {string} index  dist/index.html */
function withText(index) {
  const [element] = /<us-uz-explainer[^]*<\/us-uz-explainer>/.exec(index) ?? [];
  if (!element) throw new Error('dist/index.html holds no element');
  return element.replace(/^<us-uz-explainer[^>]*>/, '<us-uz-explainer>');
}

/** @param {string} head @param {string} near @param {string} far */
const article = (head, near, far) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>An article</title>
<link rel="icon" href="data:,">
<style>body { max-inline-size: 44rem; margin: 1rem auto; padding: 0 1rem; font: 1.1rem/1.6 serif }
img { inline-size: 100%; block-size: auto } label, input { display: block }</style>
${head}
</head>
<body>
<h1>The bridge at Termez</h1>
${paragraphs(0, BEFORE)}
${near}
<img src="/picture.png" width="640" height="360" alt="">
${paragraphs(BEFORE, AFTER)}
<p><button type="button" id="plain">More</button> <span id="told"></span></p>
<label>Year <input type="range" id="year" min="1991" max="2025"></label>
<script>
  document.getElementById('plain').addEventListener('click', () => {
    const told = document.getElementById('told');
    told.textContent = told.textContent ? '' : 'The bridge was opened in 1982.';
  });
</script>
${far ? paragraphs(BEFORE + AFTER, FAR) : ''}
${far}
</body>
</html>
`;

/** How we stand in the article: the address of each page, and what the report calls it. */
export const CASES = /** @type {const} */ ([
  ['alone', 'without us'],
  ['far', 'element far below, text in place'],
  ['near', 'element near the top, text in place'],
  ['fetching', 'element near the top, fetches its text'],
  ['frame', 'iframe near the top'],
]);

/**
 * @param {string} site  the folder that is served beside the articles
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function host(site) {
  const names = (await readdir(site, { withFileTypes: true })).filter((each) => each.isFile()).map(({ name }) => name);
  const files = new Map();
  const keep = (name, content) => {
    // A picture is packed already.
    const packed = name.endsWith('.png') ? content : brotliCompressSync(content);
    files.set(`/${name}`, { packed, type: TYPES[extname(name)] ?? 'text/plain', isPacked: packed !== content });
  };
  for (const name of names) keep(name, await readFile(join(site, name)));
  const element = withText(await readFile(join(site, 'index.html'), 'utf8'));
  keep('alone.html', Buffer.from(article('', '', '')));
  keep('far.html', Buffer.from(article(SCRIPT, '', element)));
  keep('near.html', Buffer.from(article(SCRIPT, element, '')));
  keep('fetching.html', Buffer.from(article(SCRIPT, '<us-uz-explainer></us-uz-explainer>', '')));
  keep('frame-host.html', Buffer.from(article('', FRAME, '')));
  keep('picture.png', picture());
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://host').pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const headers = { 'content-type': file.type, 'content-length': file.packed.length, 'cache-control': 'max-age=600' };
    response.writeHead(200, file.isPacked ? { ...headers, 'content-encoding': 'br' } : headers).end(file.packed);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://localhost:${port}/`, close };
}

/** @param {string} name  of a case */
export const pageOf = (name) => (name === 'frame' ? 'frame-host.html' : `${name}.html`);
