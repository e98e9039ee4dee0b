import { describe, expect, it, vi } from 'vitest';
import { createHost } from '../../src/host/index.ts';
import { probePrimitives } from '../../src/host/primitives.ts';
import { ascii, hex, toHex } from '../support/octets.ts';

const progress = (): Promise<void> => Promise.resolve();
const askResponder = (): null => null;
const host = await createHost({
  crypto: globalThis.crypto,
  preferModule: false,
  askResponder,
  progress,
});

describe('digests (FIPS 180-4 examples)', () => {
  it.each([
    ['SHA-1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'SHA-384',
      'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    ],
    [
      'SHA-512',
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    ],
  ])('%s of "abc"', async (algorithm, expected) => {
    expect(toHex(await host.digest(algorithm, ascii('abc')))).toBe(expected);
  });

  it('covers the range alone, not the buffer', async () => {
    const range = ascii('xxabcxx').subarray(2, 5);
    expect(toHex(await host.digest('SHA-1', range))).toBe(
      'a9993e364706816aba3e25717850c26c9cd0d89d',
    );
  });

  it('leaves an unknown one to the module', () => {
    expect(host.digest('MD5', ascii('abc'))).toBeNull();
  });
});

describe('HMAC', () => {
  it('SHA-256 (RFC 4231, case 2)', async () => {
    const mac = await host.hmac('SHA-256', ascii('Jefe'), ascii('what do ya want for nothing?'));
    expect(toHex(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });

  it('takes a key longer than a block (RFC 4231, case 6)', async () => {
    const text = ascii('Test Using Larger Than Block-Size Key - Hash Key First');
    const mac = await host.hmac('SHA-256', new Uint8Array(131).fill(0xaa), text);
    expect(toHex(mac)).toBe('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
  });

  it('takes an empty key', async () => {
    const mac = await host.hmac('SHA-256', ascii(''), ascii(''));
    expect(toHex(mac)).toBe('b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad');
  });
});

describe('PBKDF2', () => {
  it.each([
    // RFC 6070
    ['SHA-1', 'password', 'salt', 1, '0c60c80f961f0e71f3a9b524af6012062fe037a6'],
    ['SHA-1', 'password', 'salt', 2, 'ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957'],
    ['SHA-1', 'password', 'salt', 4096, '4b007901b765489abead49d926f721d065a429c1'],
    [
      'SHA-1',
      'passwordPASSWORDpassword',
      'saltSALTsaltSALTsaltSALTsaltSALTsalt',
      4096,
      '3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038',
    ],
    ['SHA-1', 'pass\0word', 'sa\0lt', 4096, '56fa6aa75548099dcc37d7f03425e0c3'],
    // RFC 7914, section 11
    [
      'SHA-256',
      'passwd',
      'salt',
      1,
      '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
    ],
    [
      'SHA-256',
      'Password',
      'NaCl',
      80000,
      '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
    ],
  ])('with HMAC-%s of %j', async (prf, password, salt, iterations, expected) => {
    const key = await host.pbkdf2(
      prf,
      ascii(password),
      ascii(salt),
      iterations,
      expected.length / 2,
    );
    expect(toHex(key)).toBe(expected);
  });

  it('takes an empty password', async () => {
    // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexpass: -kdfopt salt:NaCl-salt -kdfopt iter:1000 PBKDF2
    const key = await host.pbkdf2('SHA-256', ascii(''), ascii('NaCl-salt'), 1000, 32);
    expect(toHex(key)).toBe('cd2781ba356a3f42c1ef65a81029f2d4b3f2ccf30b5ca94e0f7c3750ce783587');
  });

  it('leaves what WebCrypto refuses to the module', () => {
    expect(host.pbkdf2('SHA-256', ascii('a'), ascii('b'), 0, 32)).toBeNull();
    expect(host.pbkdf2('SHA-256', ascii('a'), ascii('b'), 1, 0)).toBeNull();
    expect(host.pbkdf2('MD5', ascii('a'), ascii('b'), 1, 16)).toBeNull();
  });
});

/* NIST SP 800-38A, F.2: the plaintext there is four whole blocks, to which padding is one more. */
const IV = hex('000102030405060708090a0b0c0d0e0f');
const PLAIN = hex(
  '6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51' +
    '30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710',
);
const NIST = [
  [
    'AES-128-CBC',
    '2b7e151628aed2a6abf7158809cf4f3c',
    '7649abac8119b246cee98e9b12e9197d 5086cb9b507219ee95db113a917678b2 73bed6b8e3c1743b7116e69e22229516 3ff1caa1681fac09120eca307586e1a7',
  ],
  [
    'AES-192-CBC',
    '8e73b0f7da0e6452c810f32b809079e5 62f8ead2522c6b7b',
    '4f021db243bc633d7178183a9fa071e8 b4d9ada9ad7dedf4e5e738763f69145a 571b242012fb7ae07fa9baac3df102e0 08b0e27988598881d920a9e64f5615cd',
  ],
  [
    'AES-256-CBC',
    '603deb1015ca71be2b73aef0857d7781 1f352c073b6108d72d9810a30914dff4',
    'f58c4c04d6e5f1ba779eabfb5f7bfbd6 9cfc4e967edb808d679f777bc6702c7d 39f23369a9d9bacfa530e26304231461 b2eb05e2c39be9fcda6c19078c6a9d1b',
  ],
] as const;

describe.each(NIST)('%s (NIST SP 800-38A)', (cipher, key, ciphertext) => {
  it('encrypts and takes the padding off again', async () => {
    const encrypted = await host.encryptContent(cipher, hex(key), IV, PLAIN);
    expect(toHex(encrypted?.subarray(0, PLAIN.length))).toBe(ciphertext.replaceAll(' ', ''));
    expect(encrypted?.length).toBe(PLAIN.length + 16);
    expect(toHex(await host.decryptContent(cipher, hex(key), IV, encrypted as never))).toBe(
      toHex(PLAIN),
    );
  });

  it('says null for wrong padding and wrong length', async () => {
    expect(await host.decryptContent(cipher, hex(key), IV, hex(ciphertext))).toBeNull();
    expect(await host.decryptContent(cipher, hex(key), IV, hex(ciphertext).subarray(1))).toBeNull();
    expect(await host.decryptContent(cipher, hex(key), IV, new Uint8Array(0))).toBeNull();
  });

  it('leaves a key or iv that does not fit to the module', () => {
    expect(host.decryptContent(cipher, hex(key).subarray(1), IV, PLAIN)).toBeNull();
    expect(host.encryptContent(cipher, hex(key), IV.subarray(1), PLAIN)).toBeNull();
  });
});

/* NIST's GCM specification, test case 4 and its like with longer keys: content and associated data. */
const NONCE = hex('cafebabefacedbaddecaf888');
const SEALED_PLAIN = hex(
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
    '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
);
const ASSOCIATED = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
const GCM = [
  [
    'AES-128-GCM',
    'feffe9928665731c6d6a8f9467308308',
    '42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091',
    '5bc94fbc3221a5db94fae95ae7121a47',
  ],
  [
    'AES-192-GCM',
    'feffe9928665731c6d6a8f9467308308feffe9928665731c',
    '3980ca0b3c00e841eb06fac4872a2757859e1ceaa6efd984628593b40ca1e19c7d773d00c144c525ac619d18c84a3f4718e2448b2fe324d9ccda2710',
    '2519498e80f1478f37ba55bd6d27618c',
  ],
  [
    'AES-256-GCM',
    'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    '76fc6ece0f4e1768cddf8853bb2d551b',
  ],
] as const;

describe.each(GCM)('%s', (cipher, key, ciphertext, tag) => {
  const open = (text: string, tagText: string, associated = ASSOCIATED, nonce = NONCE) =>
    host.openSealed(cipher, hex(key), nonce, associated, hex(text), hex(tagText));

  it('seals and opens, with every length of tag that CMS has', async () => {
    const sealed = await host.seal(cipher, hex(key), NONCE, ASSOCIATED, SEALED_PLAIN);
    expect(toHex(sealed)).toBe(ciphertext + tag);
    for (const octets of [12, 13, 14, 15, 16]) {
      expect(toHex(await open(ciphertext, tag.slice(0, 2 * octets)))).toBe(toHex(SEALED_PLAIN));
    }
  });

  it('says null once anything was changed', async () => {
    const other = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1);
    expect(await open(other(ciphertext), tag)).toBeNull();
    expect(await open(ciphertext, other(tag))).toBeNull();
    expect(await open(ciphertext, tag, new Uint8Array(0))).toBeNull();
    expect(await open(ciphertext, tag, ASSOCIATED, new Uint8Array(12))).toBeNull();
    expect(await open('', tag)).toBeNull();
  });

  it('leaves a key, nonce or tag that does not fit to the module', () => {
    expect(open(ciphertext, tag, ASSOCIATED, new Uint8Array(16))).toBeNull();
    expect(open(ciphertext, tag.slice(0, 16))).toBeNull();
    expect(open(ciphertext, '')).toBeNull();
    expect(host.seal(cipher, new Uint8Array(5), NONCE, ASSOCIATED, SEALED_PLAIN)).toBeNull();
    expect(host.seal('AES-128-CCM', new Uint8Array(16), NONCE, ASSOCIATED, NONCE)).toBeNull();
  });
});

describe('what the host lacks', () => {
  it('is everything where the module is preferred, or without WebCrypto', async () => {
    const preferring = await createHost({
      crypto: globalThis.crypto,
      preferModule: true,
      askResponder,
      progress,
    });
    const insecure = await createHost({
      crypto: undefined,
      preferModule: false,
      askResponder,
      progress,
    });
    for (const bare of [preferring, insecure]) {
      expect(bare.digest('SHA-256', ascii(''))).toBeNull();
      expect(bare.hmac('SHA-256', ascii('a'), ascii(''))).toBeNull();
      expect(bare.pbkdf2('SHA-256', ascii('a'), ascii('b'), 1, 16)).toBeNull();
      expect(bare.encryptContent('AES-128-CBC', new Uint8Array(16), IV, PLAIN)).toBeNull();
      expect(bare.decryptContent('AES-128-CBC', new Uint8Array(16), IV, PLAIN)).toBeNull();
      expect(bare.seal('AES-128-GCM', new Uint8Array(16), NONCE, IV, PLAIN)).toBeNull();
      expect(bare.openSealed('AES-128-GCM', new Uint8Array(16), NONCE, IV, PLAIN, IV)).toBeNull();
    }
    expect(preferring.random(new Uint8Array(4))).toBe(true);
    expect(insecure.random(new Uint8Array(4))).toBe(false);
  });

  it('is found out before work is given to it: no AES-192, as in Chromium', async () => {
    const real = globalThis.crypto.subtle;
    const without192 = new Proxy(real, {
      get: (target, name) =>
        name === 'importKey'
          ? async (
              format: 'raw',
              key: Uint8Array<ArrayBuffer>,
              algorithm: never,
              ...rest: [false, KeyUsage[]]
            ) => {
              if (key.length === 24) {
                throw new DOMException('192-bit AES keys are not supported', 'OperationError');
              }
              return target.importKey(format, key, algorithm, ...rest);
            }
          : (target[name as 'digest'] as () => unknown).bind(target),
    });
    const primitives = await probePrimitives(without192);
    expect(primitives.decryptContent('AES-192-CBC', new Uint8Array(24), IV, PLAIN)).toBeNull();
    expect(primitives.decryptContent('AES-256-CBC', new Uint8Array(32), IV, PLAIN)).not.toBeNull();
    expect(primitives.seal('AES-192-GCM', new Uint8Array(24), NONCE, IV, PLAIN)).toBeNull();
    expect(primitives.seal('AES-256-GCM', new Uint8Array(32), NONCE, IV, PLAIN)).not.toBeNull();
  });

  it('is no way out of an error: one that shows later is the caller’s', async () => {
    const real = globalThis.crypto.subtle;
    const primitives = await probePrimitives(real);
    vi.spyOn(real, 'digest').mockRejectedValueOnce(new DOMException('no memory', 'OperationError'));
    await expect(primitives.digest('SHA-256', ascii(''))).rejects.toThrow('no memory');
  });
});
