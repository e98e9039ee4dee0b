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

/** What was measured now in place of what was measured of the same tasks before, in the order of the plan. */
export function merged(before, circumstances, tasks) {
  const fresh = new Set(tasks.map(({ task }) => task));
  const kept = (before?.tasks ?? []).filter(({ task }) => !fresh.has(task));
  const all = [...kept, ...tasks.map((task) => ({ ...task, run: circumstances.date, contestants: task.contestants.map(rounded) }))];
  const order = Object.keys(TASKS);
  all.sort((a, b) => order.indexOf(a.task) - order.indexOf(b.task));
  const dates = new Set(all.map(({ run }) => run));
  const runs = [...(before?.runs ?? []).filter(({ date }) => date !== circumstances.date), circumstances];
  return { form: FORM, runs: runs.filter(({ date }) => dates.has(date)), tasks: all };
}

export function write(file, run) {
  writeFileSync(file, `${compact(run)}\n`);
}

const rounded = (contestant) => ({ ...contestant, samples: contestant.samples.map((value) => Math.round(value * 1000) / 1000) });

/** Indented, with the samples of a contestant in one line. */
function compact(value) {
  return JSON.stringify(value, null, 2).replace(/\[\s+([\d.,\s]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, ' ')}]`);
}
