// @ts-check
/**
 * Installs the packages of a folder's lock file, unless that was done since it last changed. The
 * folder is this one, or the one that is named.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const named = process.argv[2];
const root =
  named === undefined ? fileURLToPath(new URL('.', import.meta.url)) : `${resolve(named)}/`;
const stamp = `${root}node_modules/.installed`;
const lock = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .update(process.version)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  execFileSync('npm', ['ci', '--prefer-offline', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  writeFileSync(stamp, lock);
}
