import type { Engine, Key, Pkcs12Info } from '@signet/smime';
import { describe, expect, test, vi } from 'vitest';
import { CertificateStore } from '../src/certificates/store.ts';
import { EngineSession } from '../src/engine/engine-session.ts';
import { importKeyFile, type Consent } from '../src/keys/import.ts';
import { KeyFiles } from '../src/keys/key-files.ts';
import { HttpError, type Api, type StoredKeyFile } from '../src/session/api.ts';
import { certificate } from './certificates.ts';

const info: Pkcs12Info = {
  mac: null,
  encryption: [],
  everyKeyEncrypted: true,
  certificates: [],
  weaknesses: [],
};

class WrongPassphrase extends Error {
  override readonly name = 'SmimeError';
  readonly code = 'wrong-passphrase';
  readonly details = {};
}

/** A server's files, and an engine for which a .p12 is its passphrase. */
function world(passphrase: string, leaf = certificate({ notAfter: new Date('2100-01-01') })) {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, { name: string; p12: Uint8Array; sha256: string }>();
  const api = {
    keyFiles: () =>
      Promise.resolve(
        [...files].map(([id, { name, sha256 }]): StoredKeyFile => ({ id, name, size: 1, sha256 })),
      ),
    readKeyFile: (id: string) => Promise.resolve(files.get(id)?.p12 ?? new Uint8Array()),
    createKeyFile: (id: string, name: string, p12: Uint8Array) => {
      files.set(id, { name, p12, sha256: `of ${new TextDecoder().decode(p12)}` });
      return Promise.resolve();
    },
    replaceKeyFile: (id: string, name: string, p12: Uint8Array, sha256: string) => {
      if (files.get(id)?.sha256 !== sha256) return Promise.reject(new HttpError(412, '', null));
      files.set(id, { name, p12, sha256: `of ${new TextDecoder().decode(p12)}` });
      return Promise.resolve();
    },
  } as Partial<Api> as Api;
  const key = { id: 'k', certificate: leaf, chain: [], canSign: true, canDecrypt: true } as Key;
  const engine = {
    inspectPkcs12: () => Promise.resolve(info),
    unlock: (p12: Uint8Array, given: string) =>
      given === new TextDecoder().decode(p12)
        ? Promise.resolve([key])
        : Promise.reject(new WrongPassphrase()),
    keys: () => Promise.resolve([key]),
    readCertificates: () => Promise.resolve([leaf]),
    reprotectPkcs12: vi.fn((_: Uint8Array, __: string, next: string) =>
      Promise.resolve(encode(next)),
    ),
    close: vi.fn(() => Promise.resolve()),
  };
  const session = new EngineSession(() => Promise.resolve(engine as Partial<Engine> as Engine));
  const keyFiles = new KeyFiles(api, session, new CertificateStore('alice'));
  files.set('1', { name: 'a.p12', p12: encode(passphrase), sha256: 'of 1' });
  const chosen = { name: 'new.p12', octets: encode(passphrase), info };
  return { files, keyFiles, engine, chosen, stored: () => [...files.values()].at(-1) };
}

describe('changing the passphrase of a stored file', () => {
  test('stores the file under the new one, in place of the version that was listed', async () => {
    const { files, keyFiles, engine } = world('old');
    await keyFiles.load();
    await keyFiles.changePassphrase('1', 'old', 'new');
    expect(new TextDecoder().decode(files.get('1')?.p12)).toBe('new');
    expect(keyFiles.all[0]?.sha256).toBe('of new');
    expect(engine.close).toHaveBeenCalledOnce();
    await keyFiles.unlock('1', 'new');
  });

  test('leaves a file that was changed elsewhere as it is, and reads the list anew', async () => {
    const { files, keyFiles } = world('old');
    await keyFiles.load();
    files.set('1', { name: 'a.p12', p12: new TextEncoder().encode('old'), sha256: 'other' });
    await expect(keyFiles.changePassphrase('1', 'old', 'new')).rejects.toMatchObject({
      status: 412,
    });
    expect(new TextDecoder().decode(files.get('1')?.p12)).toBe('old');
    expect(keyFiles.all[0]?.sha256).toBe('other');
    await keyFiles.changePassphrase('1', 'old', 'new');
  });

  test('changes nothing by a wrong one', async () => {
    const { files, keyFiles } = world('old');
    await keyFiles.load();
    await expect(keyFiles.changePassphrase('1', 'wrong', 'new')).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(files.get('1')?.sha256).toBe('of 1');
  });

  test('locks nothing that was unlocked', async () => {
    const { keyFiles } = world('old');
    await keyFiles.load();
    await keyFiles.unlock('1', 'old');
    await keyFiles.changePassphrase('1', 'old', 'new');
    expect(keyFiles.locked).toEqual([]);
  });
});

describe('a passphrase that was composed otherwise', () => {
  test('opens the file in the form in which it was set', async () => {
    const { keyFiles } = world('gr\u00fcn €');
    await keyFiles.load();
    await keyFiles.unlock('1', 'gru\u0308n\u00a0€');
  });

  test('opens a file from elsewhere as it was typed', async () => {
    const { keyFiles } = world('gru\u0308n');
    await keyFiles.load();
    await keyFiles.unlock('1', 'gru\u0308n');
  });
});

describe('importing a file', () => {
  const consent: Consent = { seen: [], reprotect: false, newPassphrase: null };
  const rules = { policy: 'ascii', addresses: ['bob@example.org'] } as const;

  test('stores it as it is where nothing is to be said', async () => {
    const { keyFiles, chosen, engine, stored } = world('plain');
    expect(await importKeyFile(keyFiles, chosen, 'plain', rules, consent)).toMatchObject({
      kind: 'stored',
    });
    expect(stored()?.p12).toEqual(chosen.octets);
    expect(engine.reprotectPkcs12).not.toHaveBeenCalled();
  });

  test('protects it anew under the same passphrase where that is wanted', async () => {
    const { keyFiles, chosen, engine } = world('plain');
    await importKeyFile(keyFiles, chosen, 'plain', rules, { ...consent, reprotect: true });
    expect(engine.reprotectPkcs12).toHaveBeenCalledWith(chosen.octets, 'plain', 'plain', {
      compatible: true,
    });
  });

  test.each(['grün', ''])('asks for another passphrase in place of “%s”', async (passphrase) => {
    const { files, keyFiles, chosen, stored } = world(passphrase);
    const first = await importKeyFile(keyFiles, chosen, passphrase, rules, consent);
    expect(first.kind).toBe('passphrase-needed');
    expect(files.size).toBe(1);
    await importKeyFile(keyFiles, chosen, passphrase, rules, { ...consent, newPassphrase: 'good' });
    expect(new TextDecoder().decode(stored()?.p12)).toBe('good');
  });

  test('keeps a passphrase beyond ASCII where the setting allows that', async () => {
    const { keyFiles, chosen } = world('grün');
    const unicode = { ...rules, policy: 'unicode' } as const;
    const result = await importKeyFile(keyFiles, chosen, 'grün', unicode, consent);
    expect(result.kind).toBe('stored');
  });

  test('stores nothing before the user has seen what its certificate is short of', async () => {
    const expired = certificate({ notAfter: new Date('2020-01-01') });
    const { files, keyFiles, chosen } = world('plain', expired);
    const first = await importKeyFile(keyFiles, chosen, 'plain', rules, consent);
    if (first.kind !== 'findings') throw new Error(first.kind);
    expect(first.findings.map(({ concern }) => concern)).toContain('expired');
    expect(files.size).toBe(1);
    const seen = { ...consent, seen: first.findings };
    const second = await importKeyFile(keyFiles, chosen, 'plain', rules, seen);
    expect(second.kind).toBe('stored');
  });
});
