// docs/performance.md out of docs/performance.json.
import { Figures, median, millis } from './figures.js';
import { goals } from './goals.js';
import { detailed, loads, matrix, memories } from './tables.js';
import { TEXTS, TITLES } from './texts.js';

export function report(run) {
  const figures = new Figures(run);
  const parts = [
    `# Performance

Made by \`./run bench\` (\`e2e-tests/bench\`): headless Chromium, one page for all but loading and memory, every
contestant once in each round and another one first each time, after rounds that warm up. Times are milliseconds that
the caller waits; half of the rounds were no slower than the median. Every result is checked outside the time, and a
wrong one fails the run. The samples are in [performance.json](performance.json).

${run.runs.map((each) => circumstances(each, run)).join('\n\n')}

“Signet” is the SDK in its worker with the browser's cryptography; “Signet, Wasm” does all of it itself
(\`preferModule\`). “Floor” is bare WebCrypto for the same work, with base64 where the mail is in it: what nobody in a
page can be below. “openssl” is the native program on the same machine, for scale.

## Goals

${goals(figures)}
![Medians of every contestant on a logarithmic scale; the same figures stand in the tables below](performance.svg)
`,
  ];
  for (const task of [...new Set(run.tasks.map((each) => each.task))]) {
    parts.push(`## ${TITLES[task]}\n`, TEXTS[task], body(figures, task));
  }
  return parts.join('\n');
}

function body(figures, task) {
  const variants = figures.variants(task);
  switch (task) {
    case 'load':
      return variants.map(loads).join('\n');
    case 'memory':
      return variants.map(memories).join('\n');
    case 'chain':
      return variants.map(detailed).join('\n');
    case 'p12':
      return `${matrix(figures, task)}\n${inTurn(figures)}`;
    case 'list':
      return `${matrix(figures, task)}\n${each(variants[0])}`;
    default:
      return matrix(figures, task);
  }
}

/** The floor where nothing runs beside anything else, as on a machine with one processor. */
function inTurn(figures) {
  const told = figures.variants('p12').flatMap(({ variant, contestants }) => {
    const found = contestants.find(({ name }) => name === 'WebCrypto alone, in turn');
    return found.cannot === null ? [`${millis(median(found.samples))} ms (${variant})`] : [];
  });
  return `The floor with one derivation after the other: ${told.join(', ')}.\n`;
}

/** Of 200 mails, what one takes. */
function each({ contestants }) {
  const able = contestants.filter(({ cannot }) => cannot === null);
  return `For each mail: ${able.map(({ name, samples }) => `${name} ${millis(median(samples) / 200)} ms`).join(', ')}.\n`;
}

function circumstances(each, run) {
  const names = [...new Set(run.tasks.filter((task) => task.run === each.date).map((task) => task.task))];
  const which = run.runs.length === 1 ? '' : ` (${names.join(', ')})`;
  return `${each.date} UTC${which}: Signet ${each.signet}; ${each.cpus} × ${each.cpu}, ${each.gibibytes} GiB, ${each.system};
load ${each.loadBefore} before and ${each.loadAfter} after. Chromium ${each.chromium}, PKI.js ${each.pkijs}, node-forge ${each.forge}, ${each.openssl}.`;
}
