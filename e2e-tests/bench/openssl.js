// Runs OpenSSL in a folder.
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** One call to its end; throws with what it wrote where it fails. */
export const openssl = (folder, ...options) =>
  execFileSync('openssl', options, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

/** The same, beside others. */
const begin = promisify(execFile);
export const opensslBeside = (folder, ...options) => begin('openssl', options, { cwd: folder });
