// Runs every task in this one page: its contestants in turn, once in each round, another one first each time, so that
// what else the machine does meets all of them alike.
import * as chain from './chain.js';

/**
 * Each has `name`, `title` and `contestants(fixtures)`. A contestant has a `name`, a `note`, `run(round)`, which
 * resolves with true where the task was done and with anything else where not, and `checks`: what else is tried once,
 * by its name. One that does not do the first round is listed with its own words, unless it `must`.
 */
const TASKS = [chain];

async function timed(contestant, round, samples) {
  const started = performance.now();
  const outcome = await contestant.run(round);
  const millis = performance.now() - started;
  if (outcome !== true) throw new Error(`${contestant.name} did not do it in round ${round}: ${outcome}`);
  samples.push(millis);
}

async function measured(task, { fixtures, warmup, rounds }) {
  const able = [];
  const results = [];
  for (const contestant of await task.contestants(fixtures)) {
    const result = { name: contestant.name, note: contestant.note, checks: {}, cannot: null, samples: [] };
    results.push(result);
    try {
      await timed(contestant, 0, []);
    } catch (error) {
      if (contestant.must) throw error;
      result.cannot = String(error?.message ?? error);
      continue;
    }
    for (const [check, attempt] of Object.entries(contestant.checks)) {
      result.checks[check] = await attempt().catch((error) => `refused: ${error?.message ?? error}`);
    }
    able.push({ contestant, result });
  }
  for (let round = 0; round < warmup + rounds; round++) {
    for (let i = 0; i < able.length; i++) {
      const { contestant, result } = able[(i + round) % able.length];
      await timed(contestant, round, round < warmup ? [] : result.samples);
    }
  }
  return results;
}

const post = (path, value) => fetch(path, { method: 'POST', body: JSON.stringify(value) });

try {
  const { settings, tasks } = await (await fetch('/fixtures.json')).json();
  const results = [];
  for (const task of TASKS) {
    for (const [variant, fixtures] of Object.entries(tasks[task.name])) {
      results.push({
        task: task.name,
        title: task.title,
        variant,
        contestants: await measured(task, { ...settings, fixtures }),
      });
    }
  }
  await post('/results', { tasks: results, userAgent: navigator.userAgent });
} catch (error) {
  await post('/results', { error: String(error?.stack ?? error) });
}
