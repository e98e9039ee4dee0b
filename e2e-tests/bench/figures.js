// Figures out of a run: medians, and who of a family of contestants stands for it.

export const median = (samples) => quantile(samples, 0.5);

export function quantile(samples, part) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = Math.floor(at);
  return sorted[low] + (at - low) * (sorted[Math.ceil(at)] - sorted[low]);
}

/** Who stands beside each other, and their names in the results, the first that could do it first. */
export const FAMILIES = {
  Signet: ['Signet'],
  'Signet, Wasm': ['Signet, all of it in Wasm'],
  'PKI.js': ['PKI.js', 'PKI.js, RSA-OAEP', 'PKI.js, answers verified'],
  'node-forge': ['node-forge', 'node-forge, by hand', 'node-forge, no revocation'],
  floor: ['WebCrypto alone'],
  openssl: ['openssl'],
};

/** The tasks of a run, by name and variant. */
export class Figures {
  constructor(run) {
    this.run = run;
  }

  variants(task) {
    return this.run.tasks.filter((each) => each.task === task);
  }

  task(task, variant) {
    return this.run.tasks.find((each) => each.task === task && each.variant === variant);
  }

  contestant(task, variant, name) {
    return this.task(task, variant)?.contestants.find((each) => each.name === name);
  }

  /** Of a family, the one that did it; the first one where none did; undefined where none tried. */
  standsFor(measured, family) {
    const tried = FAMILIES[family]
      .map((name) => measured.contestants.find((each) => each.name === name))
      .filter((each) => each !== undefined);
    return tried.find(({ cannot }) => cannot === null) ?? tried[0];
  }

  /** The median of a family, or undefined. */
  median(task, variant, family) {
    const measured = this.task(task, variant);
    if (measured === undefined) return undefined;
    const found = this.standsFor(measured, family) ?? this.contestant(task, variant, family);
    return found === undefined || found.cannot !== null ? undefined : median(found.samples);
  }
}

/** Milliseconds with as many digits as tell something. */
export function millis(value) {
  if (value < 10) return value.toFixed(2);
  if (value < 100) return value.toFixed(1);
  return Math.round(value).toLocaleString('en');
}
