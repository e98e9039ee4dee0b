// docs/performance.md out of docs/performance.json.

export const median = (samples) => quantile(samples, 0.5);

export function quantile(samples, part) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = Math.floor(at);
  return sorted[low] + (at - low) * (sorted[Math.ceil(at)] - sorted[low]);
}

const millis = (value) => value.toFixed(2);

export function report(run) {
  const { machine, versions, settings } = run;
  const parts = [
    `# Performance

Made by \`./run bench\` (\`e2e-tests/bench\`): one page in headless Chromium, every contestant once in each round and
another one first each time, ${settings.rounds} rounds after ${settings.warmup} that warm up. Times are milliseconds that the caller waits;
half of the rounds were no slower than the median. The samples are in [performance.json](performance.json).

${run.date}, Signet ${versions.signet}; ${machine.cpus} × ${machine.cpu}, ${machine.gibibytes} GiB, ${machine.system};
load ${machine.loadBefore} before and ${machine.loadAfter} after the run. Chromium ${versions.chromium}, PKI.js ${versions.pkijs}, node-forge ${versions.forge},
${versions.openssl} (made the certificates and the answers).
`,
  ];
  const titles = [...new Set(run.tasks.map(({ title }) => title))];
  for (const title of titles) {
    const variants = run.tasks.filter((task) => task.title === title);
    parts.push(`## ${title}\n`);
    parts.push(TEXTS[variants[0].task] ?? '');
    for (const { variant, contestants } of variants) {
      parts.push(table(variant, contestants));
    }
  }
  return parts.join('\n');
}

const TEXTS = {
  chain: `From the octets to the verdict, parsing included; the anchor alone is known beforehand. Every round has a chain that
nobody has seen before. “Revoked” and “forged” tell what becomes of the same chain when the leaf's answer says
revoked, or when the signature of an answer that says good is broken.
`,
};

function table(variant, contestants) {
  const checks = [...new Set(contestants.flatMap((each) => Object.keys(each.checks)))];
  const lines = [
    `### ${variant}\n`,
    `| | median | 10 % | 90 % |${checks.map((check) => ` ${check} |`).join('')} |`,
    `|---|---|---|---|${checks.map(() => '---|').join('')}---|`,
  ];
  for (const { name, note, cannot, samples, checks: outcomes } of contestants) {
    const times =
      cannot === null
        ? [median(samples), quantile(samples, 0.1), quantile(samples, 0.9)].map(millis)
        : ['cannot', '', ''];
    const judged = checks.map((check) =>
      outcomes[check] === undefined ? '' : outcomes[check] === true ? '**believed**' : 'refused',
    );
    const remark = cannot === null ? note : `${note}: “${cannot}”`;
    lines.push(`| ${[name, ...times, ...judged, remark].join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}
