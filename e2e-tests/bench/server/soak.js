// Mixed load for a long time, and the heap that is alive meanwhile.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { wrk } from './wrk.js';

const CONNECTIONS = 200;

/** Kilobytes of heap that a full collection leaves, and of the process in memory. */
function memory(pid) {
  execFileSync('jcmd', [String(pid), 'GC.run'], { stdio: 'ignore' });
  const told = execFileSync('jcmd', [String(pid), 'GC.heap_info'], { encoding: 'utf8' });
  const parts = [...told.matchAll(/(?:heap|generation)\s+total (\d+)K, used (\d+)K/g)];
  if (parts.length === 0) throw new Error(`unreadable: ${told}`);
  const sum = (column) => parts.reduce((total, part) => total + Number(part[column]), 0);
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
  return { aliveKilobytes: sum(2), heapKilobytes: sum(1), residentKilobytes: Number(resident) };
}

export async function soak({ server, file, seconds, every = 30 }) {
  const begun = Date.now();
  let over = false;
  const load = wrk({ port: server.port, file, connections: CONNECTIONS, seconds }).finally(() => (over = true));
  load.catch(() => {});
  const samples = [];
  for (let next = every; ; next += every) {
    while (!over && Date.now() - begun < next * 1000) await sleep(100);
    if (over) break;
    samples.push({ second: Math.round((Date.now() - begun) / 1000), ...memory(server.child.pid) });
    const { second, aliveKilobytes, residentKilobytes } = samples.at(-1);
    process.stderr.write(`    ${second} s: ${aliveKilobytes} kB alive, ${residentKilobytes} kB resident\n`);
  }
  const result = await load;
  if (server.child.exitCode !== null) throw new Error('the server ended under the load');
  const outOfMemory = readFileSync(server.log, 'utf8').includes('OutOfMemory');
  return { seconds, connections: CONNECTIONS, ...result, outOfMemory, samples };
}
