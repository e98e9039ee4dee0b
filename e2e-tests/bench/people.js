// Alice under each kind of key: root, intermediate and leaf of that kind, her .p12, and others to write to.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel, openssl, opensslBeside } from './openssl.js';

export const PASSPHRASE = 'correct horse battery';

const KEYS = {
  'RSA-2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'RSA-4096': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:4096'],
  'P-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  Ed25519: ['-algorithm', 'Ed25519'],
};

const USAGE = { 'RSA-2048': ',keyEncipherment', 'RSA-4096': ',keyEncipherment', 'P-256': ',keyAgreement', Ed25519: '' };

const extensions = (algorithm) => `
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[leaf]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature${USAGE[algorithm]}
extendedKeyUsage = emailProtection
subjectAltName = email:alice@example.org
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

/** Makes the folder of a kind of key: `leaf.key`, `leaf.pem`, `intermediate.pem`, `root.pem` and the like. */
export function person(parent, algorithm) {
  const folder = join(parent, algorithm);
  mkdirSync(folder);
  writeFileSync(join(folder, 'extensions'), extensions(algorithm));
  const certify = (name, serial, issuer, section) => {
    openssl(folder, 'genpkey', ...KEYS[algorithm], '-out', `${name}.key`);
    openssl(folder, 'req', '-new', '-key', `${name}.key`, '-subj', `/O=Signet Bench/CN=${name}`, '-out', `${name}.csr`);
    openssl(
      folder, 'x509', '-req', '-in', `${name}.csr`, '-days', '300', '-set_serial', String(serial),
      '-extfile', 'extensions', '-extensions', section, ...issuer, '-out', `${name}.pem`,
    );
  };
  const under = (name) => ['-CA', `${name}.pem`, '-CAkey', `${name}.key`];
  certify('root', 1, ['-signkey', 'root.key'], 'authority');
  certify('intermediate', 2, under('root'), 'authority');
  certify('leaf', 3, under('intermediate'), 'leaf');
  openssl(folder, 'pkcs8', '-topk8', '-nocrypt', '-in', 'leaf.key', '-outform', 'DER', '-out', 'leaf.pk8');
  pkcs12(folder, 'leaf.p12');
  return { algorithm, folder };
}

/** Alice's key, her certificate and the intermediate, as OpenSSL protects them. */
export function pkcs12(folder, name, ...protection) {
  openssl(
    folder, 'pkcs12', '-export', '-inkey', 'leaf.key', '-in', 'leaf.pem', '-certfile', 'intermediate.pem',
    '-passout', `pass:${PASSPHRASE}`, ...protection, '-out', name,
  );
  return readFileSync(join(folder, name));
}

export const certificate = ({ folder }, name) =>
  openssl(folder, 'x509', '-in', `${name}.pem`, '-outform', 'DER');

/** What the page needs to know of a person; everything DER in base64. */
export function portrait(person) {
  const text = (octets) => octets.toString('base64');
  return {
    algorithm: person.algorithm,
    root: text(certificate(person, 'root')),
    intermediate: text(certificate(person, 'intermediate')),
    leaf: text(certificate(person, 'leaf')),
    key: text(readFileSync(join(person.folder, 'leaf.pk8'))),
    p12: text(readFileSync(join(person.folder, 'leaf.p12'))),
    passphrase: PASSPHRASE,
  };
}

/** Certificates of others, each with a key of its own, in DER as base64. */
export async function others({ algorithm, folder }, count) {
  const numbers = Array.from({ length: count }, (_, i) => i);
  await inParallel(numbers, async (i) => {
    await opensslBeside(folder, 'genpkey', ...KEYS[algorithm], '-out', `other${i}.key`);
    const request = ['-new', '-key', `other${i}.key`, '-subj', `/O=Signet Bench/CN=other ${i}`, '-out', `other${i}.csr`];
    await opensslBeside(folder, 'req', ...request);
    await opensslBeside(
      folder, 'x509', '-req', '-in', `other${i}.csr`, '-days', '300', '-set_serial', String(100 + i),
      '-extfile', 'extensions', '-extensions', 'leaf', '-CA', 'intermediate.pem', '-CAkey', 'intermediate.key',
      '-out', `other${i}.pem`,
    );
  });
  return numbers.map((i) => certificate({ folder }, `other${i}`).toString('base64'));
}
