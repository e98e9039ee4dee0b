// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { target } from './pages.js';

/** One document under two names: the server gives the second a policy under which pictures are loaded. */
const documents = ['mail-frame.html', 'mail-frame-pictures.html'];

/**
 * The mail frame's documents and their script. The script is a classic one: a module would be fetched with CORS, and the
 * frame's origin is none.
 *
 * @param {string} root
 * @param {string} dist
 */
export async function buildMailFrame(root, dist) {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target,
      write: false,
      lib: { entry: 'src/frame/mail-frame.ts', formats: ['iife'], name: 'mailFrame' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const [chunk, ...more] = outputs.flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk' || more.length > 0)
    throw new Error('the frame script is not one file');
  const hash = createHash('sha256').update(chunk.code).digest('hex').slice(0, 16);
  const name = `assets/mail-frame-${hash}.js`;
  mkdirSync(`${dist}/assets`, { recursive: true });
  writeFileSync(`${dist}/${name}`, chunk.code);
  const page = readFileSync(`${root}mail-frame.html`, 'utf8').replace(
    '%MAIL_FRAME_SCRIPT%',
    `/${name}`,
  );
  for (const document of documents) writeFileSync(`${dist}/${document}`, page);
}
