// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
type Rgb = [number, number, number];

const tokens = new Map(
  [...css.matchAll(/--signet-([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: rgb(light ?? ''), dark: rgb(dark ?? '') }],
  ),
);

function rgb(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

/** The relative luminance of WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((octet) => {
    const share = octet / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (token === undefined) throw new RangeError(`no colour --signet-${name}`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['canvas', 'surface', 'surface-raised', 'surface-sunken'];
const verdicts = ['none', 'green', 'orange', 'red'];

/** Every text on every ground that it stands on. */
const texts: [string, string][] = [
  ...['text', 'text-muted', 'accent', 'accent-hover'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ['text', 'accent-soft'],
  ['text-muted', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ...verdicts.map((verdict): [string, string] => [`${verdict}-text`, `${verdict}-surface`]),
  // Buttons and fields that stand within a verdict's ground keep their own; links within it do not.
  ...verdicts.map((verdict): [string, string] => ['text', `${verdict}-surface`]),
  ...grounds.map((ground): [string, string] => ['red-text', ground]),
];

/** What shows where a control is, how it stands, and which has the focus, on what is around it. */
const shapes: [string, string][] = [
  ...['border-strong', 'focus', 'accent'].flatMap((shape) =>
    grounds.map((ground): [string, string] => [shape, ground]),
  ),
  ['focus', 'accent-soft'],
  ...verdicts.flatMap((verdict): [string, string][] => [
    [`${verdict}-edge`, 'canvas'],
    [`${verdict}-edge`, 'surface'],
    [`${verdict}-edge`, `${verdict}-surface`],
    ['focus', `${verdict}-surface`],
    ['border-strong', `${verdict}-surface`],
  ]),
];

describe.each(['light', 'dark'] as const)('In the %s theme', (theme) => {
  it.each(texts)('%s on %s has the contrast of text', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s on %s has the contrast of a control', (shape, ground) => {
    expect(contrast(shape, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

describe('The measure', () => {
  it('knows the ends of the scale', () => {
    expect(luminance([0, 0, 0])).toBe(0);
    expect(luminance([255, 255, 255])).toBeCloseTo(1);
    expect(tokens.size).toBeGreaterThan(20);
  });

  it('leaves no colour out', () => {
    const measured = new Set([...texts, ...shapes].flat());
    // Lines that only divide, which nobody needs to see.
    const divides = 'border';
    const left = [...tokens.keys()].filter((name) => !measured.has(name) && name !== divides);
    expect(left).toEqual([]);
  });
});
