// Serves the page of each case under its own name, and dist/ beside it with what the case does to it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const DIST = new URL('../../../dist/', import.meta.url);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * What a case does to a file: `undefined` for nothing; a number is the status it answers with.
 * @typedef {(file: string, body: Uint8Array) => number | 'never' | 'broken' | { body?: Uint8Array | string, headers?: Record<string, string> } | undefined} Harm
 *
 * @typedef {object} Served
 * @property {string} id
 * @property {(element: string) => string} [body]  of the page, from the element with its text in place
 * @property {string} [head]  more of the page's head
 * @property {() => void} [prelude]  runs in the page before anything of ours
 * @property {Record<string, string>} [headers]  of the page
 * @property {Harm} [harm]
 * @property {string} [script]  the script's address
 */

/** The page's element as dist/frame.html has it. */
async function element() {
  const page = await readFile(new URL('frame.html', DIST), 'utf8');
  return page.slice(page.indexOf('<us-uz-explainer>'), page.indexOf('</us-uz-explainer>')) + '</us-uz-explainer>';
}

/** @param {Served} served @param {string} text */
function page({ body = (one) => one, head = '', script = './define.js', prelude }, text) {
  const first = prelude ? '<script src="./prelude.js"></script>' : '';
  const ours = script ? `<script type="module" src="${script}"></script>` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script src="./witness.js"></script>${first}<link rel="stylesheet" href="./explainer.css">${head}${ours}</head>
<body class="ux-frame"><p>A host's own words.</p>${body(text)}</body></html>`;
}

/** @param {string} path @param {Served} served */
async function content(path, served) {
  if (path === '') return page(served, await element());
  if (path === 'inner/') return page({ id: served.id }, await element());
  if (path === 'witness.js') return readFile(new URL('witness.js', import.meta.url));
  if (path === 'prelude.js') return `(${served.prelude})();`;
  return readFile(new URL(path, DIST));
}

/** @param {Served[]} cases @returns {Promise<{ address: (id: string) => string, close: () => void }>} */
export async function serve(cases) {
  const server = createServer(async (request, response) => {
    const [, id, given] = /^\/([^/]*)\/([^?#]*)/.exec(request.url ?? '') ?? [];
    // The same files once more, beside a second copy of the script and within an iframe.
    const path = given?.replace(/^(copy|inner)\/(?=.)/, '') ?? '';
    const served = cases.find((each) => each.id === id);
    try {
      if (!served || path.includes('..')) throw new Error('no such path');
      const body = await content(path, served);
      const type = TYPES[extname(path)] ?? TYPES['.html'];
      const harm = served.harm?.(path, /** @type {Uint8Array} */ (body));
      if (harm === 'never') return;
      if (typeof harm === 'number') return void response.writeHead(harm).end();
      const headers = { 'Content-Type': type, ...(path === '' ? served.headers : {}) };
      if (harm === 'broken') {
        response.writeHead(200, { ...headers, 'Content-Length': body.length });
        response.write(body.slice(0, body.length / 3));
        return void setTimeout(() => response.destroy(), 50);
      }
      for (const [name, value] of Object.entries(harm?.headers ?? {})) {
        if (value) headers[name] = value;
        else delete headers[name];
      }
      response.writeHead(200, headers).end(harm?.body ?? body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: (id) => `http://127.0.0.1:${port}/${id}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
