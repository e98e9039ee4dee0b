// docs/performance.md out of what the two benchmarks have left in docs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './report.js';
import { serverReport } from './server/report.js';

/** Writes the page from both files of figures; returns its text. */
export function writeDocument(root) {
  const parts = [
    ['docs/performance.json', report],
    ['docs/server-performance.json', serverReport],
  ];
  const text = parts
    .map(([file, form]) => [join(root, file), form])
    .filter(([file]) => existsSync(file))
    .map(([file, form]) => form(JSON.parse(readFileSync(file, 'utf8'))))
    .join('\n');
  writeFileSync(join(root, 'docs/performance.md'), text);
  return text;
}
