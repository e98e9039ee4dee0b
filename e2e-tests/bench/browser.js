// Starts Chromium with the benchmark's page, and waits for what the page posts.
import { spawn } from 'node:child_process';
import { host } from './host.js';

export const SWITCHES = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps',
];

/**
 * @param {Record<string, string>} folders what is served below `/NAME/`
 * @param {object} fixtures what the page fetches as `/fixtures.json`
 * @param {(text: string) => void} progress told what the page is at
 * @returns what the page posted
 */
export async function inChromium({ folders, fixtures, profile, seconds, progress }) {
  let posted;
  const results = new Promise((resolve) => (posted = resolve));
  const server = await host(
    folders,
    { '/fixtures.json': JSON.stringify(fixtures) },
    { '/progress': progress, '/results': posted },
  );
  const switches = [...SWITCHES, `--user-data-dir=${profile}`, `${server.address}/page/index.html`];
  const chromium = spawn('chromium', switches, { stdio: 'ignore' });
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
    server.close();
  }
}
