// @vitest-environment jsdom
import type { EncryptOptions, Engine, OpenedMessage } from '@signet/smime';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Composition, type CompositionState } from '../src/compose/composition.ts';
import type { Identity } from '../src/compose/identity.ts';
import { emptyStart } from '../src/compose/start.ts';
import { readContent } from '../src/mail/content.ts';
import { DoubtfulDraft, Drafts } from '../src/outbox/drafts.ts';
import { certificate } from './certificates.ts';
import { MemoryServer, Refusal } from './mail-server.ts';
import { sealingEngine } from './sealing-engine.ts';

const alice = certificate({ emailAddresses: ['alice@example.org'], der: new Uint8Array([1]) });
const sender: Identity = {
  address: 'alice@example.org',
  name: 'Alice',
  key: null,
  files: [],
  certificate: alice,
};
const encrypted: EncryptOptions[] = [];

/** Opens what the sealing engine has encrypted. */
function engine(changes: Partial<OpenedMessage> = {}): Engine {
  return {
    encrypt: async (message: Uint8Array, options: EncryptOptions) => {
      encrypted.push(options);
      return sealingEngine.encrypt(message, options);
    },
    open: async (message: Uint8Array): Promise<Partial<OpenedMessage>> => {
      const text = new TextDecoder().decode(message);
      if (!text.includes('pkcs7-mime')) return { layers: [], content: message };
      const body = text.slice(text.indexOf('\r\n\r\n')).replace(/\s+/g, '');
      return {
        layers: [{ type: 'encrypted', form: 'auth-enveloped' }],
        encryption: { authenticated: true } as OpenedMessage['encryption'],
        content: Uint8Array.from(atob(body), (character) => character.codePointAt(0) ?? 0),
        ...changes,
      };
    },
  } as unknown as Engine;
}

const written: Partial<CompositionState> = {
  to: 'Bob <bob@example.org>, not yet an addr',
  cc: 'carol@example.org',
  bcc: 'dave@example.org',
  subject: 'Köln',
  text: 'secret words\n\n  Grüße',
  sign: true,
  attachments: [{ name: 'a.txt', type: 'text/plain', octets: new Uint8Array([1, 2]) }],
};

let open: Drafts[] = [];
function stage(own: Identity | null = sender, opens = engine()) {
  const composition = new Composition();
  const server = new MemoryServer();
  const around = { server: server as MemoryServer | null, sending: false };
  const drafts = new Drafts({
    engine: async () => opens,
    content: readContent,
    composition,
    server: () => around.server,
    sender: () => own,
    sending: () => around.sending,
  });
  open.push(drafts);
  return { composition, server, drafts, around };
}
const octetsOf = (server: MemoryServer) => server.in('drafts').map(({ octets }) => octets);
const text = (octets: Uint8Array | undefined) => new TextDecoder('latin1').decode(octets);

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  for (const drafts of open) drafts.close();
  open = [];
  vi.useRealTimers();
});

describe('a draft', () => {
  test.each([
    ['in clear', { encrypt: false }],
    ['encrypted', { encrypt: true }],
  ])('%s comes back with all fields and choices', async (_, choice) => {
    const { composition, server, drafts } = stage();
    const origin = { source: server, id: 'm0', as: 'answered' } as const;
    composition.begin({ ...emptyStart, origin, inReplyTo: '<1@a>', references: '<0@a> <1@a>' });
    composition.change({ ...written, ...choice });
    const before = composition.state;
    await drafts.save();
    expect(drafts.state.kind).toBe('saved');
    expect(composition.unsaved).toBe(false);
    const id = composition.draftId ?? '';
    composition.begin(emptyStart);
    expect(await drafts.open(server, id)).toBe(true);
    expect(composition.state).toEqual({
      ...before,
      preferredFrom: ['alice@example.org'],
      from: 'alice@example.org',
    });
    expect(composition.draftId).toBe(id);
    expect(composition.unsaved).toBe(false);
  });

  test('replaces the one before', async () => {
    const { composition, server, drafts } = stage();
    composition.change(written);
    await drafts.save();
    composition.change({ text: 'more' });
    await drafts.save();
    expect(octetsOf(server)).toHaveLength(1);
    expect(text(octetsOf(server)[0])).toContain('more');
  });

  test('in clear goes once it is to be encrypted, at the next try where the server failed', async () => {
    const { composition, server, drafts } = stage();
    composition.change({ ...written, encrypt: false });
    await drafts.save();
    const destroy = vi.spyOn(server, 'destroy').mockRejectedValueOnce(new Error('busy'));
    composition.change({ encrypt: true });
    await drafts.save();
    expect(octetsOf(server)).toHaveLength(2);
    composition.change({ text: 'more' });
    await drafts.save();
    expect(destroy).toHaveBeenCalledTimes(2);
    const left = octetsOf(server);
    expect(left).toHaveLength(1);
    expect(text(left[0])).toContain('pkcs7-mime');
  });

  test('is saved by itself, some time after the last change', async () => {
    const { composition, server, drafts } = stage();
    composition.change(written);
    await vi.advanceTimersByTimeAsync(3000);
    composition.change({ text: 'later' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(octetsOf(server)).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(3000);
    await drafts.settle();
    expect(octetsOf(server)).toHaveLength(1);
  });

  test('is not saved while nothing was written, nothing has changed, or it is on its way out', async () => {
    const { composition, server, drafts, around } = stage();
    await drafts.save();
    composition.change(written);
    around.sending = true;
    await drafts.save();
    expect(octetsOf(server)).toHaveLength(0);
  });

  test('is removed with what was written', async () => {
    const { composition, server, drafts } = stage();
    composition.change(written);
    await drafts.save();
    await drafts.discard();
    expect(octetsOf(server)).toHaveLength(0);
  });

  test('that was dropped while it was saved is not left behind', async () => {
    const { composition, server, drafts } = stage();
    composition.change(written);
    server.storing = async () => composition.begin(emptyStart);
    await drafts.save();
    expect(octetsOf(server)).toHaveLength(0);
    expect(composition.draftId).toBeNull();
  });

  test('that the server does not take stays here, and the text says so', async () => {
    const { composition, server, drafts } = stage();
    composition.change(written);
    server.storing = () => Promise.reject(new Refusal('over-quota'));
    await drafts.save();
    expect(drafts.state.kind).toBe('unsaved');
    expect(composition.unsaved).toBe(true);
    expect(composition.state.text).toBe(written.text);
  });
});

describe('a draft that is to be encrypted', () => {
  test.each([{ encrypt: true }, { quotesDecrypted: true }])(
    'is stored encrypted to its author alone, with authentication: %j',
    async (choice) => {
      const { composition, server, drafts } = stage();
      composition.change({ ...written, ...choice });
      encrypted.length = 0;
      await drafts.save();
      expect(encrypted).toEqual([{ recipients: [alice.der], contentCipher: 'aes-256-gcm' }]);
      const [stored] = octetsOf(server);
      expect(text(stored)).toContain('pkcs7-mime');
      expect(text(stored)).not.toMatch(/secret words|a\.txt|dave|bcc|X-Signet/i);
    },
  );

  test('is not stored without a certificate of one’s own', async () => {
    const { composition, server, drafts } = stage({ ...sender, certificate: null });
    composition.change({ ...written, encrypt: true });
    await drafts.save();
    expect(drafts.state).toMatchObject({ failure: { code: 'no-own-certificate' } });
    expect(octetsOf(server)).toHaveLength(0);
    expect(composition.unsaved).toBe(true);
  });

  test('waits for its key', async () => {
    const { composition, server, drafts } = stage(sender, engine({ content: null }));
    composition.change({ ...written, encrypt: true });
    await drafts.save();
    expect(await drafts.open(server, composition.draftId ?? '')).toBe(false);
  });

  test('is not edited where nothing shows that it is what was written', async () => {
    const doubtful = { encryption: { authenticated: false } as OpenedMessage['encryption'] };
    const { composition, server, drafts } = stage(sender, engine(doubtful));
    composition.change({ ...written, encrypt: true });
    await drafts.save();
    const opening = drafts.open(server, composition.draftId ?? '');
    await expect(opening).rejects.toBeInstanceOf(DoubtfulDraft);
  });
});

test('a draft of another program is taken as it is', async () => {
  const { composition, server, drafts } = stage();
  const octets = new TextEncoder().encode(
    'From: alice@example.org\r\nTo: bob@example.org\r\nBcc: eve@example.org\r\nSubject: x\r\nX-Signet-Draft: %%%\r\n\r\nHello\r\n',
  );
  const id = await server.store(octets, 'drafts', { draft: true });
  expect(await drafts.open(server, id)).toBe(true);
  expect(composition.state).toMatchObject({
    to: 'bob@example.org',
    bcc: 'eve@example.org',
    text: 'Hello',
    sign: false,
    encrypt: false,
  });
});

test('the browser asks before a page is closed on something that is not saved', async () => {
  const { composition, drafts } = stage();
  const closing = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(closing()).toBe(false);
  composition.change(written);
  expect(closing()).toBe(true);
  await drafts.save();
  expect(closing()).toBe(false);
});
