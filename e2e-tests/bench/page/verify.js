// Verifies a signed mail with its chain, up to an anchor that is known; revocation is off.
import * as floor from './floor.js';
import * as forge from './forge.js';
import { file, mailed, parts, tampered } from './octets.js';
import * as pki from './pki.js';
import { green, opened, signets } from './signet.js';

/** OpenSSL 3.0 does not sign with Ed25519, so such a mail is Signet's own. */
async function signedHere(person, content) {
  const { engine, key } = await opened(person);
  const mail = await engine.sign(mailed('alice', 'bob', content), { key });
  await engine.close();
  return mail;
}

/** The mails, each taken apart for those who have no MIME, and the first one with an octet of its text changed. */
export async function verifiable({ person, mails: names, content }) {
  const mails =
    names === null ? [await signedHere(person, await file(content))] : await Promise.all(names.map(file));
  const split = (mail) => {
    const { content, der } = parts(mail);
    return { mail, content: content.slice(), der };
  };
  const [first] = mails;
  const { content: text } = parts(first);
  const bad = tampered(first, text.byteOffset + Math.floor(text.length / 2));
  return { messages: mails.map(split), bad: split(bad) };
}

/** Everybody who verifies: `one(message)` resolves with true, or says what is wrong. */
export async function verifiers({ person }, { messages, bad }) {
  const lazy = (make, verify) => {
    let alice;
    return async (message) => verify((alice ??= await make(person)), message.content, message.der);
  };
  const verdict = (one) => ({ one, checks: { tampered: async () => (await one(bad)) === true } });
  const floors = new Map();
  for (const message of [...messages, bad]) floors.set(message, floor.verifying(person, message.der));
  return [
    ...(await signets(person, {}, (engine) => verdict(async ({ mail }) => green(await engine.open(mail))))),
    {
      name: 'PKI.js',
      note: '`SignedData.verify` with `checkChain`, from DER',
      ...verdict(lazy(pki.pki, pki.verify)),
    },
    {
      name: 'node-forge',
      note: '`verify` of its PKCS #7',
      ...verdict(lazy(forge.forged, (_, __, der) => forge.ownVerify(der))),
    },
    {
      name: 'node-forge, by hand',
      note: 'digest, signature and chain by a function of ours with forge’s parts, from DER',
      ...verdict(lazy(forge.forged, forge.verify)),
    },
    {
      name: 'WebCrypto alone',
      note: 'the floor: one digest; three keys imported, three signatures verified',
      ...verdict((message) => floors.get(message)(message.content)),
    },
  ];
}

export async function contestants(fixtures) {
  const { messages, bad } = await verifiable(fixtures);
  const all = await verifiers(fixtures, { messages, bad });
  return all.map((each) => ({ ...each, run: (round) => each.one(messages[round % messages.length]) }));
}
