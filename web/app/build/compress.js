// @ts-check
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Puts `.br` and `.gz` beside every file that they make smaller, and says how large each is.
 *
 * @param {string} dist
 */
export async function compress(dist) {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:js|css|html|svg|wasm)$/.test(file),
  );
  for (const file of files.toSorted()) {
    const content = readFileSync(`${dist}/${file}`);
    const small = await brotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    });
    const zipped = await zip(content, { level: constants.Z_BEST_COMPRESSION });
    if (small.length < content.length) writeFileSync(`${dist}/${file}.br`, small);
    if (zipped.length < content.length) writeFileSync(`${dist}/${file}.gz`, zipped);
    process.stdout.write(`dist/${file}: ${content.length} octets, ${small.length} under brotli\n`);
  }
}
