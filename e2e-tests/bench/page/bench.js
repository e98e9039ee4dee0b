// Runs every task in this one page: its contestants in turn, once in each round, another one first each time, so that
// what else the machine does meets all of them alike.

/**
 * A task's module is `/page/NAME.js`, with `title` and `contestants(fixtures)`. A contestant has
 *
 * - `name` and `note`;
 * - `run(round)`, which is timed;
 * - `check(result, round)`, outside the time: true where the result is right, else in words what is wrong. Where there
 *   is none, the result itself is that;
 * - `before(round)`, outside the time, where something has to be made ready each time;
 * - `checks`: what else is tried once, by its name, true where it was believed;
 * - `close()`, where something has to be ended.
 *
 * One that does not do the first round is listed with its own words, unless it `must`. Whoever did it once and then
 * does not, or does it wrongly, fails the run.
 */
const right = (result) => result;

/** Milliseconds after which a contestant is warm: compilers work on what is used much. */
const WARM = 1500;
/** A contestant that has taken so long altogether takes part in no more rounds than these. */
const PATIENCE = 15_000;
const AT_LEAST = 3;
const SLOW = 1000;

async function timed(contestant, round, samples) {
  await contestant.before?.(round);
  const started = performance.now();
  const result = await contestant.run(round);
  const millis = performance.now() - started;
  const outcome = await (contestant.check ?? right)(result, round);
  if (outcome !== true) throw new Error(`${contestant.name} did not do it in round ${round}: ${outcome}`);
  samples.push(millis);
  return millis;
}

async function measured(contestants, { warmup, rounds }) {
  const able = [];
  const results = [];
  for (const contestant of contestants) {
    const result = { name: contestant.name, note: contestant.note, checks: {}, cannot: null, samples: [] };
    results.push(result);
    let first;
    try {
      first = await timed(contestant, 0, []);
    } catch (error) {
      if (contestant.must) throw error;
      // Some errors of WebCrypto have a name and no message.
      result.cannot = [error?.name, error?.message].filter((each) => each && each !== 'Error').join(': ') || String(error);
      continue;
    }
    for (const [check, attempt] of Object.entries(contestant.checks)) {
      result.checks[check] = await attempt().catch((error) => `refused: ${error?.message ?? error}`);
      if (contestant.must && result.checks[check] === true) {
        throw new Error(`${contestant.name} believed what is ${check}`);
      }
    }
    // Warming up serves those who take milliseconds; of the slow the first time counts as any other.
    const slow = first > SLOW;
    if (slow) result.samples.push(first);
    able.push({ contestant, result, spent: first, slow });
  }
  for (let round = 0; round < warmup + rounds; round++) {
    const warming = round < warmup;
    for (let i = 0; i < able.length; i++) {
      const each = able[(i + round) % able.length];
      if (warming ? each.slow || each.spent > WARM : each.spent > PATIENCE && each.result.samples.length >= AT_LEAST) continue;
      each.spent += await timed(each.contestant, round, warming ? [] : each.result.samples);
    }
  }
  return results;
}

const post = (path, value) => fetch(path, { method: 'POST', body: JSON.stringify(value) });

try {
  const tasks = await (await fetch('/fixtures.json')).json();
  const results = [];
  for (const [name, variants] of Object.entries(tasks)) {
    const task = await import(`/page/${name}.js`);
    for (const [variant, fixtures] of Object.entries(variants)) {
      await post('/progress', `${name}, ${variant}`);
      const contestants = await task.contestants(fixtures);
      try {
        results.push({
          task: name,
          variant,
          rounds: fixtures.rounds,
          contestants: await measured(contestants, fixtures),
        });
      } catch (error) {
        throw new Error(`${name}, ${variant}: ${error?.stack ?? error}`);
      }
      for (const { close } of contestants) await close?.();
    }
  }
  await post('/results', { tasks: results, userAgent: navigator.userAgent });
} catch (error) {
  await post('/results', { error: String(error?.stack ?? error) });
}
