// Decrypts a mail; and, where it was signed before, verifies what is inside.
import * as floor from './floor.js';
import * as forge from './forge.js';
import { body, file, parts, same } from './octets.js';
import * as pki from './pki.js';
import { green, signets } from './signet.js';

/**
 * Fixtures: `mail`, whose key is encrypted with RSA PKCS #1 v1.5 or agreed on; `oaep`, the same with RSA-OAEP for those
 * who have WebCrypto alone, or null; `content`, what has to come out. Where it is `signed`, `bad` and `badOaep` are
 * mails whose signature does not fit.
 */
export async function contestants(fixtures) {
  const { person, signed } = fixtures;
  const [mail, content] = await Promise.all([fixtures.mail, fixtures.content].map(file));
  const oaep = fixtures.oaep === null ? null : await file(fixtures.oaep);
  const bad = signed ? await file(fixtures.bad) : null;
  const badOaep = signed && oaep !== null ? await file(fixtures.badOaep) : null;

  const check = ({ content: found, verdict }) =>
    verdict !== true ? verdict : (found !== null && same(found, content)) || 'what comes out is something else';
  const contestant = (name, note, run, given, worse) => ({
    name,
    note,
    run: () => run(given),
    check,
    checks: worse === null ? {} : { tampered: async () => (await run(worse)).verdict === true },
  });
  const byPki = () => byParts(person, signed, pki.pki, pki.decrypt, pki.verify);
  const bodyOf = (octets) => (octets === null ? null : body(octets));
  return [
    ...(await signets(person, {}, (engine) => {
      const run = async (given) => {
        const message = await engine.open(given);
        const verdict = signed ? green(message) : message.status.code === 'decrypted' || message.status.message;
        return { content: message.content, verdict };
      };
      const { name, note, ...rest } = contestant('', '', run, mail, bad);
      return rest;
    })),
    contestant('PKI.js', '`EnvelopedData.decrypt`, from DER', byPki(), body(mail), bodyOf(bad)),
    ...(oaep === null
      ? []
      : [contestant('PKI.js, RSA-OAEP', 'the same, of a mail that it can read', byPki(), body(oaep), bodyOf(badOaep))]),
    contestant(
      'node-forge',
      signed ? 'decrypted, then verified by hand, from DER' : 'PKCS #7, from DER',
      byParts(person, signed, forge.forged, forge.decrypt, forge.verify),
      body(mail),
      bodyOf(bad),
    ),
    await atFloor(person, oaep ?? mail, oaep === null ? bad : badOaep, signed, contestant),
  ];
}

/** Out of the DER: decrypted, and then verified by a library without MIME, whose MIME is a function of ours. */
export function byParts(person, signed, make, decrypt, verify) {
  let alice;
  return async (der) => {
    alice ??= await make(person);
    const inside = await decrypt(alice, der);
    if (!signed) return { content: inside, verdict: true };
    const { content: found, der: signature } = parts(inside);
    return { content: found, verdict: await verify(alice, found, signature) };
  };
}

async function atFloor(person, mail, bad, signed, contestant) {
  const decrypt = await floor.decrypting(person, mail);
  const note = `the floor: base64, ${person.algorithm.startsWith('RSA') ? 'RSA-OAEP' : 'ECDH'}, AES`;
  if (!signed) {
    const run = async (octets) => ({ content: await decrypt(octets), verdict: true });
    return contestant('WebCrypto alone', note, run, mail, null);
  }
  const inside = await decrypt(mail);
  const { content, der } = parts(inside);
  const verify = floor.verifying(person, der);
  const from = content.byteOffset - inside.byteOffset;
  const decryptBad = await floor.decrypting(person, bad);
  const run = async (octets) => {
    const opened = await (octets === mail ? decrypt : decryptBad)(octets);
    const found = opened.subarray(from, from + content.length);
    return { content: found, verdict: await verify(found) };
  };
  return contestant('WebCrypto alone', `${note}, one digest, three signatures verified`, run, mail, bad);
}
