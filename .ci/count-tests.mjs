// Adds up the machine-readable reports of a build: a table by layer, and one closing line.
// Exit status 1 where a test failed or a layer ran no test at all.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];

const files = (folder, pattern) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).filter((name) => pattern.test(name)).map((name) => join(root, folder, name))
    : [];
const surefire = (module) => files(`${module}/target/surefire-reports`, /^TEST-.*\.xml$/);
const vitest = (part) => files(`web/${part}/target`, /^vitest.*\.xml$/);

const conformance = /^TEST-dev\.signet\.(conformance\.|wasm\.browser\.Conformance)/;
const inBrowser = /^TEST-dev\.signet\.(e2e\.engine|wasm)\./;
const matching = (pattern, paths, wanted) => paths.filter((path) => pattern.test(path.split('/').at(-1)) === wanted);
const named = (paths, wanted) => matching(inBrowser, matching(conformance, paths, false), wanted);
const layers = [
  ['engine (JVM)', named(surefire('client-wasm'), false)],
  ['web: SDK', vitest('sdk')],
  ['web: elements and app', [...vitest('elements'), ...vitest('app')]],
  ['server', surefire('server-stub')],
  ['engine (Wasm in Chromium)', named([...surefire('client-wasm'), ...surefire('e2e-tests')], true)],
  ['published vectors (files)', matching(conformance, surefire('client-wasm'), true)],
  ['end to end', named(surefire('e2e-tests'), false)],
];

const attribute = (tag, name) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);
function count(paths) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const path of paths) {
    for (const [tag] of readFileSync(path, 'utf8').matchAll(/<testsuite\s[^>]*>/g)) {
      const failed = attribute(tag, 'failures') + attribute(tag, 'errors');
      const skipped = attribute(tag, 'skipped');
      sum.failed += failed;
      sum.skipped += skipped;
      sum.passed += attribute(tag, 'tests') - failed - skipped;
    }
  }
  return sum;
}

const total = { passed: 0, failed: 0, skipped: 0 };
const empty = [];
console.log('\nTests by layer');
for (const [name, paths] of layers) {
  const sum = count(paths);
  for (const key of Object.keys(total)) total[key] += sum[key];
  // Where the vectors are missing, there is nothing but a test that says so.
  const ran = sum.passed + sum.failed + (name.startsWith('published') ? sum.skipped : 0);
  if (ran === 0) empty.push(name);
  const figures = `${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`;
  console.log(`  ${name.padEnd(28)}${figures}`);
}
for (const path of files('client-wasm/target/conformance', /\.json$/)) {
  const entries = JSON.parse(readFileSync(path, 'utf8'));
  const cases = entries.reduce((all, entry) => all + entry.cases, 0);
  const passed = entries.reduce((all, entry) => all + entry.passed, 0);
  console.log(`  published cases, ${path.split('/').at(-1).slice(0, -'.json'.length)}: ${passed} passed of ${cases}`);
}
if (empty.length > 0) console.log(`\nNo test ran in: ${empty.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || empty.length > 0 ? 1 : 0);
