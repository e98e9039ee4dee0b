// Signs a mail with Alice's key, detached.
import * as floor from './floor.js';
import * as forge from './forge.js';
import { file, mailed, octets, parts, signed } from './octets.js';
import * as pki from './pki.js';
import { green, opened, signets } from './signet.js';

export async function contestants({ person, content: name }) {
  const content = await file(name);
  const mail = mailed('alice', 'bob', content);
  const reader = await opened(person, { preferModule: true });
  // Each is read by another: Signet by PKI.js, unless that does not know the key, and all others by Signet.
  const byPki = person.algorithm === 'Ed25519' ? undefined : await pki.pki(person);
  const bySignet = async (message) => green(await reader.engine.open(message));
  const check = async (message) => {
    if (byPki === undefined) return bySignet(message);
    const { content: inside, der } = parts(message);
    return (await pki.verify(byPki, inside.slice(), der)) || 'PKI.js does not verify it';
  };
  const floorRun = await floor.signing(person);
  let made;
  return [
    ...(await signets(person, {}, (engine, key) => ({ run: () => engine.sign(mail, { key }), check }))),
    {
      name: 'PKI.js',
      note: '`SignedData.sign`, to DER',
      run: async () => pki.sign((made ??= await pki.pki(person)), content),
      check: (der) => bySignet(signed(content, der)),
      checks: {},
    },
    {
      name: 'node-forge',
      note: '`pkcs7.createSignedData`, to DER',
      run: forgeRun(person, content),
      check: (der) => bySignet(signed(content, der)),
      checks: {},
    },
    {
      name: 'WebCrypto alone',
      note: 'the floor: one digest, one signature',
      run: () => floorRun(content),
      check: ({ length }) => length >= 64 || 'too short',
      checks: {},
      close: () => reader.engine.close(),
    },
  ];
}

function forgeRun(person, content) {
  let alice;
  return async () => forge.sign((alice ??= forge.forged(person)), content);
}
