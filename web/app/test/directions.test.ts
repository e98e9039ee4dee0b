import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const sources = ['../src/', '../../elements/src/'].flatMap((folder) => {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|css)$/.test(name) && !name.startsWith('texts'))
    .map((name) => [name, readFileSync(root + name, 'utf8')] as const);
});

/** Lengths on the four sides, of which the left and the right differ. */
function sidesDiffer(declaration: string): boolean {
  const sides = declaration.match(/(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()])+/g) ?? [];
  return sides.length === 4 && sides[1] !== sides[3];
}

describe('A style', () => {
  it('is looked at in every file', () => {
    expect(sources.map(([name]) => name)).toContain('styles/tokens.css');
    expect(sources.map(([name]) => name)).toContain('pages/header.ts');
  });

  it('names start and end of a line, never left and right', () => {
    const physical =
      /^\s*(?:(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:.*|(?:text-align|float|clear)\s*:\s*(?:left|right)\b.*);/;
    for (const [name, text] of sources) {
      text.split('\n').forEach((line, index) => {
        expect(line, `${name}:${index + 1}`).not.toMatch(physical);
        const sides = /^\s*(?:margin|padding|inset|border-width): ([^;]*);/.exec(line);
        expect(sidesDiffer(sides?.[1] ?? ''), `${name}:${index + 1} ${line}`).toBe(false);
      });
    }
  });
});
