// Runs wrk and reads what replay.lua prints.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const call = promisify(execFile);
const REPLAY = fileURLToPath(new URL('replay.lua', import.meta.url));

/** Bytes of one whole request (RFC 9112). */
export function request(method, path, fields, body = Buffer.alloc(0)) {
  const lines = [`${method} ${path} HTTP/1.1`, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)];
  if (method === 'PUT' || method === 'POST') lines.push(`Content-Length: ${body.length}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** Writes requests as a file of Lua; returns its name. */
export function requestsFile(folder, name, requests) {
  const file = join(folder, `${name}.lua`);
  const texts = requests.map((bytes) => `"${[...bytes].map((byte) => `\\${String(byte).padStart(3, '0')}`).join('')}"`);
  writeFileSync(file, `return {\n${texts.join(',\n')}\n}\n`);
  return file;
}

/**
 * Load on one address.
 *
 * @param rest milliseconds that each connection rests between two requests, on average
 * @returns requests a second, megabytes a second, latencies in milliseconds, and how many answers were none or errors
 */
export async function wrk({ port, file, connections, seconds, rest = 0 }) {
  const threads = Math.min(2, connections);
  const { stdout } = await call(
    'wrk',
    [`-t${threads}`, `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', REPLAY,
      `http://127.0.0.1:${port}/`, '--', file, String(rest)],
    { maxBuffer: 1 << 24 },
  );
  const told = JSON.parse(stdout.trim().split('\n').at(-1));
  const time = told.micros / 1e6;
  return {
    perSecond: round(told.requests / time, 1),
    megabytes: round(told.bytes / time / 1e6, 2),
    p50: told.p50 / 1e3, p90: told.p90 / 1e3, p99: told.p99 / 1e3, max: told.max / 1e3,
    requests: told.requests,
    failed: Object.values(told.errors).reduce((sum, count) => sum + count, 0),
    errors: told.errors,
  };
}

const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;
