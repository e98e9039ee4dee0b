// Chains of three (leaf, intermediate, anchor) with an OCSP answer for the leaf and one for the intermediate. Each
// chain is another one, under the same keys and names, so that nothing that a contestant remembers of the last one
// helps it with the next.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel, openssl, opensslBeside } from './openssl.js';

const KEYS = {
  'RSA-2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'P-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
};

const EXTENSIONS = `
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign,digitalSignature
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[leaf]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = emailProtection
subjectAltName = email:alice@example.org
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

/**
 * @returns {Promise<{anchor: string, chains: object[], revoked: object, spare: object}>} everything DER in base64; a
 *     chain has `leaf`, `intermediate`, `leafAnswer`, `intermediateAnswer`. `revoked` and `spare` are none of `chains`.
 */
export async function chains(parent, name, algorithm, count) {
  const folder = join(parent, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'extensions'), EXTENSIONS);
  for (const name of ['root', 'intermediate', 'leaf']) {
    openssl(folder, 'genpkey', ...KEYS[algorithm], '-out', `${name}.key`);
    openssl(folder, 'req', '-new', '-key', `${name}.key`, '-subj', `/O=Signet Bench/CN=${name}`, '-out', `${name}.csr`);
  }
  const certify = (name, serial, issuer, section, out) =>
    opensslBeside(
      folder, 'x509', '-req', '-in', `${name}.csr`, '-sha256', '-days', '300', '-set_serial', String(serial),
      '-extfile', 'extensions', '-extensions', section, ...issuer, '-out', out,
    );
  await certify('root', 1, ['-signkey', 'root.key'], 'authority', 'root.pem');
  const under = (certificate, key) => ['-CA', certificate, '-CAkey', key];
  const answer = (issuer, key, certificate, index, out) =>
    opensslBeside(
      folder, 'ocsp', '-index', index, '-CA', issuer, '-rsigner', issuer, '-rkey', key, '-issuer', issuer,
      '-cert', certificate, '-no_nonce', '-ndays', '30', '-respout', out,
    );
  const serials = Array.from({ length: count + 2 }, (_, i) => i + 1000);
  const last = serials.at(-1);
  const line = (kind, serial) =>
    `${kind}\t491231235959Z\t${kind === 'R' ? '260101000000Z' : ''}\t${hex(serial)}\tunknown\t/CN=${serial}\n`;
  writeFileSync(join(folder, 'good'), serials.map((serial) => line('V', serial)).join(''));
  writeFileSync(join(folder, 'revoked'), line('R', last));

  await inParallel(serials, async (serial) => {
    const intermediate = `intermediate${serial}.pem`;
    const leaf = `leaf${serial}.pem`;
    await certify('intermediate', serial, under('root.pem', 'root.key'), 'authority', intermediate);
    await certify('leaf', serial, under(intermediate, 'intermediate.key'), 'leaf', leaf);
    await answer('root.pem', 'root.key', intermediate, 'good', `intermediate${serial}.ocsp`);
    await answer(intermediate, 'intermediate.key', leaf, 'good', `leaf${serial}.ocsp`);
  });
  await answer(`intermediate${last}.pem`, 'intermediate.key', `leaf${last}.pem`, 'revoked', 'revoked.ocsp');

  const file = (name) => readFileSync(join(folder, name)).toString('base64');
  const certificate = (name) => openssl(folder, 'x509', '-in', name, '-outform', 'DER').toString('base64');
  const made = serials.map((serial) => ({
    leaf: certificate(`leaf${serial}.pem`),
    intermediate: certificate(`intermediate${serial}.pem`),
    leafAnswer: file(`leaf${serial}.ocsp`),
    intermediateAnswer: file(`intermediate${serial}.ocsp`),
  }));
  return {
    anchor: certificate('root.pem'),
    chains: made.slice(0, count),
    revoked: { ...made.at(-1), leafAnswer: file('revoked.ocsp') },
    spare: made.at(-2),
  };
}

function hex(serial) {
  const digits = serial.toString(16).toUpperCase();
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}
