// docs/performance.md, and the plot beside it, out of what the two benchmarks have left in docs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plot } from './plot.js';
import { report } from './report.js';
import { read } from './results.js';
import { serverReport } from './server/report.js';

/** Writes the page from both files of figures; returns its text. */
export function writeDocument(root) {
  const parts = [];
  const docs = (name) => join(root, 'docs', name);
  const run = existsSync(docs('performance.json')) ? read(docs('performance.json')) : undefined;
  if (run !== undefined) {
    writeFileSync(docs('performance.svg'), plot(run));
    parts.push(report(run));
  }
  if (existsSync(docs('server-performance.json'))) {
    parts.push(serverReport(JSON.parse(readFileSync(docs('server-performance.json'), 'utf8'))));
  }
  const text = parts.join('\n');
  writeFileSync(docs('performance.md'), text);
  return text;
}
