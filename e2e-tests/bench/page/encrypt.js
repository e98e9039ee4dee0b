// Encrypts a mail to Alice, and to others.
import * as floor from './floor.js';
import * as forge from './forge.js';
import { body, enveloped, file, mailed, octets, same } from './octets.js';
import * as pki from './pki.js';
import { opened, signets } from './signet.js';

/** Above this forge takes seconds to read what another has made. */
const FORGE_READS = 2 ** 21;

export async function contestants({ person, content: name, cipher, others = [] }) {
  const content = await file(name);
  const mail = mailed('bob', 'alice', content);
  const recipients = [person.leaf, ...others].map(octets);
  const gcm = cipher.endsWith('gcm');
  const aes = gcm ? 'AES-GCM' : 'AES-CBC';

  const reader = await opened(person, { preferModule: true });
  const bySignet = async (message) => {
    const { content: inside, status } = await reader.engine.open(message);
    return (inside !== null && same(inside, content)) || `Signet does not open it: ${status.message}`;
  };
  const alice = person.algorithm.startsWith('RSA') ? forge.forged(person) : undefined;
  const byForge = (message) => same(forge.decrypt(alice, body(message)), content) || 'forge decrypts something else';
  const check = alice !== undefined && !gcm && content.length < FORGE_READS ? byForge : bySignet;

  const lazy = (parse, run) => {
    let certificates;
    return async () => run((certificates ??= recipients.map(parse)));
  };
  const floorRun = floor.encrypting(person, recipients, aes);
  return [
    ...(await signets(person, {}, (engine) => ({
      run: () => engine.encrypt(mail, { recipients, contentCipher: cipher }),
      check,
    }))),
    {
      name: 'PKI.js',
      note: '`EnvelopedData.encrypt`, to DER; to RSA with OAEP, as it can do no other',
      run: lazy(pki.certificate, (certificates) => pki.encrypt(certificates, content, aes)),
      check: (der) => bySignet(enveloped(der, 'enveloped-data')),
      checks: {},
    },
    {
      name: 'node-forge',
      note: '`pkcs7.createEnvelopedData`, to DER',
      run: lazy(forge.certificate, (certificates) => forge.encrypt(certificates, content, aes)),
      check: (der) => bySignet(enveloped(der, 'enveloped-data')),
      checks: {},
    },
    {
      name: 'WebCrypto alone',
      note: 'the floor: AES, a key to each recipient side by side, base64',
      run: () => floorRun(content),
      check: (made) => made.length === recipients.length + 1 || 'a key is missing',
      checks: {},
      close: () => reader.engine.close(),
    },
  ];
}
