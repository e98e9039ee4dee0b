// openssl on the same machine, for scale: a call on the command line, timed from start to end by node; and where a
// process would drown the work, `openssl speed`.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PASSPHRASE } from './people.js';

const NOTE = 'a call on the command line, from start to end';
/** Calls are no more than these: they are for scale. */
const CALLS = 5;

/** What `speed` calls a key, and how the line begins in which it tells of it. */
const SPEEDS = {
  'RSA-2048': ['rsa2048', /^\+F2:\d+:2048:/],
  'RSA-4096': ['rsa4096', /^\+F2:\d+:4096:/],
  'P-256': ['ecdsap256', /^\+F4:\d+:256:/],
  Ed25519: ['ed25519', /^\+F6:\d+:253:/],
};
const BY_SPEED = ['sign', 'verify'];

/**
 * @param made what the fixtures of the variant are
 * @returns openssl as a contestant, or undefined where it is not tried
 */
export function native({ scratch, folders, fixtures }, task, variant, made) {
  if (variant.size === '2 KB' && BY_SPEED.includes(task)) return bySpeed(task, variant.algorithm);
  if (variant.size === '2 KB' && task !== 'recipients') return undefined;
  const file = (name) => join(folders.fixtures, name);
  const calls = {
    p12: () => {
      if (made.p12 === null) return undefined;
      const input = Buffer.from(made.p12, 'base64');
      const legacy = variant.protection.includes('-legacy') ? ['-legacy'] : [];
      return () => openssl(scratch, ['pkcs12', '-passin', `pass:${PASSPHRASE}`, '-nodes', ...legacy], input);
    },
    sign: (folder) => () =>
      openssl(folder, [
        'cms', '-sign', '-binary', '-md', 'sha256', '-signer', 'leaf.pem', '-inkey', 'leaf.key', '-certfile',
        'intermediate.pem', '-in', file(made.content), '-out', '/dev/null',
      ]),
    verify: (folder) => () =>
      openssl(folder, ['cms', '-verify', '-CAfile', 'root.pem', '-in', file(made.mails[0]), '-out', '/dev/null']),
    encrypt: (folder) => () =>
      openssl(folder, [
        'cms', '-encrypt', '-binary', `-${variant.cipher}`, '-in', file(made.content), '-out', '/dev/null',
        'leaf.pem', ...(made.others ?? []).map((_, i) => `other${i}.pem`),
      ]),
    decrypt: (folder) => () => openssl(folder, [...decrypting(file(made.mail)), '-out', '/dev/null']),
    both: (folder) => () => {
      const inside = join(scratch, 'inside');
      openssl(folder, [...decrypting(file(made.mail)), '-out', inside]);
      openssl(folder, ['cms', '-verify', '-CAfile', 'root.pem', '-in', inside, '-out', '/dev/null']);
    },
  };
  calls.recipients = calls.encrypt;
  const run = calls[task]?.(variant.algorithm === undefined ? scratch : fixtures.person(variant.algorithm).folder);
  if (run === undefined) return undefined;
  const samples = [];
  for (let call = 0; call < Math.min(CALLS, variant.rounds); call++) {
    const started = performance.now();
    run();
    samples.push(performance.now() - started);
  }
  return { name: 'openssl', note: NOTE, checks: {}, cannot: null, samples };
}

const decrypting = (mail) => ['cms', '-decrypt', '-in', mail, '-recip', 'leaf.pem', '-inkey', 'leaf.key'];

function openssl(cwd, options, input) {
  execFileSync('openssl', options, { cwd, input, stdio: ['pipe', 'pipe', 'pipe'] });
}

let speeds;
function bySpeed(task, algorithm) {
  speeds ??= measuredSpeeds();
  const note = '`openssl speed`: one operation of the key alone';
  return { name: 'openssl', note, checks: {}, cannot: null, samples: [speeds[algorithm][task]] };
}

/** Milliseconds for one signature and for one verification, by the key. */
function measuredSpeeds() {
  const names = Object.values(SPEEDS).map(([name]) => name);
  const lines = execFileSync('openssl', ['speed', '-mr', '-seconds', '1', ...names], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).split('\n');
  return Object.fromEntries(
    Object.entries(SPEEDS).map(([algorithm, [, start]]) => {
      // The last two fields are how many it does in a second.
      const [sign, verify] = lines.find((line) => start.test(line)).split(':').slice(-2).map(Number);
      return [algorithm, { sign: 1000 / sign, verify: 1000 / verify }];
    }),
  );
}
