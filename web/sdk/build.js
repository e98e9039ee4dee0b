// @ts-check
/** Builds `dist`: what any static host can serve. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const root = new URL('.', import.meta.url);
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, root));
const modules = ['signet.wasm', 'signet-primitives.wasm', 'signet-rare.wasm'];

rmSync(path('dist'), { recursive: true, force: true });
mkdirSync(path('dist'), { recursive: true });

// One build for each script: what two entries share would become a third file.
const entries = {
  index: 'src/index.ts',
  worker: 'src/worker/worker.ts',
  'texts/index': 'src/texts/index.ts',
};
for (const [name, entry] of Object.entries(entries)) {
  await build({
    root: path('.'),
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      sourcemap: true,
      minify: true,
      lib: { entry: path(entry), formats: ['es'], fileName: () => `${name}.js` },
    },
  });
}

execFileSync(
  process.execPath,
  [path('../node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'],
  {
    cwd: path('.'),
    stdio: 'inherit',
  },
);
copyFileSync(path('target/types/contract.d.ts'), path('dist/index.d.ts'));
copyFileSync(path('target/types/texts/index.d.ts'), path('dist/texts/index.d.ts'));
for (const language of ['en', 'de', 'nl', 'fr']) {
  copyFileSync(path(`src/texts/${language}.json`), path(`dist/texts/${language}.json`));
}

for (const name of modules) {
  const wasm = path(`../../client-wasm/target/wasm/${name}`);
  if (!existsSync(wasm)) {
    throw new Error(`${wasm} is missing: build client-wasm first (mvn -pl client-wasm package)`);
  }
  copyFileSync(wasm, path(`dist/${name}`));
}

for (const name of Object.keys(entries).map((entry) => `${entry}.js`)) {
  const script = readFileSync(path(`dist/${name}`), 'utf8');
  const found = /\beval\b|\bFunction\s*\(|\bimport\s*\(|\.constructor\s*\(/.exec(script);
  if (found !== null) throw new Error(`dist/${name} makes code out of text: ${found[0]}`);
  // A statement; `import:` is the name of a member.
  if (/^\s*import\s*[^\s:]|\bfrom\s*["']/m.test(script))
    throw new Error(`dist/${name} is not self-contained`);
}

for (const name of ['index.js', 'index.d.ts', 'worker.js', ...modules]) {
  const brotli = brotliCompressSync(readFileSync(path(`dist/${name}`))).length;
  process.stdout.write(
    `dist/${name}: ${statSync(path(`dist/${name}`)).size} octets, ${brotli} under brotli\n`,
  );
}
