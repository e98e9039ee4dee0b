import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Certificate } from '@signet/smime';
import { defineElements, type ManagedKey, type SignetKeyManager } from '../src/index.ts';
import { texts } from '../src/texts/index.ts';

beforeAll(() => defineElements());
afterEach(() => document.body.replaceChildren());

const certificate: Certificate = {
  der: new Uint8Array(),
  subject: 'CN=Alice',
  issuer: 'CN=Authority',
  serialNumber: '01',
  notBefore: new Date('2026-01-01'),
  notAfter: new Date('2027-01-01'),
  emailAddresses: ['alice@example.org'],
  keyAlgorithm: 'RSA',
  keyBits: 2048,
  keyUsage: null,
  extendedKeyUsage: null,
  isCa: false,
  fingerprints: { sha256: 'aa', sha1: 'bb' },
};

const key: ManagedKey = {
  id: '1',
  name: 'alice.p12',
  size: 3000,
  unlocked: false,
  readable: true,
  certificates: [{ certificate, use: 'old', usedFor: [], couldServe: ['alice@example.org'] }],
};

async function shown(keys: readonly ManagedKey[], left = -1) {
  const element = document.createElement('signet-key-manager') as SignetKeyManager;
  Object.assign(element, { keys, left });
  document.body.append(element);
  await element.updateComplete;
  const events: [string, unknown][] = [];
  for (const name of ['signet-key-action', 'signet-key-default', 'signet-lock'])
    element.addEventListener(name, (event) => events.push([name, (event as CustomEvent).detail]));
  const hook = (id: string) =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-testid="${id}"]`) ?? null;
  return { element, events, hook };
}

describe('the key manager', () => {
  test('says what the user wants done, and with which file', async () => {
    const { events, hook } = await shown([key]);
    for (const id of ['key-unlock', 'key-change', 'key-download', 'key-remove']) hook(id)?.click();
    expect(events).toEqual(
      ['unlock', 'change-passphrase', 'download', 'remove'].map((action) => [
        'signet-key-action',
        { keyId: '1', action },
      ]),
    );
  });

  test('labels what is for old mail only, and lets another certificate be used', async () => {
    const { events, hook } = await shown([key]);
    expect(hook('key-certificate-use')?.textContent).toBe(texts.certificateUses.old);
    hook('key-make-default')?.click();
    expect(events).toEqual([['signet-key-default', { keyId: '1', certificate }]]);
  });

  test('shows what is unlocked, for how long, and locks it', async () => {
    const { element, events, hook } = await shown([{ ...key, unlocked: true }], 150_000);
    expect(hook('key-time-left')?.textContent).toContain('3 minutes');
    expect(hook('key-unlock')).toBeNull();
    hook('key-lock')?.click();
    expect(events).toEqual([['signet-lock', null]]);
    element.keys = [key];
    await element.updateComplete;
    expect(hook('key-lock')).toBeNull();
  });

  test('offers for a file that cannot be read to download and to remove it', async () => {
    const { hook } = await shown([{ ...key, readable: false, certificates: [] }]);
    expect(hook('key-unlock')).toBeNull();
    expect(hook('key-change')).toBeNull();
    expect(hook('key-remove')).not.toBeNull();
    expect(hook('key-row')?.textContent).toContain(texts.keyUnreadable);
  });
});
