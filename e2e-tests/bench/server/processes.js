// Starts and stops what is measured, each on a free port of its own.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const running = [];

/** Ends everything that was started here, last first. */
export async function stopAll() {
  for (const { child, signal } of running.splice(0).reverse()) {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    }
  }
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function begin(program, options, log, signal = 'SIGTERM', cwd = undefined) {
  const child = spawn(program, options, { cwd, stdio: ['ignore', 'pipe', openSync(log, 'a')] });
  running.push({ child, signal });
  return child;
}

async function listens(port, child, log) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`it ended: ${readFileSync(log, 'utf8').slice(-2000)}`);
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error(`nothing listens at port ${port}`);
}

/** The jar with its settings file, 256 MiB of heap. */
export async function signet({ jar, settings, log }) {
  const child = begin(
    'java', ['-Xmx256m', '-XX:+ExitOnOutOfMemoryError', '-jar', jar, 'serve', '--config', settings], log);
  const line = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /^listening on (.*)$/m.exec(text);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${readFileSync(log, 'utf8').slice(-2000)}`)));
  });
  return { child, log, port: Number(/:(\d+)$/.exec(line.replace(/\/$/, ''))[1]) };
}

/** nginx with the same files, the same header fields, and an access log, as the server has. */
export async function nginx({ scratch, files, fields }) {
  const folder = join(scratch, 'nginx');
  mkdirSync(folder);
  cpSync(files, join(folder, 'html'), { recursive: true });
  chmodSync(scratch, 0o755);
  const port = await freePort();
  const log = join(folder, 'error.log');
  const lines = [...fields].map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`);
  writeFileSync(join(folder, 'nginx.conf'), `${userInfo().uid === 0 ? 'user nobody nogroup;' : ''}
worker_processes auto; daemon off; pid ${folder}/pid; error_log ${log};
events { worker_connections 1024; }
http {
  types { text/javascript js; application/wasm wasm; text/html html; application/x-pkcs12 p12; }
  access_log ${folder}/access.log; sendfile on; tcp_nopush on; tcp_nodelay on; server_tokens off;
  keepalive_requests 1000000000; open_file_cache max=1000; gzip_static on; gzip_vary on;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  server { listen 127.0.0.1:${port} backlog=1024; root ${folder}/html; ${lines.join('\n    ')} }
}
`);
  await listens(port, begin('nginx', ['-c', join(folder, 'nginx.conf'), '-e', log], log, 'SIGQUIT'), log);
  return { port };
}

/** PostgreSQL with its own settings (fsync on); null where this machine has none. */
export async function postgres({ scratch }) {
  const data = join(scratch, 'postgres');
  const as = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  const run = (program, ...options) => {
    const [first, ...rest] = [...as, program, ...options];
    return execFileSync(first, rest, { cwd: '/tmp', stdio: ['ignore', 'pipe', 'pipe'] });
  };
  try {
    mkdirSync(data);
    if (as.length > 0) {
      const id = (kind) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
      chownSync(data, id('-u'), id('-g'));
    }
    chmodSync(scratch, 0o755);
    run('initdb', '-D', data, '-U', 'signet', '--auth=trust', '-E', 'UTF8');
  } catch (e) {
    process.stderr.write(`==> no PostgreSQL here: ${String(e.stderr ?? e.message).split('\n')[0]}\n`);
    return null;
  }
  const port = await freePort();
  const log = join(scratch, 'postgres.log');
  const options = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', data];
  // SIGINT is PostgreSQL's fast shutdown; runuser hands it on.
  const [first, ...rest] = [...as, 'postgres', ...options];
  const child = begin(first, rest, log, 'SIGTERM', '/tmp');
  await listens(port, child, log);
  for (let tries = 0; ; tries++) {
    try {
      run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'signet', 'signet');
      break;
    } catch (e) {
      if (tries === 100) throw e;
      await sleep(100);
    }
  }
  return { url: `jdbc:postgresql://127.0.0.1:${port}/signet`, version: String(run('postgres', '--version')).trim() };
}

/** A responder of OpenSSL; knows the serials of index.txt in the folder. */
export async function responder({ folder }) {
  const port = await freePort();
  const log = join(folder, 'responder.log');
  const options = ['ocsp', '-index', 'index.txt', '-port', String(port), '-CA', 'authority.pem',
    '-rsigner', 'authority.pem', '-rkey', 'authority.key', '-nmin', '600', '-ignore_err'];
  // It is not tried: a connection that is closed without a request keeps this responder busy for ever.
  const child = begin('openssl', options, log, 'SIGTERM', folder);
  while (!readFileSync(log, 'utf8').includes('waiting for OCSP client connections')) {
    if (child.exitCode !== null) throw new Error(`the responder ended: ${readFileSync(log, 'utf8')}`);
    await sleep(50);
  }
  return { port };
}
