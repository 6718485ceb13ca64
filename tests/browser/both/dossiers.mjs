// A host with a dossier of its own: the small one of tests/fixtures/base as one file, and a server for it and its page.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const ROOT = new URL('../../../', import.meta.url);
const FILES = ['dossier', 'events', 'ties', 'places', 'actors', 'blocs', 'story', 'land', 'sources', 'strings/en', 'strings/en.detail', 'claims', 'figures', 'series', 'test'];
const TYPES = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm' };

const json = (path) => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

/**
 * A sound dossier, as one object that may be changed.
 * @param {(files: Record<string, any>) => void} [change]
 */
export function dossier(change) {
  const files = Object.fromEntries(FILES.map((name) => [`${name}.json`, json(`tests/fixtures/base/${name}.json`)]));
  // The small one has no more words for the interface than its own tests need.
  const { ui, plural } = json('data/strings/en.json');
  Object.assign(files['strings/en.json'], { ui: { ...ui, title: 'Two bases', answer: 'One opened, one closed.' }, plural });
  change?.(files);
  return files;
}

/** What another server allows everyone to read. */
export const FOR_ALL = { 'Access-Control-Allow-Origin': '*' };

/** The host's own words in the element. */
export const OWN_TEXT = '<header slot="head"><h2>The host’s title</h2></header><div slot="text" data-own><p>The host’s own text.</p></div>';

/**
 * A page of the host.
 * @param {string} body
 * @param {{ headers?: Record<string, string>, dist?: string, prelude?: string }} [how]  `dist`: where the explainer is
 * @returns {Served}
 */
export function page(body, { headers = {}, dist = '/dist', prelude = '' } = {}) {
  return {
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">
${prelude && `<script>${prelude}</script>`}<link rel="stylesheet" href="${dist}/explainer.css">
<script type="module" src="${dist}/define.js"></script><p>The host’s page.</p>${body}`,
  };
}

/**
 * What a path answers with: a value is sent as JSON; a function writes it itself.
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: unknown,
 *   write?: (response: import('node:http').ServerResponse) => void }} Served
 */

/**
 * Serves these paths, and dist/ under `/dist/`.
 * @param {Record<string, Served | ((body: Uint8Array) => Served)>} served  by path; a function harms a file of dist/
 * @param {Record<string, string>} [always]  headers of all files
 */
export async function serving(served, always = {}) {
  /** What was asked for, with its headers. @type {{ path: string, headers: import('node:http').IncomingHttpHeaders }[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const [path] = (request.url ?? '').split('?');
    asked.push({ path, headers: request.headers });
    try {
      const harm = served[path];
      const file = path.startsWith('/dist/') && (!harm || typeof harm === 'function') ? await readFile(new URL(`.${path}`, ROOT)) : undefined;
      if (!file && !harm) throw new Error('no such path');
      const { status = 200, headers = {}, body = file, write } = (typeof harm === 'function' ? harm(file) : harm) ?? {};
      const type = TYPES[extname(path)] ?? 'text/plain';
      response.writeHead(status, { 'Content-Type': type, ...always, ...headers });
      if (write) write(response);
      else response.end(typeof body === 'string' || ArrayBuffer.isView(body) ? body : JSON.stringify(body));
    } catch {
      response.writeHead(404, always).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    /** How often a path was asked for. @param {string} path */
    times: (path) => asked.filter((each) => each.path === path).length,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Serves as above while something is done.
 * @param {Parameters<typeof serving>[0]} served
 * @param {(host: Awaited<ReturnType<typeof serving>>) => Promise<void>} work
 * @param {Record<string, string>} [always]
 */
export async function hosted(served, work, always) {
  const host = await serving(served, always);
  try {
    await work(host);
  } finally {
    host.close();
  }
}
