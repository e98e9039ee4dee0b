import type { Status } from '@signet/smime';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  defineElements,
  type PassphraseGiven,
  type SignetFileDrop,
  type SignetMailFrame,
  type RecipientState,
  type SignetPassphraseDialog,
  type SignetRecipientStatus,
  type SignetStatusBar,
  type SignetStatusDetails,
} from '../src/index.ts';
import { texts } from '../src/texts/index.ts';
import { opened } from './opened.ts';

beforeAll(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  defineElements();
  defineElements();
});
afterEach(() => document.body.replaceChildren());

async function shown<Element extends HTMLElement & { updateComplete: Promise<boolean> }>(
  name: string,
  properties: Partial<Element>,
): Promise<Element> {
  const element = Object.assign(document.createElement(name), properties) as Element;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

function hook(root: Element, id: string): HTMLElement | null {
  return root.shadowRoot?.querySelector<HTMLElement>(`[data-testid="${id}"]`) ?? null;
}

function input(root: Element): HTMLInputElement | null {
  return root.shadowRoot?.querySelector<HTMLInputElement>('#passphrase') ?? null;
}

function frameOf(root: Element): HTMLIFrameElement | null {
  return root.shadowRoot?.querySelector('iframe') ?? null;
}

describe('the status bar', () => {
  test.each<[Status['colour'], Status['code'], string]>([
    ['green', 'verified', texts.titles.verified],
    ['orange', 'revocation-unknown', texts.titles['revocation-unknown']],
    ['red', 'tampered', texts.titles.tampered],
    ['none', 'unsigned', texts.titles.unsigned],
  ])('is %s for %s, in words and with a symbol', async (colour, code, title) => {
    const element = await shown<SignetStatusBar>('signet-status-bar', {
      opened: opened({ colour, code }),
    });
    const bar = hook(element, 'status-bar');
    expect(bar?.dataset['colour']).toBe(colour);
    expect(bar?.dataset['code']).toBe(code);
    expect(bar?.dataset['encrypted']).toBe('false');
    expect(bar?.textContent).toContain(title);
    expect(bar?.textContent).toContain('One sentence.');
    expect(bar?.querySelector('svg')).not.toBeNull();
  });

  test('shows the lock apart from the verdict, and gives details on a click', async () => {
    const element = await shown<SignetStatusBar>('signet-status-bar', {
      opened: opened(
        { colour: 'red', code: 'untrusted' },
        { layers: [{ type: 'encrypted', form: 'enveloped' }] },
      ),
    });
    const details = vi.fn();
    element.addEventListener('signet-details', details);
    hook(element, 'status-bar')?.click();
    expect(details).toHaveBeenCalledOnce();
    expect(hook(element, 'status-bar')?.dataset['encrypted']).toBe('true');
    expect(hook(element, 'status-bar')?.textContent).toContain(texts.encrypted);
  });

  test.each(['locked', 'no-key'] as const)('asks for a key when %s', async (code) => {
    const element = await shown<SignetStatusBar>('signet-status-bar', {
      opened: opened({ code }, { content: null }),
    });
    const unlock = vi.fn();
    element.addEventListener('signet-unlock', unlock);
    hook(element, 'status-bar')?.click();
    expect(unlock).toHaveBeenCalledOnce();
  });
});

describe('the details', () => {
  test.each(Object.keys(texts.titles) as Status['code'][])(
    'of %s say what it means and what to do, each once',
    async (code) => {
      const element = await shown<SignetStatusDetails>('signet-status-details', {
        opened: opened({ code }),
        open: true,
      });
      const text = element.shadowRoot?.textContent ?? '';
      expect(text).toContain(texts.titles[code]);
      expect(text.split(opened({ code }).status.message)).toHaveLength(2);
      expect(text.split(texts.advice[code] ?? texts.whatToDo)).toHaveLength(
        texts.advice[code] === undefined ? 1 : 2,
      );
    },
  );
});

describe('the passphrase dialog', () => {
  const keys = [
    { id: '1', name: 'a.p12', detail: '', account: 'S/MIME a.p12' },
    { id: '2', name: 'b.p12', detail: 'b@example.org', account: 'S/MIME b.p12' },
  ];
  const submit = (element: Element) =>
    element.shadowRoot
      ?.querySelector('form')
      ?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));

  test('hands the passphrase on once, and keeps none of it', async () => {
    const element = await shown<SignetPassphraseDialog>('signet-passphrase-dialog', {
      keys,
      preferred: '2',
      open: true,
    });
    const field = input(element);
    const given: PassphraseGiven[] = [];
    element.addEventListener('signet-passphrase', (event) =>
      given.push((event as CustomEvent<PassphraseGiven>).detail),
    );
    if (field !== null) field.value = 'open sesame';
    submit(element);
    expect(given).toEqual([{ keyId: '2', passphrase: 'open sesame' }]);
    expect(field?.value).toBe('');
  });

  test('forgets what was typed when it is closed', async () => {
    const element = await shown<SignetPassphraseDialog>('signet-passphrase-dialog', {
      keys,
      open: true,
    });
    const field = input(element);
    if (field !== null) field.value = 'open sesame';
    element.open = false;
    await element.updateComplete;
    expect(field?.value).toBe('');
  });

  test('lets the browser remember only where that is allowed, under a user name of its own', async () => {
    const element = await shown<SignetPassphraseDialog>('signet-passphrase-dialog', {
      keys,
      open: true,
    });
    const field = input(element);
    expect(field?.autocomplete).toBe('off');
    expect(element.shadowRoot?.querySelector('[autocomplete=username]')).toBeNull();
    element.remember = true;
    await element.updateComplete;
    expect(field?.autocomplete).toBe('current-password');
    const user = element.shadowRoot?.querySelector<HTMLInputElement>('[autocomplete=username]');
    expect(user?.value).toBe('S/MIME a.p12');
  });

  test('leaves what may be remembered to the form that goes, and forgets it when it was wrong', async () => {
    const element = await shown<SignetPassphraseDialog>('signet-passphrase-dialog', {
      keys,
      open: true,
      remember: true,
    });
    const field = input(element);
    if (field !== null) field.value = 'open sesame';
    submit(element);
    expect(field?.value).toBe('open sesame');
    element.error = 'Unable to decrypt';
    await element.updateComplete;
    expect(field?.value).toBe('');
    if (field !== null) field.value = 'open sesame';
    element.open = false;
    await element.updateComplete;
    expect(field?.isConnected).toBe(false);
    await vi.waitUntil(() => field?.value === '', { timeout: 20_000 });
  });

  test('says what went wrong', async () => {
    const element = await shown<SignetPassphraseDialog>('signet-passphrase-dialog', {
      keys,
      open: true,
    });
    element.error = 'Unable to decrypt';
    element.errorCode = 'wrong-passphrase';
    await element.updateComplete;
    expect(hook(element, 'passphrase-error')?.textContent).toContain('Unable to decrypt');
    expect(hook(element, 'passphrase-error')?.dataset['code']).toBe('wrong-passphrase');
    expect(hook(element, 'passphrase-input')?.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the mail frame', () => {
  test('gives its document neither the site’s origin nor forms', async () => {
    const element = await shown<SignetMailFrame>('signet-mail-frame', { html: '<p>x</p>' });
    const frame = frameOf(element);
    const sandbox = frame?.getAttribute('sandbox')?.split(' ');
    expect(sandbox).not.toContain('allow-same-origin');
    expect(sandbox).not.toContain('allow-forms');
    expect(sandbox).not.toContain('allow-top-navigation');
  });

  test('is as high as its document says, within bounds, and listens to nobody else', async () => {
    const element = await shown<SignetMailFrame>('signet-mail-frame', { html: '<p>x</p>' });
    const frame = frameOf(element);
    const tell = (height: unknown, source: Window | null) =>
      window.dispatchEvent(
        new MessageEvent('message', { data: { type: 'signet-mail-height', height }, source }),
      );
    tell(500, frame?.contentWindow ?? null);
    expect(frame?.style.height).toBe('500px');
    tell(900, window);
    expect(frame?.style.height).toBe('500px');
    for (const height of ['1px', Number.NaN, null, {}]) tell(height, frame?.contentWindow ?? null);
    expect(frame?.style.height).toBe('500px');
    tell(1e9, frame?.contentWindow ?? null);
    expect(frame?.style.height).toBe('30000px');
  });
});

describe('the drop zone', () => {
  test('gives one file where one is wanted', async () => {
    const element = await shown<SignetFileDrop>('signet-file-drop', { multiple: false });
    const given: File[][] = [];
    element.addEventListener('signet-files', (event) =>
      given.push((event as CustomEvent<File[]>).detail),
    );
    const drop = Object.assign(new Event('drop', { cancelable: true }), {
      dataTransfer: { files: [new File(['a'], 'a'), new File(['b'], 'b')] },
    });
    element.shadowRoot?.querySelector('.zone')?.dispatchEvent(drop);
    expect(given.map((files) => files.map((file) => file.name))).toEqual([['a']]);
  });
});

describe('the recipients', () => {
  const states: RecipientState[] = [
    'present',
    'missing',
    'expired',
    'not-yet-valid',
    'not-for-encryption',
    'checking',
  ];

  test('say in words, beside a symbol, whether they can be encrypted to', async () => {
    const recipients = states.map((state) => ({ address: `${state}@example.org`, state }));
    const status = await shown<SignetRecipientStatus>('signet-recipient-status', { recipients });
    const items = [...(status.shadowRoot?.querySelectorAll<HTMLElement>('li') ?? [])];
    expect(items.map((item) => item.dataset['state'])).toEqual(states);
    const words = items.map((item) => item.textContent.replace(/^\s*\S+/, '').trim());
    expect(new Set(words).size).toBe(states.length);
    expect(words.every((word) => word !== '')).toBe(true);
    expect(items.every((item) => item.querySelector('svg') !== null)).toBe(true);
  });

  test('are told of politely, from the first one on', async () => {
    const status = await shown<SignetRecipientStatus>('signet-recipient-status', {});
    expect(status.shadowRoot?.querySelector('[aria-live="polite"]')).not.toBeNull();
  });
});
