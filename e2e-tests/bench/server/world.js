// What is served: web files, .p12 files and OCSP requests by OpenSSL; and users who are signed in.
import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openssl, opensslBeside } from '../openssl.js';

const USERS = 6;
const KEYS_OF_A_USER = 16;
const DISTINCT = 24;
const SERIALS = 8;

/** Distinct .p12 files as OpenSSL makes them by default, RSA-2048 each. */
export async function keyFiles(scratch) {
  const folder = join(scratch, 'p12');
  mkdirSync(folder);
  const files = [];
  for (let i = 0; i < DISTINCT; i++) {
    await opensslBeside(folder, 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-keyout', `${i}.key`,
      '-out', `${i}.pem`, '-subj', `/CN=Person ${i}`);
    await opensslBeside(folder, 'pkcs12', '-export', '-inkey', `${i}.key`, '-in', `${i}.pem`, '-out', `${i}.p12`,
      '-passout', `pass:${randomBytes(9).toString('base64url')}`);
    files.push(readFileSync(join(folder, `${i}.p12`)));
  }
  return files;
}

/** An authority, the index of its responder, and requests without nonce. */
export function ocspRequests(scratch) {
  const folder = join(scratch, 'ocsp');
  mkdirSync(folder);
  openssl(folder, 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-keyout', 'authority.key', '-out',
    'authority.pem', '-subj', '/CN=Authority');
  const serials = Array.from({ length: SERIALS }, (_, i) => (0x1000 + i).toString(16));
  writeFileSync(join(folder, 'index.txt'), serials.map((each) => `V\t351231235959Z\t\t${each}\tunknown\t/CN=${each}\n`).join(''));
  const requests = serials.map((serial) => {
    openssl(folder, 'ocsp', '-issuer', 'authority.pem', '-serial', `0x${serial}`, '-no_nonce', '-reqout', `${serial}.der`);
    return readFileSync(join(folder, `${serial}.der`));
  });
  return { folder, requests };
}

/** The web files that are measured: a script and the engine. */
export function assetPaths(dist) {
  const assets = join(dist, 'assets');
  const script = readdirSync(assets).find((name) => /^index-.*\.js$/.test(name));
  const engine = readdirSync(assets).find((name) => name.startsWith('engine-'));
  if (!script || !engine) throw new Error(`${dist} is not built`);
  return { script: `/assets/${script}`, engine: `/assets/${engine}/signet.wasm` };
}

/** Accounts by the command line; their passwords by name. */
export function accounts(jar, settings) {
  return Array.from({ length: USERS }, (_, i) => {
    const user = { name: `user${i}`, password: randomBytes(15).toString('base64url') };
    execFileSync('java', ['-Xmx256m', '-jar', jar, 'user', 'add', user.name, '--config', settings],
      { input: `${user.password}\n`, stdio: ['pipe', 'ignore', 'pipe'] });
    return user;
  });
}

/** Signs users in and stores files for each; their header fields and the paths of their files. */
export async function signIn(port, users, files) {
  const origin = `http://127.0.0.1:${port}`;
  const people = [];
  for (const { name, password } of users) {
    const answer = await must(204, await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: name, password }),
    }));
    const cookie = answer.headers.get('set-cookie').split(';')[0];
    const session = await (await must(200, await fetch(`${origin}/api/session`, { headers: { Cookie: cookie } }))).json();
    const read = { Host: `127.0.0.1:${port}`, Cookie: cookie };
    const write = { ...read, Origin: origin, 'X-CSRF-Token': session.csrf };
    const paths = [];
    for (let i = 0; i < KEYS_OF_A_USER; i++) {
      const path = `/api/keys/${randomUUID()}`;
      const body = files[(people.length * KEYS_OF_A_USER + i) % files.length];
      const fields = { ...write, 'Content-Type': 'application/x-pkcs12' };
      delete fields.Host;
      await must(201, await fetch(origin + path, { method: 'PUT', headers: fields, body }));
      const back = await must(200, await fetch(origin + path, { headers: { Cookie: cookie } }));
      if (!body.equals(Buffer.from(await back.arrayBuffer()))) throw new Error('a file came back changed');
      paths.push(path);
    }
    people.push({ read, write, paths });
  }
  return people;
}

async function must(status, answer) {
  if (answer.status !== status) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
