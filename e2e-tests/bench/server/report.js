// The server's part of docs/performance.md out of docs/server-performance.json.
const whole = (value) => Math.round(value).toLocaleString('en-US');
const millis = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const kilo = (bytes) => `${(bytes / 1000).toFixed(bytes < 10000 ? 1 : 0)} kB`;
const mega = (kilobytes) => `${(kilobytes / 1024).toFixed(1)} MiB`;

const where = ({ date, commit, machine, versions, loadBefore, loadAfter }) =>
  `${date.slice(0, 16).replace('T', ' ')} UTC, commit ${commit}; ${machine.cpus} × ${machine.cpu}, ${machine.gibibytes} GiB, ${machine.system};
load ${loadBefore} before and ${loadAfter} after. ${versions.java}, ${versions.nginx}, ${versions.openssl}${versions.postgresql ? `, ${versions.postgresql}` : ''}.`;

export function serverReport({ load, soak }) {
  return ['## The server under load\n', ...(load ? [measured(load)] : []), ...(soak ? [soaked(soak)] : [])].join('\n');
}

function measured(load) {
  const { sizes, results } = load;
  const paced = results.filter(({ rest }) => rest > 0);
  const full = results.filter(({ rest }) => rest === 0);
  return `Made by \`./run bench-server\` (\`e2e-tests/bench/server\`): the jar with \`-Xmx256m\`, its settings otherwise its own,
and nginx with the same files, the same precompressed forms (\`gzip_static\`), the same header fields and an access log,
both over plain HTTP on the loopback address. wrk asks each in turn, ${load.secondsEach} s each time, ${load.rounds} rounds after a warm-up,
another one first in every other round; the figures are medians of the rounds, the 99th percentile as well. wrk runs on
the same processors and takes its part of them from both. The rounds are in
[server-performance.json](server-performance.json).

${where(load)}
A load above nought before the run means that the machine did other work beside it.
${load.notes.map((note) => `${note}\n`).join('')}
### As fast as it goes

Every connection asks again as soon as it is answered, so the latency at many connections is their number by the
throughput, whoever serves. The script is ${kilo(sizes.script)}, ${kilo(sizes['script-gzip'])} under gzip; the engine ${kilo(sizes.engine)}, ${kilo(sizes['engine-gzip'])} under gzip.
Keys are files by OpenSSL of ${kilo(sizes.keyFile)}, of six users who are signed in; nginx gives the same files from disk to
anyone. A \`PUT\` is on disk when it is answered (SQLite \`synchronous=FULL\`, PostgreSQL \`fsync\`).

| | connections | requests/s | MB/s | median ms | 99 % ms | nginx requests/s | nginx 99 % ms | of nginx | failed |
|---|---|---|---|---|---|---|---|---|---|
${full.map(row).join('\n')}

### Paced

${paced[0]?.connections ?? 200} connections that rest ${paced[0]?.rest ?? 100} ms between two requests on average: what a server has before it is full.

| | connections | requests/s | median ms | 99 % ms | nginx 99 % ms | failed |
|---|---|---|---|---|---|---|
${paced.map(pacedRow).join('\n')}
`;
}

function row({ title, connections, servers: { signet, nginx } }) {
  const peer = nginx
    ? [whole(nginx.perSecond), millis(nginx.p99), `${Math.round((100 * signet.perSecond) / nginx.perSecond)} %`]
    : ['', '', ''];
  const own = [whole(signet.perSecond), signet.megabytes.toFixed(1), millis(signet.p50), millis(signet.p99)];
  return `| ${[title, connections, ...own, ...peer, signet.failed + (nginx?.failed ?? 0)].join(' | ')} |`;
}

function pacedRow({ title, connections, servers: { signet, nginx } }) {
  const own = [whole(signet.perSecond), millis(signet.p50), millis(signet.p99), nginx ? millis(nginx.p99) : ''];
  return `| ${[title, connections, ...own, signet.failed + (nginx?.failed ?? 0)].join(' | ')} |`;
}

function soaked(soak) {
  const { samples } = soak;
  const third = Math.max(1, Math.floor(samples.length / 3));
  const most = (list) => Math.max(...list.map(({ aliveKilobytes }) => aliveKilobytes));
  return `### ${Math.round(soak.seconds / 60)} minutes of mixed load

\`./run bench-server --soak\`: ${soak.connections} connections without rest, \`-Xmx256m\`; of 20 requests ${
    soak.relays ? '8 reads of a key, 4 of OCSP' : '8 reads of a key'
  }, 3 lists, 2 scripts,
1 engine, 2 \`PUT\`. Every ${samples[0]?.second ?? 30} s a full collection is asked for and what stays alive is read (\`jcmd\`).
${where(soak)}
${soak.notes.map((note) => `${note}\n`).join('')}
${whole(soak.requests)} requests, ${whole(soak.perSecond)} a second; median ${millis(soak.p50)} ms, 99 % ${millis(soak.p99)} ms; ${soak.failed} failed;
${soak.outOfMemory ? '**out of memory**' : 'memory never ran out'}. Alive at most ${mega(most(samples.slice(0, third)))} in the first third of the samples and ${mega(most(samples.slice(-third)))} in
the last; the process ${mega(samples[0].residentKilobytes)} resident at the first sample and ${mega(samples.at(-1).residentKilobytes)} at the last.
`;
}
