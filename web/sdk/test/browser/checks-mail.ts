/** Real key files and mail through the built SDK, by the browser's crypto and by the module's. */
import type { Engine, OpenedMessage } from '../../src/contract.ts';
import { type Check, check, codeOf, equal } from './expect.ts';
import { fixture, sdk } from './sdk.ts';

const text = (octets: Uint8Array | null): string | null =>
  octets && new TextDecoder('latin1').decode(octets);
const sameOctets = (a: Uint8Array | null, b: Uint8Array): boolean =>
  a !== null && a.length === b.length && a.every((octet, index) => octet === b[index]);

async function started(preferModule: boolean): Promise<Engine> {
  const create = await sdk();
  return create({ trustAnchors: [await fixture('ca.pem')], ocsp: false, preferModule });
}

const verdict = (opened: OpenedMessage): string =>
  `${opened.status.colour} ${opened.status.code} ${opened.layers.map((layer) => layer.type).join('+')}`;

async function readAndAnswer(preferModule: boolean): Promise<void> {
  const engine = await started(preferModule);
  const message = await fixture('small.eml');
  equal(verdict(await engine.open(message)), 'none locked encrypted');
  equal(await codeOf(engine.unlock(await fixture('modern.p12'), 'wrong')), 'wrong-passphrase');
  equal((await engine.inspectPkcs12(await fixture('modern.p12'))).everyKeyEncrypted, true);
  for (const file of ['legacy.p12', 'modern.p12']) {
    await engine.lock();
    const [key] = await engine.unlock(await fixture(file), 'Passw0rd');
    if (key === undefined) throw new Error(`no key in ${file}`);
    equal(key.certificate.emailAddresses, ['alice@example.org']);
    const opened = await engine.open(message);
    equal(verdict(opened), 'green verified-revocation-off encrypted+signed');
    equal(text(opened.content), text(await fixture('small.txt')));
    equal(opened.encryption?.key, key.id);

    const mail = new TextEncoder().encode(
      'From: alice@example.org\r\nTo: alice@example.org\r\nSubject: Answer\r\n' +
        `Date: ${new Date().toUTCString().replace('GMT', '+0000')}\r\n` +
        'MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nAnswer\r\n',
    );
    for (const form of ['detached', 'opaque'] as const) {
      const recipients = [key.certificate.der];
      const sent = await engine.signAndEncrypt(mail, { key, form, recipients });
      equal(verdict(await engine.open(sent)), 'green verified-revocation-off encrypted+signed');
    }
  }
  const again = await engine.reprotectPkcs12(
    await fixture('legacy.p12'),
    'Passw0rd',
    'another one',
  );
  equal((await engine.unlock(again, 'another one')).length, 1);
  await engine.close();
}

export const mailChecks: Record<string, Check> = {
  'OpenSSL’s key files and mail are read and answered, by the browser’s crypto': () =>
    readAndAnswer(false),
  'OpenSSL’s key files and mail are read and answered, by the module’s': () => readAndAnswer(true),

  'ten megabytes are opened while the page stays free': async () => {
    const engine = await started(false);
    await engine.unlock(await fixture('modern.p12'), 'Passw0rd');
    const message = await fixture('large.eml');
    check(message.length > 10_000_000, 'too small');
    let longest = 0;
    let last = performance.now();
    const ticker = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    const opened = await engine.open(message);
    const took = performance.now() - began;
    clearInterval(ticker);
    equal(verdict(opened), 'green verified-revocation-off encrypted+signed');
    check(sameOctets(opened.content, await fixture('large.txt')), 'content differs');
    check(longest < 250, `the page stood still for ${longest} ms`);
    await engine.close();
    return `${message.length} octets in ${Math.round(took)} ms, the page at most ${Math.round(longest)} ms`;
  },

  'a large message that is given up leaves the engine usable at once': async () => {
    const engine = await started(false);
    const [key] = await engine.unlock(await fixture('modern.p12'), 'Passw0rd');
    const message = await fixture('large.eml');
    const stop = new AbortController();
    const opening = codeOf(engine.open(message, { signal: stop.signal }));
    setTimeout(() => stop.abort(), 1);
    equal(await opening, 'aborted');
    equal(await engine.keys(), [key]);
    equal((await engine.open(await fixture('small.eml'))).status.colour, 'green');
    await engine.close();
  },

  'keys that were locked while a message is opened leave it locked': async () => {
    const engine = await started(false);
    await engine.unlock(await fixture('modern.p12'), 'Passw0rd');
    const opening = engine.open(await fixture('large.eml'));
    await engine.lock();
    equal(verdict(await opening), 'none locked encrypted');
    await engine.close();
  },
};
