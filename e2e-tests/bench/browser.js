// Serves the page, starts Chromium with it, and waits for what the page posts.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const SWITCHES = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps',
];

/** A page that is isolated from other origins has a clock of 5 µs instead of 100. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
};

/**
 * @param {Record<string, string>} folders what is served below `/NAME/`
 * @param {object} fixtures what the page fetches as `/fixtures.json`
 * @returns what the page posted
 */
export async function inChromium({ folders, fixtures, profile, seconds }) {
  let posted;
  const results = new Promise((resolve) => (posted = resolve));
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (request.method === 'POST') {
      let text = '';
      for await (const chunk of request) text += chunk;
      response.writeHead(204, ISOLATION).end();
      posted(JSON.parse(text));
      return;
    }
    const content =
      path === '/fixtures.json' ? JSON.stringify(fixtures) : await found(folders, path).catch(() => undefined);
    response.writeHead(content === undefined ? 404 : 200, {
      ...ISOLATION,
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/page/index.html`;
  const chromium = spawn('chromium', [...SWITCHES, `--user-data-dir=${profile}`, address], { stdio: 'ignore' });
  const ended = new Promise((_, reject) => {
    chromium.once('error', reject);
    chromium.once('exit', (code) => reject(new Error(`Chromium ended with ${code} before the page was done`)));
    setTimeout(() => reject(new Error(`the page was not done in ${seconds} s`)), seconds * 1000).unref();
  });
  try {
    const result = await Promise.race([results, ended]);
    if (result.error !== undefined) throw new Error(`in the page: ${result.error}`);
    return result;
  } finally {
    ended.catch(() => undefined);
    const gone = new Promise((resolve) => chromium.once('exit', resolve));
    if (chromium.exitCode === null && chromium.kill()) await gone;
    server.closeAllConnections();
    server.close();
  }
}

async function found(folders, path) {
  const [, name, ...rest] = path.split('/');
  const folder = folders[name];
  const file = normalize(join(folder, ...rest.map(decodeURIComponent)));
  if (!file.startsWith(folder + sep)) throw new Error('outside');
  return readFile(file);
}
