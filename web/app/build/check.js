// @ts-check
import { readFileSync, readdirSync } from 'node:fs';

/** Ways to make code out of text, which the site's policy forbids. */
const forbidden =
  /\beval\s*\(|\bnew\s+Function\b|[^.\w]Function\s*\(\s*["'`]|\.constructor\s*\(\s*["'`]/;

/** @param {string} dist */
export function checkNoEval(dist) {
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const text = /\.(?:js|html)$/.test(file) ? readFileSync(`${dist}/${file}`, 'utf8') : '';
    const found = forbidden.exec(text);
    if (found !== null) throw new Error(`${file} makes code out of text: ${found[0]}`);
    if (file === 'index.html' && /<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/.test(text)) {
      throw new Error(`${file} has an inline script or style`);
    }
  }
}
