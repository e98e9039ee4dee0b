// @vitest-environment jsdom
import { defineElements } from '@signet/elements';
import type { Key } from '@signet/smime';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Composition } from '../src/compose/composition.ts';
import type { Identity } from '../src/compose/identity.ts';
import type { KeyFile } from '../src/keys/key-files.ts';
import type { Job } from '../src/outbox/outbox.ts';
import { ComposeMissing } from '../src/pages/compose-missing.ts';
import { Submission } from '../src/pages/compose-submission.ts';
import type { Unlocking } from '../src/pages/unlocking.ts';
import type { Workspace } from '../src/state/workspace.ts';
import { certificate } from './certificates.ts';

const forever = { notBefore: new Date(0), notAfter: new Date(8e15) };
const bob = certificate(forever);
const file = { id: 'f' } as KeyFile;
const key = { id: 'k' } as Key;
const locked: Identity = {
  address: 'alice@example.org',
  name: '',
  key: null,
  files: [file],
  certificate: null,
};
const unlocked: Identity = { ...locked, key };

type Asked = Parameters<Unlocking['ask']>[0];

/** The way to the outbox, which keeps what it is given. */
function stage() {
  const composition = new Composition();
  composition.change({ to: 'bob@example.org', text: 'x' });
  const jobs: Job[] = [];
  const refusals: string[] = [];
  const asked: Asked[] = [];
  const workspace = {
    composition,
    knownCertificates: [bob],
    correspondents: { capabilities: {} },
    keyFiles: { all: [file] },
    identities: [unlocked],
    mail: { server: {} },
    drafts: { settle: async () => undefined },
    outbox: {
      busy: false,
      clear: () => undefined,
      refuse: ({ code }: { code: string }) => refusals.push(code),
      send: async (_: unknown, job: Job) => jobs.push(job),
    },
  };
  const host = { addController: () => undefined, requestUpdate: () => undefined };
  const submission = new Submission(
    host as unknown as ConstructorParameters<typeof Submission>[0],
    () => workspace as unknown as Workspace,
    { ask: (request: Asked) => asked.push(request) } as unknown as Unlocking,
  );
  return { composition, jobs, refusals, asked, submission };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('sending', () => {
  test('asks for the passphrase where the key has been locked meanwhile, and goes on with it', async () => {
    const { composition, jobs, asked, submission } = stage();
    composition.change({ sign: true });
    submission.submit(locked);
    await turn();
    expect(jobs).toEqual([]);
    asked[0]?.unlocked();
    await turn();
    expect(jobs[0]?.protection).toEqual({ sign: key, encrypt: null });
  });

  test('never goes unsigned where Sign is pressed and there is no key', async () => {
    const { composition, jobs, refusals, submission } = stage();
    composition.change({ sign: true });
    submission.submit({ ...locked, files: [] });
    await turn();
    expect([jobs, refusals]).toEqual([[], ['key-unusable']]);
  });

  test('names who has no certificate, and goes without encryption by a choice alone', async () => {
    const { composition, jobs, refusals, submission } = stage();
    composition.change({ encrypt: true, cc: 'eve@example.org' });
    submission.submit(unlocked);
    await turn();
    expect(refusals).toEqual(['missing-certificate']);
    expect(submission.question).toEqual(['eve@example.org']);
    submission.back();
    expect([jobs, submission.question]).toEqual([[], null]);
    submission.submit(unlocked);
    submission.unencrypted(unlocked);
    await turn();
    expect(jobs.map((job) => job.protection)).toEqual([{ sign: null, encrypt: null }]);
    expect(composition.state.encrypt).toBe(true);
  });

  test('asks before words that came encrypted go out in clear', async () => {
    const { composition, jobs, submission } = stage();
    composition.change({ quotesDecrypted: true, encrypt: false });
    submission.submit(unlocked);
    await turn();
    expect([jobs, submission.question]).toEqual([[], []]);
  });

  test('refuses what is no address, and a mail from nobody', () => {
    const { composition, refusals, submission } = stage();
    submission.submit(null);
    composition.change({ bcc: 'nobody' });
    submission.submit(unlocked);
    expect(refusals).toEqual(['no-sender', 'bad-address']);
  });
});

describe('the question about encryption', () => {
  let dialog: ComposeMissing;
  const shown = (hook: string) =>
    dialog.shadowRoot?.querySelector<HTMLButtonElement>(`[data-testid="${hook}"]`) ?? null;

  beforeAll(() => {
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
      this.open = false;
    };
    defineElements();
    customElements.define('signet-compose-missing', ComposeMissing);
  });
  beforeEach(() => {
    dialog = new ComposeMissing();
    document.body.replaceChildren(dialog);
  });

  test('begins at the way back', async () => {
    Object.assign(dialog, { open: true, addresses: ['eve@example.org'] });
    await dialog.updateComplete;
    await turn();
    expect(dialog.shadowRoot?.activeElement).toBe(shown('compose-missing-back'));
    expect(dialog.shadowRoot?.textContent).toContain('eve@example.org');
    expect(shown('unencrypted-consent')).toBeNull();
  });

  test('takes a further choice where words came encrypted, each time anew', async () => {
    const went = vi.fn();
    dialog.addEventListener('go-unencrypted', went);
    Object.assign(dialog, { open: true, addresses: ['eve@example.org'], decrypted: true });
    await dialog.updateComplete;
    shown('send-unencrypted')?.click();
    expect(went).not.toHaveBeenCalled();
    shown('unencrypted-consent')?.click();
    await dialog.updateComplete;
    shown('send-unencrypted')?.click();
    expect(went).toHaveBeenCalledOnce();
    dialog.open = false;
    await dialog.updateComplete;
    dialog.open = true;
    await dialog.updateComplete;
    expect(shown('send-unencrypted')?.disabled).toBe(true);
  });
});
