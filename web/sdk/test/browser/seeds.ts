/** Published seeds of fuzzing, where the folder with the vectors is at hand. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../../shared/vectors/fuzz-seeds', import.meta.url));

/** All of them in one file, as the page fetches it; nothing where the folder is missing. */
export function readSeeds(): Record<string, Uint8Array> {
  if (!existsSync(folder)) return {};
  const unpacked = mkdtempSync(join(tmpdir(), 'signet-seeds-'));
  try {
    for (const archive of readdirSync(folder).filter((name) => name.endsWith('.tar.gz'))) {
      execFileSync('tar', ['-xzf', join(folder, archive), '-C', unpacked]);
    }
    const files = readdirSync(unpacked, { recursive: true, withFileTypes: true });
    const seeds = files
      .filter((file) => file.isFile())
      .map((file) => ({
        name: file.name,
        base64: readFileSync(join(file.parentPath, file.name)).toString('base64'),
      }));
    return { '/fixtures/seeds.json': Buffer.from(JSON.stringify(seeds)) };
  } finally {
    rmSync(unpacked, { recursive: true });
  }
}
