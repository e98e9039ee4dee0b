// docs/performance.json: what was measured, by task and variant. A run of some tasks leaves what the others said.
import { readFileSync, writeFileSync } from 'node:fs';
import { TASKS } from './plan.js';

/** Of the file; one of another form is measured anew. */
const FORM = 2;

/** @returns the run that a file holds, or undefined where it has another form */
export function read(file) {
  const run = JSON.parse(readFileSync(file, 'utf8'));
  return run.form === FORM ? run : undefined;
}

const name = ({ task, variant }) => `${task}: ${variant}`;
/** As the plan has them; what it no longer has is not kept. */
const ORDER = Object.entries(TASKS).flatMap(([task, { variants }]) =>
  variants.map((variant) => name({ task, variant: variant.name })),
);

/** What was measured now in place of what was measured of the same before, in the order of the plan. */
export function merged(before, circumstances, tasks) {
  const fresh = tasks.map((task) => ({ ...task, run: circumstances.date, contestants: task.contestants.map(rounded) }));
  const measured = new Map([...(before?.tasks ?? []), ...fresh].map((each) => [name(each), each]));
  const all = ORDER.map((each) => measured.get(each)).filter((each) => each !== undefined);
  const runs = new Map([...(before?.runs ?? []), circumstances].map((each) => [each.date, each]));
  return { form: FORM, runs: [...runs.values()].filter(({ date }) => all.some(({ run }) => run === date)), tasks: all };
}

export function write(file, run) {
  writeFileSync(file, `${compact(run)}\n`);
}

const rounded = (contestant) => ({ ...contestant, samples: contestant.samples.map((value) => Math.round(value * 1000) / 1000) });

/** Indented, with the samples of a contestant in one line. */
function compact(value) {
  return JSON.stringify(value, null, 2).replace(/\[\s+([\d.,\s]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, ' ')}]`);
}
