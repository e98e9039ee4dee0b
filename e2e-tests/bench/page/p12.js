// Opens a .p12 with its passphrase: MAC verified, key in clear.
import { createEngine } from '@signet/smime';
import * as asn1js from 'asn1js';
import * as forge from './forge.js';
import { octets, same } from './octets.js';
import * as pki from './pki.js';
import { MODES, opened } from './signet.js';

const PBKDF2 = '1.2.840.113549.1.5.12';
const PRFS = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

/** Fixtures: `p12`, or null for the file that Signet makes of the person's; `wrong`, another passphrase. */
export async function contestants({ person, p12: text }) {
  const { passphrase } = person;
  const p12 = text === null ? await reprotected(person) : octets(text);
  const pkcs8 = octets(person.key);
  const leaf = octets(person.leaf);
  const sameKey = (found) => same(found, pkcs8) || 'another key';

  const signet = async ([name, note, preferModule]) => {
    const engine = await createEngine({ ocsp: false, preferModule });
    return {
      must: true,
      name,
      note,
      // The worker that saw a passphrase is ended; reading a certificate waits until the next one has started.
      async before() {
        await engine.lock();
        await engine.readCertificates(leaf);
      },
      run: () => engine.unlock(p12, passphrase),
      check: ([key]) => (key.canSign && same(key.certificate.der, leaf)) || 'another key',
      checks: { 'wrong passphrase': async () => (await engine.unlock(p12, 'wrong')).length > 0 },
      close: () => engine.close(),
    };
  };
  const derivations = pbkdf2(p12);
  const count = `${derivations.length} × PBKDF2 (${derivations.map(({ iterations }) => iterations.toLocaleString('en')).join(', ')})`;
  const floor = (name, note, run) => ({
    name,
    note: `the floor: ${count}${note}`,
    run: () => (derivations.length === 0 ? none() : run()),
    check: (keys) => keys.every((key) => key.byteLength > 0) || 'no key',
    checks: {},
  });
  return [
    ...(await Promise.all(MODES.map(signet))),
    {
      name: 'PKI.js',
      note: '`PFX`, with `checkIntegrity`',
      run: () => pki.openPkcs12(p12, passphrase),
      check: sameKey,
      checks: { 'wrong passphrase': async () => (await pki.openPkcs12(p12, 'wrong')).length > 0 },
    },
    {
      name: 'node-forge',
      note: '`pkcs12FromAsn1`',
      run: async () => forge.openPkcs12(p12, passphrase),
      check: (file) => sameKey(file.pkcs8()),
      checks: { 'wrong passphrase': async () => Boolean(forge.openPkcs12(p12, 'wrong')) },
    },
    floor('WebCrypto alone', ', side by side', () => Promise.all(derivations.map(derived))),
    floor('WebCrypto alone, in turn', ', one after the other', async () => {
      const keys = [];
      for (const each of derivations) keys.push(await derived(each));
      return keys;
    }),
  ];

  async function derived({ salt, iterations, hash, length }) {
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveBits']);
    return crypto.subtle.deriveBits({ name: 'PBKDF2', salt, iterations, hash }, key, length * 8);
  }
}

function none() {
  throw new Error('WebCrypto has none of the file’s derivations');
}

async function reprotected(person) {
  const { engine } = await opened(person);
  const p12 = await engine.reprotectPkcs12(octets(person.p12), person.passphrase, person.passphrase);
  await engine.close();
  return p12;
}

/** The parameters of every PBKDF2 in a file, as far as it can be read without the passphrase. */
function pbkdf2(der) {
  const found = new Map();
  const walk = (block) => {
    const children = block.valueBlock?.value;
    if (Array.isArray(children)) {
      if (oid(children[0]) === PBKDF2) {
        const parameters = parsed(children[1].valueBlock.value);
        found.set(parameters.salt.toBase64() + parameters.iterations, parameters);
      }
      children.forEach(walk);
    }
    if (block instanceof asn1js.OctetString && !block.idBlock.isConstructed && !(children?.length > 0)) {
      const inner = asn1js.fromBER(block.valueBlock.valueHexView.slice().buffer);
      // Octets of a salt or of what is encrypted may look like the start of something.
      if (inner.offset > 0 && inner.offset === block.valueBlock.valueHexView.length) walk(inner.result);
    }
  };
  walk(asn1js.fromBER(der.slice().buffer).result);
  return [...found.values()];
}

const oid = (block) => (block instanceof asn1js.ObjectIdentifier ? block.valueBlock.toString() : undefined);

function parsed([salt, iterations, ...rest]) {
  const length = rest.find((each) => each instanceof asn1js.Integer)?.valueBlock.valueDec ?? 32;
  const prf = oid(rest.find((each) => each instanceof asn1js.Sequence)?.valueBlock.value[0]);
  return {
    salt: salt.valueBlock.valueHexView.slice(),
    iterations: iterations.valueBlock.valueDec,
    length,
    hash: PRFS[prf ?? '1.2.840.113549.2.7'],
  };
}
