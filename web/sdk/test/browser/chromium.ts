/** Serves `dist` and a page with checks under the strict policy, and runs them in Chromium. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Responder } from './responder.ts';

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};
const sdk = fileURLToPath(new URL('../..', import.meta.url));

export const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

/** The page's script, in one file as the policy's `'self'` wants it. */
async function bundlePage(): Promise<string> {
  const outDir = join(sdk, 'target/browser');
  await build({
    root: sdk,
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      lib: {
        entry: join(sdk, 'test/browser/page.ts'),
        formats: ['es'],
        fileName: () => 'page.js',
      },
    },
  });
  return join(outDir, 'page.js');
}

/** What each check came to, by name: `ok`, or how it failed. */
export async function runInChromium(
  binary: string,
  fixtures: Record<string, Uint8Array>,
  responder: Pick<Responder, 'relay'>,
): Promise<Record<string, string>> {
  const page = await bundlePage();
  const profile = mkdtempSync(join(tmpdir(), 'signet-sdk-'));
  let browser: ChildProcess | undefined;
  const server = createServer();
  let timeout: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timeout = setTimeout(() => reject(new Error('the page never told its results')), LIMIT_MS);
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        if (request.method === 'POST') {
          const chunks: Buffer[] = [];
          request.on('data', (chunk: Buffer) => chunks.push(chunk));
          request.on('end', () => {
            const body = Buffer.concat(chunks);
            const url = new URL(request.url ?? '/', 'http://localhost');
            if (url.pathname.startsWith('/relay')) {
              const relayed = responder.relay(url, request.headers, body);
              response.writeHead(relayed.status, relayed.headers).end(relayed.body);
              return;
            }
            response.end();
            resolve(JSON.parse(body.toString()) as Record<string, string>);
          });
          return;
        }
        answer(request.url ?? '/', page, fixtures, response);
      });
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        browser = spawn(
          binary,
          [...ARGUMENTS, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`],
          {
            stdio: 'ignore',
          },
        );
        browser.on('error', reject);
      });
    });
  } finally {
    clearTimeout(timeout);
    const ended = new Promise((resolve) => browser?.on('exit', resolve) ?? resolve(null));
    browser?.kill();
    server.closeAllConnections();
    server.close();
    await ended;
    forget(profile);
  }
}

/** The browser's other processes may write for a moment after it has ended. */
function forget(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  } catch {
    // A folder left among the temporary ones says nothing about the engine.
  }
}

const LIMIT_MS = 150_000;
const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function answer(
  path: string,
  page: string,
  fixtures: Record<string, Uint8Array>,
  response: ServerResponse,
): void {
  response.setHeader('content-security-policy', POLICY);
  const fixture = fixtures[path];
  if (fixture !== undefined) {
    response.end(fixture);
    return;
  }
  if (path === '/') {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>SDK</title><script type="module" src="/page.js"></script>');
    return;
  }
  const file = fileOf(path, page);
  if (file === undefined || !existsSync(file)) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('content-type', TYPES[/\.\w+$/.exec(file)?.[0] ?? ''] ?? 'text/plain');
  response.end(readFileSync(file));
}

function fileOf(path: string, page: string): string | undefined {
  if (path === '/page.js') return page;
  if (path === '/only-worker/worker.js') return join(sdk, 'dist/worker.js');
  const name = /^\/sdk\/(index\.js|worker\.js|signet\.wasm|signet-primitives\.wasm)$/.exec(
    path,
  )?.[1];
  return name === undefined ? undefined : join(sdk, 'dist', name);
}
