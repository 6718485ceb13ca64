// Serves dist/ under /dist and the pages of hosts under /hosts from one origin, as a publisher's own server would.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = {
  dist: fileURLToPath(new URL('../../../dist/', import.meta.url)),
  hosts: fileURLToPath(new URL('../hosts/', import.meta.url)),
};

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** The file an address names; undefined outside the two folders. @param {string} url */
function fileOf(url) {
  const [, folder, path] = /^\/(dist|hosts)\/([^?#]*)/.exec(url) ?? [];
  if (!folder) return undefined;
  const file = normalize(join(FOLDERS[folder], path || 'index.html'));
  return file.startsWith(FOLDERS[folder]) ? file : undefined;
}

/** @returns {Promise<{ address: string, close: () => void }>} */
export async function serve() {
  const server = createServer(async (request, response) => {
    const file = fileOf(request.url ?? '');
    try {
      if (!file) throw new Error('no such path');
      const body = await readFile(file);
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'text/plain',
        'Cache-Control': 'max-age=600',
        // A sandboxed frame has no origin of its own.
        'Access-Control-Allow-Origin': '*',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
