/** An authority with a responder of OpenSSL's, behind a relay like that of `http.md`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RESPONDER } from './responder-address.ts';

export interface Relayed {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string;
}

export interface Responder {
  fixtures: Record<string, Uint8Array>;
  /** Answers what was posted to the relay, at this address. */
  relay(url: URL, headers: IncomingHttpHeaders, body: Buffer): Relayed;
  close(): void;
}

export function startResponder(): Responder {
  const folder = mkdtempSync(join(tmpdir(), 'signet-responder-'));
  const openssl = (line: string): void => {
    execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });
  };
  openssl(
    'req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out responder-ca.pem -days 30' +
      ' -subj /CN=Authority -addext basicConstraints=critical,CA:TRUE' +
      ' -addext keyUsage=critical,keyCertSign,cRLSign',
  );
  writeFileSync(
    join(folder, 'leaf.cnf'),
    'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n' +
      'extendedKeyUsage=emailProtection\nsubjectAltName=email:bob@example.org\n' +
      'authorityInfoAccess=@access\n[access]\nOCSP;URI.1=' +
      `${RESPONDER}\n`,
  );
  for (const [name, serial] of [
    ['good', '16'],
    ['revoked', '17'],
  ]) {
    openssl(`req -newkey rsa:2048 -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=${name}`);
    openssl(
      `x509 -req -in ${name}.csr -CA responder-ca.pem -CAkey ca.key -set_serial ${serial} -days 20` +
        ` -extfile leaf.cnf -outform DER -out ${name}.der`,
    );
  }
  writeFileSync(
    join(folder, 'index.txt'),
    'V\t491231235959Z\t\t10\tunknown\t/CN=good\n' +
      'R\t491231235959Z\t260101000000Z\t11\tunknown\t/CN=revoked\n',
  );

  const answer = (request: Uint8Array): Uint8Array => {
    writeFileSync(join(folder, 'request.der'), request);
    openssl(
      'ocsp -index index.txt -CA responder-ca.pem -rsigner responder-ca.pem -rkey ca.key -ndays 1' +
        ' -reqin request.der -respout answer.der',
    );
    return readFileSync(join(folder, 'answer.der'));
  };
  const type = { 'content-type': 'application/ocsp-response' };
  let seen: unknown = null;

  return {
    fixtures: Object.fromEntries(
      ['responder-ca.pem', 'good.der', 'revoked.der'].map((name) => [
        `/fixtures/${name}`,
        readFileSync(join(folder, name)),
      ]),
    ),
    relay(url, headers, body) {
      const { origin, referer, cookie, accept } = headers;
      const plain = { 'content-type': 'application/json' };
      if (url.pathname === '/relay/seen') {
        return { status: 200, headers: plain, body: JSON.stringify(seen) };
      }
      seen = {
        responder: url.searchParams.get('responder'),
        type: headers['content-type'],
        test: headers['x-test'],
        accept,
        origin,
        referer,
        cookie,
      };
      if (url.pathname === '/relay/html') {
        return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' };
      }
      if (url.pathname === '/relay/moved') {
        return { status: 307, headers: { location: `/relay${url.search}` }, body: '' };
      }
      return { status: 200, headers: type, body: answer(body) };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
