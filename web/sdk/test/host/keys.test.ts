import { beforeEach, describe, expect, it } from 'vitest';
import { keyPrimitives } from '../../src/host/keys.ts';
import type { Bytes } from '../../src/host/border.ts';
import { ascii } from '../support/octets.ts';

const subtle = globalThis.crypto.subtle;
const message = ascii('what is signed');
let keys = keyPrimitives(subtle);
let numbers = 0;

beforeEach(() => {
  keys = keyPrimitives(subtle);
});

const bytes = (buffer: ArrayBuffer): Bytes => new Uint8Array(buffer);

/** A fresh pair, as the module hands it over. */
async function pair(algorithm: RsaHashedKeyGenParams | EcKeyGenParams, usages: KeyUsage[]) {
  const made = await subtle.generateKey(algorithm, true, usages);
  return {
    made,
    held: { key: numbers++, pkcs8: bytes(await subtle.exportKey('pkcs8', made.privateKey)) },
    spki: bytes(await subtle.exportKey('spki', made.publicKey)),
  };
}

const rsa = (name: string, hash = 'SHA-256') => ({
  name,
  hash,
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
});

/** What the loader turns into the module's own work. */
const declines = async (work: Promise<unknown> | null) => {
  await expect(work).rejects.toMatchObject({ name: 'NotSupportedError' });
};

describe('signatures', () => {
  it.each([
    ['RSASSA-PKCS1-v1_5', rsa('RSASSA-PKCS1-v1_5'), 'SHA-256', 0],
    ['RSASSA-PKCS1-v1_5', rsa('RSASSA-PKCS1-v1_5', 'SHA-1'), 'SHA-1', 0],
    ['RSA-PSS', rsa('RSA-PSS', 'SHA-512'), 'SHA-512', 17],
    ['P-256', { name: 'ECDSA', namedCurve: 'P-256' }, 'SHA-512', 0],
    ['P-521', { name: 'ECDSA', namedCurve: 'P-521' }, 'SHA-256', 0],
  ])('%s are made and verified (%#)', async (scheme, algorithm, digest, salt) => {
    const { made, held, spki } = await pair(algorithm, ['sign', 'verify']);
    const value = (await keys.sign(scheme, digest, salt, held, message)) as Bytes;
    const parameters = { name: algorithm.name, hash: digest, saltLength: salt };
    expect(await subtle.verify(parameters, made.publicKey, value, message)).toBe(true);
    expect(await keys.verify(scheme, digest, salt, spki, value, message)).toBe(true);
    expect(await keys.verify(scheme, digest, salt, spki, value, ascii('another'))).toBe(false);
    expect(await keys.verify(scheme, digest, salt, spki, value.subarray(1), message)).toBe(false);
  });

  it('by RSA have the modulus’s length, also where they begin with a nought', async () => {
    const { held, spki } = await pair(rsa('RSASSA-PKCS1-v1_5'), ['sign']);
    let value = new Uint8Array(0);
    let text = message;
    for (let i = 0; value[0] !== 0; i++) {
      text = ascii(`message ${i}`);
      value = (await keys.sign('RSASSA-PKCS1-v1_5', 'SHA-256', 0, held, text)) as Bytes;
    }
    const verify = async (signature: Bytes) =>
      keys.verify('RSASSA-PKCS1-v1_5', 'SHA-256', 0, spki, signature, text);
    expect(await verify(value)).toBe(true);
    expect(await verify(value.slice(1))).toBe(false);
    expect(await verify(Uint8Array.of(0, ...value))).toBe(false);
  });

  it('are verified by the key that is given, whatever keys were before', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 70 }, async () =>
        pair({ name: 'ECDSA', namedCurve: 'P-256' }, ['sign']),
      ),
    );
    const values = await Promise.all(
      pairs.map(
        async ({ held }) => (await keys.sign('P-256', 'SHA-256', 0, held, message)) as Bytes,
      ),
    );
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < pairs.length; i++) {
        const verify = async (j: number) =>
          keys.verify('P-256', 'SHA-256', 0, pairs[j]?.spki as Bytes, values[i] as Bytes, message);
        expect(await verify(i)).toBe(true);
        expect(await verify((i + 1) % pairs.length)).toBe(false);
      }
    }
  });

  it('by a key that is being imported while keys are forgotten do not keep it', async () => {
    const { held, spki } = await pair({ name: 'ECDSA', namedCurve: 'P-256' }, ['sign']);
    const signing = keys.sign('P-256', 'SHA-256', 0, held, message);
    keys.forgetKeys();
    const value = (await signing) as Bytes;
    expect(await keys.verify('P-256', 'SHA-256', 0, spki, value, message)).toBe(true);
    const damaged = { key: held.key, pkcs8: Uint8Array.of(48, 0) };
    await declines(keys.sign('P-256', 'SHA-256', 0, damaged, message));
  });

  it('by a key that cannot be imported are the module’s', async () => {
    const damaged = { key: 0, pkcs8: Uint8Array.of(48, 0) };
    await declines(keys.sign('P-256', 'SHA-256', 0, damaged, message));
    const { spki, held } = await pair(rsa('RSASSA-PKCS1-v1_5'), ['sign']);
    const off = spki.slice(0, -1);
    await declines(keys.verify('RSASSA-PKCS1-v1_5', 'SHA-256', 0, off, message, message));
    await declines(keys.sign('no such scheme', 'SHA-256', 0, held, message));
  });
});

describe('private keys', () => {
  it('are imported once, and never so that they can be exported', async () => {
    const imports: boolean[] = [];
    const counting = new Proxy(subtle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (name === 'importKey') imports.push(args[3] as boolean);
          return (value as (...all: unknown[]) => unknown).apply(target, args);
        };
      },
    });
    keys = keyPrimitives(counting);
    const { held } = await pair(rsa('RSASSA-PKCS1-v1_5'), ['sign']);
    const sign = () => keys.sign('RSASSA-PKCS1-v1_5', 'SHA-256', 0, held, message);
    const first = await sign();
    held.pkcs8.fill(0);
    expect(await sign()).toEqual(first);
    expect(imports).toEqual([false]);
    keys.forgetKeys();
    await declines(sign());
  });
});

describe('RSA-OAEP', () => {
  it('opens what was sealed with hash and label, and says nothing of the rest', async () => {
    const { made, held } = await pair(rsa('RSA-OAEP', 'SHA-256'), ['encrypt', 'decrypt']);
    const label = ascii('label');
    const secret = ascii('0123456789abcdef');
    const sealed = bytes(await subtle.encrypt({ name: 'RSA-OAEP', label }, made.publicKey, secret));
    expect(await keys.openOaep('SHA-256', label, held, sealed)).toEqual(secret);
    expect(await keys.openOaep('SHA-256', ascii(''), held, sealed)).toBeNull();
    expect(await keys.openOaep('SHA-256', label, held, sealed.subarray(1))).toBeNull();
    expect(await keys.openOaep('SHA-256', label, held, new Uint8Array(256).fill(255))).toBeNull();
  });
});

describe('key agreement', () => {
  it.each(['P-256', 'P-384', 'P-521'])('on %s gives both sides one secret', async (curve) => {
    const { held, spki } = await pair({ name: 'ECDH', namedCurve: curve }, ['deriveBits']);
    const [ephemeral, secret] = (await keys.agreeEphemerally(curve, spki)) as [Bytes, Bytes];
    expect(secret).toHaveLength(Math.ceil(Number(curve.slice(2)) / 8));
    expect(await keys.agree(curve, held, ephemeral)).toEqual(secret);
    const [other] = (await keys.agreeEphemerally(curve, spki)) as [Bytes, Bytes];
    expect(other).not.toEqual(ephemeral);
  });

  it('with a key that is on no curve is the module’s', async () => {
    const { held, spki } = await pair({ name: 'ECDH', namedCurve: 'P-256' }, ['deriveBits']);
    const off = spki.slice();
    off.set([(off.at(-1) as number) ^ 1], off.length - 1);
    await declines(keys.agree('P-256', held, off));
    await declines(keys.agreeEphemerally('P-256', off));
    await declines(keys.agreeEphemerally('P-384', spki));
  });
});
