/** The host's functions where they meet what Node does not have: the browser's own decoder and crypto. */
import { decodeByPlatform, decodeByTable, encodeBase64 } from '../../src/host/base64.ts';
import { createHost } from '../../src/host/index.ts';
import { type Check, check, equal } from './expect.ts';

type Octets = Uint8Array<ArrayBuffer>;

const random = (length: number): Octets => {
  const octets = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) {
    crypto.getRandomValues(octets.subarray(at, at + 65_536));
  }
  return octets;
};
const upTo = (limit: number): number => Math.floor(Math.random() * limit);
const ascii = (text: string): Octets => new TextEncoder().encode(text);
const same = (a: Octets | null, b: Octets | null): boolean =>
  a === null || b === null
    ? a === b
    : a.length === b.length && a.every((octet, index) => octet === b[index]);
const host = (preferModule: boolean) =>
  createHost({
    crypto,
    preferModule,
    askResponder: () => null,
    progress: () => Promise.resolve(),
  });

export const hostChecks: Record<string, Check> = {
  'base64: the platform’s decoder and the table agree on damaged text': async () => {
    check(typeof Uint8Array.prototype.setFromBase64 === 'function', 'this browser has no decoder');
    const letters = 'ABCDwxyz0189+/=  \t\r\n\f-_\0é';
    for (let round = 0; round < 5000; round++) {
      const damaged = round % 2 === 0;
      const text = Array.from(
        { length: upTo(40) },
        () => letters[upTo(damaged ? letters.length : 18)],
      );
      const octets = ascii(text.join(''));
      check(same(decodeByPlatform(octets), decodeByTable(octets)), JSON.stringify(text.join('')));
    }
  },

  'base64: the platform’s decoder takes megabytes back, also where lines fall between its chunks':
    async () => {
      const octets = random(2_000_003);
      const encoded = encodeBase64(octets);
      check(same(decodeByPlatform(encoded), octets), 'lines of 76');
      const odd = encoded.filter(
        (octet, index) => octet !== 13 && (octet !== 10 || index % 7 === 0),
      );
      check(same(decodeByPlatform(odd), octets), 'odd lines');
      const gaps = ascii(`Q${' '.repeat(200_000)}UJ${'\r\n'.repeat(100_000)}D`);
      check(same(decodeByPlatform(gaps), ascii('ABC')), 'gaps');
    },

  'AES: what Chromium lacks is left to the module, the rest works': async () => {
    const here = await host(false);
    const iv = new Uint8Array(16);
    equal(here.encryptContent('AES-192-CBC', new Uint8Array(24), iv, iv), null);
    for (const [cipher, length] of [
      ['AES-128-CBC', 16],
      ['AES-256-CBC', 32],
    ] as const) {
      const key = random(length);
      const content = random(1_000);
      const encrypted = await here.encryptContent(cipher, key, iv, content);
      check(encrypted !== null && encrypted.length === 1_008, cipher);
      check(
        same((await here.decryptContent(cipher, key, iv, encrypted ?? iv)) ?? null, content),
        cipher,
      );
      equal(await here.decryptContent(cipher, key, iv, new Uint8Array(15)), null);
      equal(await here.decryptContent(cipher, key, iv, new Uint8Array(0)), null);
    }
  },

  'AES-GCM: what Chromium lacks is left to the module, the rest works': async () => {
    const here = await host(false);
    const nonce = random(12);
    const associated = random(40);
    equal(here.seal('AES-192-GCM', new Uint8Array(24), nonce, associated, nonce), null);
    for (const [cipher, length] of [
      ['AES-128-GCM', 16],
      ['AES-256-GCM', 32],
    ] as const) {
      const key = random(length);
      const content = random(1_000);
      const sealed = await here.seal(cipher, key, nonce, associated, content);
      check(sealed !== null && sealed.length === 1_016, cipher);
      const [ciphertext, tag] = [sealed?.subarray(0, 1_000), sealed?.subarray(1_000)];
      const opened = (from: Octets, to: number): Promise<Octets | null> | null =>
        here.openSealed(
          cipher,
          key,
          nonce,
          from,
          ciphertext ?? nonce,
          (tag ?? nonce).subarray(0, to),
        );
      for (const octets of [12, 13, 14, 15, 16]) {
        check(same((await opened(associated, octets)) ?? null, content), `${cipher} ${octets}`);
      }
      equal(await opened(nonce, 16), null);
    }
  },

  'PBKDF2 and HMAC: empty passphrases and keys work': async () => {
    const here = await host(false);
    const none = new Uint8Array(0);
    const key = await here.pbkdf2('SHA-256', none, ascii('NaCl-salt'), 1000, 32);
    // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt pass: -kdfopt salt:NaCl-salt -kdfopt iter:1000 PBKDF2
    equal(key?.toHex(), 'cd2781ba356a3f42c1ef65a81029f2d4b3f2ccf30b5ca94e0f7c3750ce783587');
    const mac = await here.hmac('SHA-256', none, none);
    equal(mac?.toHex(), 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad');
  },

  'nothing is done here where the module is preferred': async () => {
    const here = await host(true);
    equal(here.digest('SHA-256', new Uint8Array(1)), null);
  },
};
