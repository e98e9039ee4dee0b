// @ts-check
/** Compares `src/contract.ts` with the contract itself, where that is at hand. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('.', import.meta.url);
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, root));
const contract = path('../../../shared/contract/sdk.d.ts');

if (!existsSync(contract)) {
  process.stdout.write(`skipped: ${contract} is not there to compare with\n`);
} else {
  // A name that is new in the contract would escape a list of names.
  const names = [
    ...readFileSync(contract, 'utf8').matchAll(/^export (?:type|interface|function) (\w+)/gm),
  ];
  const pairs = readFileSync(path('test/contract/same-contract.ts'), 'utf8');
  const forgotten = names
    .map(([, name]) => name)
    .filter((name) => !pairs.includes(`Contract.${name}`));
  if (forgotten.length > 0)
    throw new Error(`not compared with the contract: ${forgotten.join(', ')}`);
  execFileSync(
    process.execPath,
    [path('../node_modules/typescript/bin/tsc'), '-p', path('tsconfig.contract.json')],
    { stdio: 'inherit' },
  );
  process.stdout.write(`src/contract.ts says what the contract says: ${names.length} names\n`);
}
