// The requests of each case, as files that wrk replays.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request, requestsFile } from './wrk.js';

const GZIP = { 'Accept-Encoding': 'gzip' };

/** Static files: the same requests go to both servers. */
export function staticCases(folder, { script, engine }) {
  return [
    ['script-gzip', 'script, gzip', script, GZIP],
    ['script', 'script, identity', script, {}],
    ['engine-gzip', 'engine, gzip', engine, GZIP],
    ['engine', 'engine, identity', engine, {}],
  ].map(([id, title, path, fields]) => ({
    id, title, group: 'static', servers: ['signet', 'nginx'],
    file: ({ port, name }) => requestsFile(folder, `${id}-${name}`, [request('GET', path, { Host: `127.0.0.1:${port}`, ...fields })]),
  }));
}

export const reads = (people) =>
  people.flatMap(({ read, paths }) => paths.map((path) => request('GET', path, read)));

export const lists = (people) => people.map(({ read }) => request('GET', '/api/keys', read));

/** Each file is replaced by one of three others, so that nearly every PUT changes it. */
export const writes = (people, files) =>
  people.flatMap(({ write, paths }, person) =>
    paths.flatMap((path, i) =>
      [1, 7, 13].map((step) =>
        request('PUT', path, { ...write, 'Content-Type': 'application/x-pkcs12' },
          files[(person * paths.length + i + step) % files.length]),
      ),
    ),
  );

export const relayed = (people, requests, responder) =>
  people.flatMap(({ write }) =>
    requests.map((body) =>
      request('POST', `/api/ocsp?responder=${encodeURIComponent(`http://127.0.0.1:${responder}/`)}`,
        { ...write, 'Content-Type': 'application/ocsp-request' }, body),
    ),
  );

/** nginx has no sign-in: it gives a file of the same kind to anyone. */
export function fileReads(folder, html, files) {
  mkdirSync(join(html, 'p12'), { recursive: true });
  files.forEach((content, i) => writeFileSync(join(html, 'p12', `${i}.p12`), content));
  return ({ port }) =>
    requestsFile(folder, 'file-reads', files.map((_, i) => request('GET', `/p12/${i}.p12`, { Host: `127.0.0.1:${port}` })));
}
