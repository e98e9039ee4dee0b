// Serves the page and what it needs, from folders and from memory, and hands on what it posts.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

export const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** A page that is isolated from other origins has a clock of 5 µs instead of 100. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
};

/**
 * @param {Record<string, string>} folders what is served below `/NAME/`
 * @param {Record<string, string>} texts what is served beside that, by its path
 * @param {Record<string, (value: any) => void>} posted who is told what is posted to a path
 */
export async function host(folders, texts, posted = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (request.method === 'POST') {
      let text = '';
      for await (const chunk of request) text += chunk;
      response.writeHead(204, ISOLATION).end();
      posted[path]?.(JSON.parse(text));
      return;
    }
    const content = texts[path] ?? (await found(folders, path).catch(() => undefined));
    response.writeHead(content === undefined ? 404 : 200, {
      ...ISOLATION,
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function found(folders, path) {
  const [, name, ...rest] = path.split('/');
  const folder = folders[name];
  const file = normalize(join(folder, ...rest.map(decodeURIComponent)));
  if (!file.startsWith(folder + sep)) throw new Error('outside');
  return readFile(file);
}
