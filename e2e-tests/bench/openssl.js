// Runs OpenSSL in a folder.
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** One call to its end; throws with what it wrote where it fails. */
export const openssl = (folder, ...options) =>
  execFileSync('openssl', options, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

/** The same, beside others. */
const begin = promisify(execFile);
export const opensslBeside = (folder, ...options) => begin('openssl', options, { cwd: folder });

/** How many calls of OpenSSL run beside each other. */
const BESIDE = 4;

/** Does the work for every item, several of them at a time. */
export async function inParallel(items, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: BESIDE }, worker));
}
