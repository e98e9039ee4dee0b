// Measures the server under load beside nginx and writes docs/server-performance.json and docs/performance.md.
// Options: --soak also keeps 200 connections busy for ten minutes; --soak-only does nothing else.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDocument } from '../document.js';
import { fileReads, lists, reads, relayed, staticCases, writes } from './cases.js';
import { nginx, postgres, responder, signet, stopAll } from './processes.js';
import { soak } from './soak.js';
import { accounts, assetPaths, keyFiles, ocspRequests, signIn } from './world.js';
import { request, requestsFile, wrk } from './wrk.js';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const jar = join(root, 'server-stub/target/signet-server.jar');
const dist = join(root, 'web/app/dist');
const json = join(root, 'docs/server-performance.json');
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.SECONDS_EACH ?? 3);
const WARM_SECONDS = 3;
const SOAK_SECONDS = Number(process.env.SOAK_SECONDS ?? 600);
const CONNECTIONS = [1, 50, 200];
const PACED = { connections: 200, rest: 100 };

const say = (text) => process.stderr.write(`==> ${text}\n`);
const told = (program, ...options) => execFileSync(program, options, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const load = () => Number(loadavg()[0].toFixed(2));
const scratch = mkdtempSync(join(tmpdir(), 'signet-load-'));
const soaks = process.argv.includes('--soak') || process.argv.includes('--soak-only');
const measures = !process.argv.includes('--soak-only');

async function start(name, store, relay) {
  const settings = join(scratch, `${name}.properties`);
  writeFileSync(settings, `${Object.entries({
    listen: '127.0.0.1:0', store, ...(store.includes('postgresql') ? { 'store.user': 'signet' } : {}),
    'trust-anchors': join(scratch, 'ocsp/authority.pem'), 'ocsp.allow': `127.0.0.1/32:${relay}`,
    'ocsp.per-minute': '100000',
  }).map(([key, value]) => `${key}=${value}\n`).join('')}`);
  const users = accounts(jar, settings);
  return { name, users, ...(await signet({ jar, settings, log: join(scratch, `${name}.log`) })) };
}

/** All requests of a trial must succeed, or the case is left out with the reason. The first may wait for the responder. */
async function works(server, file) {
  const { failed, requests } = await wrk({ port: server.port, file, connections: 1, seconds: 10 });
  return requests > 0 && failed === 0;
}

/** Puts one part in its place among the figures; the others stay. */
function save(part) {
  const before = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : {};
  writeFileSync(json, `${JSON.stringify({ ...before, ...part }, null, 1)}\n`);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function measure(cases) {
  say('warming up');
  for (const each of cases) for (const run of each.runs) await wrk({ port: run.server.port, file: run.file, connections: 50, seconds: WARM_SECONDS });
  const results = cases.flatMap((each) =>
    [...CONNECTIONS.map((connections) => ({ connections, rest: 0 })), ...(each.paced ? [PACED] : [])].map((level) => ({
      case: each.id, title: each.title, group: each.group, ...level,
      servers: Object.fromEntries(each.runs.map((run) => [run.as, { rounds: [] }])), each,
    })),
  );
  for (let round = 0; round < ROUNDS; round++) {
    say(`round ${round + 1} of ${ROUNDS}; the machine's load is ${load()}`);
    for (const { each, servers, connections, rest } of results) {
      const runs = round % 2 === 0 ? each.runs : each.runs.toReversed();
      for (const { as, server, file } of runs) {
        servers[as].rounds.push(await wrk({ port: server.port, file, connections, rest, seconds: SECONDS }));
      }
    }
  }
  for (const result of results) {
    delete result.each;
    for (const server of Object.values(result.servers)) {
      for (const figure of ['perSecond', 'megabytes', 'p50', 'p99']) {
        server[figure] = median(server.rounds.map((round) => round[figure]));
      }
      server.failed = server.rounds.reduce((sum, round) => sum + round.failed, 0);
    }
  }
  return results;
}

try {
  const before = load();
  say('making files with OpenSSL');
  const files = await keyFiles(scratch);
  const ocsp = ocspRequests(scratch);
  const relay = await responder({ folder: ocsp.folder });
  const lua = join(scratch, 'lua');
  mkdirSync(lua);

  say('starting the servers');
  const sqlite = await start('sqlite', `jdbc:sqlite:${join(scratch, 'signet.db')}`, relay.port);
  const people = await signIn(sqlite.port, sqlite.users, files);
  const paths = assetPaths(dist);
  const index = await fetch(`http://127.0.0.1:${sqlite.port}${paths.script}`);
  const same = /^(content-security|cross-origin|referrer|permissions|x-content|cache-control)/;
  const peer = await nginx({ scratch, files: dist, fields: [...index.headers].filter(([name]) => same.test(name)) });
  const cases = staticCases(lua, paths).map((each) => ({
    ...each,
    runs: [{ as: 'signet', server: sqlite }, { as: 'nginx', server: { ...peer, name: 'nginx' } }].map((run) => ({ ...run, file: each.file(run.server) })),
  }));
  const notes = process.env.NOTE ? [process.env.NOTE] : [];
  const relayFile = requestsFile(lua, 'ocsp', relayed(people, ocsp.requests, relay.port));
  const relays = await works(sqlite, relayFile);
  if (!relays) notes.push('The relay did not answer every request of a trial, so it was not measured.');
  const plain = fileReads(lua, join(scratch, 'nginx/html'), files);
  cases.push({
    id: 'read', title: 'a key, SQLite', group: 'api', paced: true,
    runs: [
      { as: 'signet', server: sqlite, file: requestsFile(lua, 'read', reads(people)) },
      { as: 'nginx', server: peer, file: plain(peer) },
    ],
  });
  const one = (id, title, server, file, paced) => ({ id, title, group: 'api', paced, runs: [{ as: 'signet', server, file }] });
  cases.push(one('write', '`PUT` of a key, SQLite', sqlite, requestsFile(lua, 'write', writes(people, files))));
  const database = measures ? await postgres({ scratch }) : null;
  if (database) {
    try {
      const other = await start('postgresql', database.url, relay.port);
      const others = await signIn(other.port, other.users, files);
      cases.push(one('read-postgresql', 'a key, PostgreSQL', other, requestsFile(lua, 'read-pg', reads(others)), true));
      cases.push(one('write-postgresql', '`PUT` of a key, PostgreSQL', other, requestsFile(lua, 'write-pg', writes(others, files))));
    } catch (e) {
      notes.push(`PostgreSQL was not measured: ${e.message.split('\n')[0]}`);
    }
  } else if (measures) {
    notes.push('PostgreSQL is not installed there, so it was not measured.');
  }
  if (relays) cases.push(one('ocsp', 'OCSP from the cache', sqlite, relayFile, true));

  const run = {};
  const about = {
    date: new Date().toISOString(),
    commit: told('git', 'describe', '--always', '--dirty'),
    machine: { cpu: cpus()[0].model, cpus: cpus().length, gibibytes: Math.round(totalmem() / 2 ** 30), system: `${type()} ${release()}` },
    versions: {
      java: execFileSync('sh', ['-c', 'java -version 2>&1 | sed -n 2p'], { encoding: 'utf8' }).trim(),
      nginx: execFileSync('sh', ['-c', 'nginx -v 2>&1'], { encoding: 'utf8' }).trim().replace('nginx version: ', ''),
      openssl: told('openssl', 'version').split(' ').slice(0, 2).join(' '),
      postgresql: database?.version ?? null,
    },
    loadBefore: before,
  };
  const bytes = (path) => readFileSync(join(dist, path)).length;
  if (measures) {
    run.load = {
      ...about, rounds: ROUNDS, secondsEach: SECONDS, notes,
      sizes: {
        'script-gzip': bytes(`${paths.script}.gz`), script: bytes(paths.script),
        'engine-gzip': bytes(`${paths.engine}.gz`), engine: bytes(paths.engine),
        keyFile: median(files.map((file) => file.length)),
      },
      results: await measure(cases), loadAfter: load(),
    };
    save(run);
  }
  if (soaks) {
    say(`the soak: ${SOAK_SECONDS} s at 200 connections`);
    const host = { Host: `127.0.0.1:${sqlite.port}` };
    const times = (count, list) => Array.from({ length: count }, () => list).flat();
    // Of 20 requests: 8 reads of a key, 4 of OCSP, 3 lists, 2 scripts, 1 engine, 2 PUTs, one for each user.
    const mix = people.flatMap((person, i) => {
      const each = [person];
      const pick = (list, count) => list.filter((_, at) => at % Math.max(1, Math.floor(list.length / count)) === i % Math.max(1, Math.floor(list.length / count))).slice(0, count);
      return [
        ...pick(reads(each), 8),
        ...(relays ? pick(relayed(each, ocsp.requests, relay.port), 4) : []),
        ...times(3, lists(each)),
        ...times(2, [request('GET', paths.script, { ...host, 'Accept-Encoding': 'gzip' })]),
        request('GET', paths.engine, { ...host, 'Accept-Encoding': 'gzip' }),
        ...pick(writes(each, files), 2),
      ];
    });
    const found = await soak({ server: sqlite, file: requestsFile(lua, 'mix', mix), seconds: SOAK_SECONDS });
    run.soak = { ...about, notes, relays, ...found, loadAfter: load() };
  }
  save(run);
  process.stdout.write(writeDocument(root));
  const failed = (run.load?.results ?? []).flatMap(({ servers }) => Object.values(servers)).reduce((sum, { failed }) => sum + failed, 0);
  if (failed + (run.soak?.failed ?? 0) > 0 || run.soak?.outOfMemory) {
    say('some requests failed: see docs/server-performance.json');
    process.exitCode = 1;
  }
} finally {
  await stopAll();
  if (process.env.KEEP) say(`kept: ${scratch}`);
  else rmSync(scratch, { recursive: true, force: true });
}
