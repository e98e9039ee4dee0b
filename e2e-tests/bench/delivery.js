// Serves a page as production does: brotli at its best, made before; scripts and modules to be kept for ever, the page
// itself never; and counts what goes out.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { TYPES } from './host.js';

const compress = promisify(brotliCompress);

/**
 * @param {Record<string, string>} folders what is served below `/NAME/`
 * @param {Record<string, Buffer | string>} pages what is served beside that, by its path
 */
export async function delivery(folders, pages) {
  const compressed = new Map();
  const found = async (path) => {
    const [, name, ...rest] = path.split('/');
    const content = pages[path] ?? (await readFile(join(folders[name], ...rest)));
    return compress(content);
  };
  let sent = {};
  let posted;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (request.method === 'POST') {
      let text = '';
      for await (const chunk of request) text += chunk;
      response.writeHead(204).end();
      posted(JSON.parse(text));
      return;
    }
    if (!compressed.has(path)) compressed.set(path, found(path).catch(() => undefined));
    const content = await compressed.get(path);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    sent[path] = content.length;
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Encoding': 'br',
      'Content-Length': content.length,
      'Cache-Control': path in pages ? 'no-store' : 'public, max-age=31536000, immutable',
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** What is posted next, and what was sent until then, by path. */
    next() {
      sent = {};
      return new Promise((resolve) => (posted = (value) => resolve({ value, sent: { ...sent } })));
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
