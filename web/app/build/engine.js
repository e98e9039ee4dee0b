// @ts-check
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sdk = fileURLToPath(new URL('../../sdk/dist/', import.meta.url));
/** The SDK looks for all of them in one folder, so the folder carries the hash, and they keep their names. */
const files = ['worker.js', 'signet.wasm', 'signet-primitives.wasm', 'signet-rare.wasm'];

/** The path of the engine's files on the site, ending in a slash: it changes whenever one of them does. */
export function engineFolder() {
  const hash = createHash('sha256');
  for (const file of files) {
    if (!existsSync(sdk + file)) throw new Error(`${sdk}${file} is missing: build web/sdk first`);
    hash.update(readFileSync(sdk + file));
  }
  return `/assets/engine-${hash.digest('hex').slice(0, 16)}/`;
}

/**
 * @param {string} dist
 * @param {string} folder as `engineFolder` answered
 */
export function copyEngine(dist, folder) {
  mkdirSync(dist + folder, { recursive: true });
  for (const file of files) copyFileSync(sdk + file, dist + folder + file);
}
