// The tables of a task.
import { FAMILIES, median, millis, quantile } from './figures.js';

const row = (...cells) => `| ${cells.join(' | ')} |`;
const rule = (count) => `|${'---|'.repeat(count)}`;

/** One line for each variant, one column for each family, and why somebody cannot. */
export function matrix(figures, task) {
  const variants = figures.variants(task);
  const families = Object.keys(FAMILIES).filter((family) =>
    variants.some((each) => figures.standsFor(each, family) !== undefined),
  );
  const notes = [];
  const mark = (text) => {
    if (!notes.includes(text)) notes.push(text);
    return `[${notes.indexOf(text) + 1}]`;
  };
  const cell = (variant, family) => {
    const found = figures.standsFor(variant, family);
    if (found === undefined) return '';
    if (found.cannot !== null) return `cannot ${mark(`${found.name}: “${found.cannot}”`)}`;
    const other = found.name === FAMILIES[family][0] ? '' : ` ${mark(reason(variant, family, found))}`;
    return `${millis(median(found.samples))}${other}`;
  };
  const overFloor = (variant) => {
    const [one, floor] = ['Signet', 'floor'].map((family) => figures.median(task, variant.variant, family));
    return one === undefined || floor === undefined ? '' : `${(one / floor).toFixed(1)} ×`;
  };
  const lines = variants.map((variant) =>
    row(variant.variant, ...families.map((family) => cell(variant, family)), overFloor(variant)),
  );
  return [
    row('ms, median', ...families, 'Signet / floor'),
    rule(families.length + 2),
    ...lines,
    '',
    ...notes.map((note, i) => `${i + 1}. ${note}`),
    '',
    verdicts(variants),
  ].join('\n');
}

/** Why another one stands for the family. */
function reason(variant, family, found) {
  const first = variant.contestants.find(({ name }) => name === FAMILIES[family][0]);
  const why = first === undefined ? '' : `; ${first.name} itself: “${first.cannot}”`;
  return `${found.name}: ${found.note}${why}`;
}

/** What became of messages and passphrases that nobody may believe. */
function verdicts(variants) {
  const tried = variants.flatMap(({ variant, contestants }) =>
    contestants.flatMap(({ name, checks }) =>
      Object.entries(checks).map(([check, outcome]) => ({ variant, name, check, believed: outcome === true })),
    ),
  );
  if (tried.length === 0) return '';
  const kinds = [...new Set(tried.map(({ check }) => check))].join(', ');
  const believed = tried.filter((each) => each.believed);
  if (believed.length === 0) return `Also tried, and refused by everybody: ${kinds}.\n`;
  const list = believed.map(({ variant, name, check }) => `${name} (${check}; ${variant})`).join(', ');
  return `Also tried: ${kinds}. **Believed** by ${list}.\n`;
}

/** One line for each contestant of a variant. */
export function detailed({ variant, contestants }) {
  const checks = [...new Set(contestants.flatMap((each) => Object.keys(each.checks)))];
  const lines = [
    `### ${variant}\n`,
    row('', 'median', '10 %', '90 %', ...checks, ''),
    rule(checks.length + 5),
  ];
  for (const { name, note, cannot, samples, checks: outcomes } of contestants) {
    const spread = () => [median(samples), quantile(samples, 0.1), quantile(samples, 0.9)].map(millis);
    const judged = checks.map((check) =>
      outcomes[check] === undefined ? '' : outcomes[check] === true ? '**believed**' : 'refused',
    );
    const remark = cannot === null ? note : `${note}: “${cannot}”`;
    lines.push(row(name, ...(cannot === null ? spread() : ['cannot', '', '']), ...judged, remark));
  }
  return `${lines.join('\n')}\n`;
}

export function loads({ contestants }) {
  const lines = contestants.map(({ name, note, samples, bytes }) => {
    const sent = bytes === undefined ? '' : `${(sum(bytes) / 1000).toFixed(0)} kB`;
    return row(name, ...[median(samples), quantile(samples, 0.1), quantile(samples, 0.9)].map(millis), sent, note);
  });
  const signet = contestants.find(({ name }) => name === 'Signet, cold');
  const files = Object.entries(signet.bytes).sort(([, a], [, b]) => b - a);
  const list = files.map(([path, octets]) => `\`${path}\` ${octets.toLocaleString('en')}`).join(', ');
  return [
    row('ms', 'median', '10 %', '90 %', 'downloaded', ''),
    rule(6),
    ...lines,
    '',
    `Signet, cold, in octets: ${list}.`,
    '',
  ].join('\n');
}

const sum = (bytes) => Object.values(bytes).reduce((one, other) => one + other, 0);

export function memories({ contestants }) {
  const megabytes = (octets) => (octets / 2 ** 20).toFixed(0);
  const lines = contestants.map(({ name, memory, samples }) => {
    const of = (value) => median(memory.map(value));
    return row(
      name,
      megabytes(of(({ idle }) => idle)),
      megabytes(of(({ peak }) => peak)),
      `${of(({ peak, idle, mail }) => (peak - idle) / mail).toFixed(1)} ×`,
      megabytes(of(({ mail }) => mail)),
      millis(median(samples)),
    );
  });
  return [row('MB', 'idle', 'at most', 'difference / mail', 'mail', 'ms'), rule(6), ...lines, ''].join('\n');
}
