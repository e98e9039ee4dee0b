/** Key files and mail that OpenSSL makes, for the page to open. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const DATE = `Date: ${new Date().toUTCString().replace('GMT', '+0000')}\r\n`;

/** By the address at which the page finds them; the passphrase of both key files is `Passw0rd`. */
export function makeFixtures(): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-fixtures-'));
  const openssl = (line: string): void => {
    execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });
  };
  try {
    openssl(
      'req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=Authority' +
        ' -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign',
    );
    openssl('req -newkey rsa:2048 -nodes -keyout alice.key -out alice.csr -subj /CN=Alice');
    writeFileSync(
      join(folder, 'leaf.cnf'),
      'basicConstraints=critical,CA:FALSE\n' +
        'keyUsage=critical,digitalSignature,keyEncipherment\n' +
        'extendedKeyUsage=emailProtection\n' +
        'subjectAltName=email:alice@example.org\n',
    );
    openssl(
      'x509 -req -in alice.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 20' +
        ' -extfile leaf.cnf -out alice.pem',
    );
    const p12 =
      'pkcs12 -export -in alice.pem -inkey alice.key -certfile ca.pem -passout pass:Passw0rd';
    openssl(`${p12} -out modern.p12`);
    openssl(`${p12} -legacy -out legacy.p12`);
    writeFileSync(join(folder, 'small.txt'), 'Content-Type: text/plain\r\n\r\nHello\r\n');
    const attachment = randomBytes(7_500_000).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
    writeFileSync(
      join(folder, 'large.txt'),
      'Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
        `${attachment}\r\n`,
    );
    for (const size of ['small', 'large']) {
      openssl(
        `cms -sign -in ${size}.txt -binary -signer alice.pem -inkey alice.key -md sha256 -out ${size}.signed`,
      );
      openssl(
        `cms -encrypt -in ${size}.signed -binary -aes-256-cbc -out ${size}.eml` +
          ' -from alice@example.org -to alice@example.org -subject Test alice.pem',
      );
    }
    openssl(
      'cms -sign -in small.txt -binary -signer alice.pem -inkey alice.key -md sha256 -out signed.eml' +
        ' -from alice@example.org -to alice@example.org -subject Test',
    );
    for (const name of ['small.eml', 'large.eml', 'signed.eml']) {
      const mail = readFileSync(join(folder, name));
      writeFileSync(join(folder, name), Buffer.concat([Buffer.from(DATE), mail]));
    }
    const names = [
      'ca.pem',
      'alice.pem',
      'modern.p12',
      'legacy.p12',
      'small.txt',
      'large.txt',
      'small.eml',
      'large.eml',
      'signed.eml',
    ];
    return Object.fromEntries(
      names.map((name) => [`/fixtures/${name}`, readFileSync(join(folder, name))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
