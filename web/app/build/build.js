// @ts-check
/** Builds `dist`: the pages, the engine's files under a name made of their content, and compressed siblings. */
import { fileURLToPath } from 'node:url';
import { rmSync } from 'node:fs';
import { checkNoEval } from './check.js';
import { compress } from './compress.js';
import { copyEngine, engineFolder } from './engine.js';
import { buildMailFrame } from './mail-frame.js';
import { buildPages } from './pages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

rmSync(dist, { recursive: true, force: true });
const engine = engineFolder();
await buildPages(root, engine);
copyEngine(dist, engine);
await buildMailFrame(root, dist);
checkNoEval(dist);
await compress(dist);
