// docs/performance.svg: bars of medians on a logarithmic scale. Its colours follow the reader's light or dark, and its
// background is its own, so that it can be read wherever it is shown.
import { FAMILIES, Figures, median, millis } from './figures.js';
import { TITLES } from './texts.js';

/** What is drawn: of every task the variants that tell most. */
const DRAWN = {
  p12: () => true,
  sign: (variant) => /^(RSA-2048|P-256), (2 KB|25 MB)$/.test(variant),
  verify: (variant) => /^(RSA-2048|P-256), (2 KB|25 MB)$/.test(variant),
  list: () => true,
  encrypt: (variant) => /^RSA-2048, AES-256-CBC, (2 KB|25 MB)$/.test(variant),
  recipients: (variant) => variant === '50 recipients',
  decrypt: (variant) => /^RSA-2048, .*(2 KB|25 MB)$/.test(variant),
  both: (variant) => /^RSA-2048, AES-256-CBC/.test(variant),
};

const COLOURS = {
  Signet: ['#0b6bcb', '#5aa9f0'],
  'Signet, Wasm': ['#7aaede', '#2f6da8'],
  'PKI.js': ['#b5520a', '#f0a15a'],
  'node-forge': ['#9b2d7f', '#dd85c6'],
  floor: ['#4a4f55', '#b3b9c0'],
  openssl: ['#2f7d4f', '#74c795'],
};
const FAMILY_NAMES = Object.keys(FAMILIES);

const WIDTH = 900;
const LEFT = 310;
const RIGHT = 70;
const BAR = 12;
const GAP = 12;
const TITLE = 26;
const TOP = 60;
const FROM = 0.01;

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export function plot(run) {
  const figures = new Figures(run);
  const groups = run.tasks
    .filter(({ task, variant }) => DRAWN[task]?.(variant))
    .map((measured) => ({ measured, bars: bars(figures, measured) }));
  const highest = Math.max(10, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  const decades = [Math.log10(FROM), Math.log10(highest)];
  const x = (value) => LEFT + ((Math.log10(value) - decades[0]) / (decades[1] - decades[0])) * (WIDTH - LEFT - RIGHT);

  const pieces = [];
  let y = TOP;
  let last;
  for (const { measured, bars } of groups) {
    if (measured.task !== last) {
      y += TITLE;
      pieces.push(`<text class="title" x="16" y="${y - 8}">${escaped(TITLES[measured.task])}</text>`);
      last = measured.task;
    }
    const height = bars.length * BAR;
    pieces.push(`<text x="${LEFT - 8}" y="${y + height / 2 + 4}" text-anchor="end">${escaped(measured.variant)}</text>`);
    for (const { family, value, cannot } of bars) {
      const index = FAMILY_NAMES.indexOf(family);
      const middle = y + BAR - 2;
      if (cannot) {
        pieces.push(`<text class="value" x="${LEFT + 4}" y="${middle}">${family}: cannot</text>`);
      } else {
        const end = Math.max(x(value), LEFT + 1);
        pieces.push(
          `<rect class="f${index}" x="${LEFT}" y="${y + 1}" width="${(end - LEFT).toFixed(1)}" height="${BAR - 2}"/>`,
          `<text class="value" x="${(end + 4).toFixed(1)}" y="${middle}">${millis(value)}</text>`,
        );
      }
      y += BAR;
    }
    y += GAP;
  }
  return document(y + 10, grid(decades, x, y), pieces);
}

function bars(figures, measured) {
  return FAMILY_NAMES.map((family) => ({ family, found: figures.standsFor(measured, family) }))
    .filter(({ found }) => found !== undefined)
    .map(({ family, found }) => ({
      family,
      cannot: found.cannot !== null,
      value: found.cannot === null ? median(found.samples) : undefined,
    }));
}

function grid([from, to], x, bottom) {
  const lines = [];
  for (let power = Math.ceil(from); power <= to; power++) {
    const at = x(10 ** power).toFixed(1);
    const label = power < 3 ? `${10 ** power} ms` : `${10 ** (power - 3)} s`;
    lines.push(
      `<line x1="${at}" y1="${TOP}" x2="${at}" y2="${bottom}"/>`,
      `<text class="value" x="${at}" y="${TOP - 6}" text-anchor="middle">${label}</text>`,
    );
  }
  return lines;
}

function document(height, lines, pieces) {
  const legend = FAMILY_NAMES.map(
    (family, i) =>
      `<rect class="f${i}" x="${16 + i * 145}" y="16" width="14" height="12"/>` +
      `<text x="${36 + i * 145}" y="26">${family === 'floor' ? 'floor (WebCrypto)' : escaped(family)}</text>`,
  );
  const fills = (which) => FAMILY_NAMES.map((family, i) => `.f${i}{fill:${COLOURS[family][which]}}`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t">
<title id="t">Medians in milliseconds, on a logarithmic scale: shorter is faster</title>
<style>
text{font:12px system-ui,sans-serif;fill:#1c1f23}.title{font-weight:600;font-size:14px}.value{font-size:10px}
.back{fill:#fff}line{stroke:#d5d9de}${fills(0)}
@media(prefers-color-scheme:dark){text{fill:#e8eaed}.back{fill:#15181c}line{stroke:#363c43}${fills(1)}}
</style>
<rect class="back" width="${WIDTH}" height="${height}"/>
${[...legend, ...lines, ...pieces].join('\n')}
</svg>
`;
}
