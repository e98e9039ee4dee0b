import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  defineElements,
  forbiddenCharacter,
  preparedPassphrase,
  type PassphraseChange,
  type SignetChangePassphrase,
} from '../src/index.ts';
import { passphraseInput } from '../src/keys/passphrase-input.ts';
import { strengthOf } from '../src/keys/strength.ts';
import { texts } from '../src/texts/index.ts';
import { render } from 'lit';

describe('the passphrase policy', () => {
  const signs = '< > ? - . + @ # % ! $ _ ~ ` \' " \\ / | ( ) [ ] { } & * ^ = : ; ,';

  test('allows every printable ASCII character and space, at any length', () => {
    expect(forbiddenCharacter(signs, 'ascii')).toBeNull();
    expect(forbiddenCharacter('a', 'ascii')).toBeNull();
    expect(forbiddenCharacter('a b'.repeat(100_000), 'ascii')).toBeNull();
  });

  test.each([
    ['Umlaut', 'grün', { shown: 'ü', place: 3 }],
    ['euro', '10 €', { shown: '€', place: 4 }],
    ['of two code units', '🔑', { shown: '🔑', place: 1 }],
    ['a space beyond ASCII', 'a\u00a0b', { shown: 'U+00A0', place: 2 }],
    ['control character', 'a\u0007', { shown: 'U+0007', place: 2 }],
    ['combining mark', 'u\u0308', { shown: 'U+0308', place: 2 }],
  ])('by ASCII names what it refuses and where: %s', (_, passphrase, found) => {
    expect(forbiddenCharacter(passphrase, 'ascii')).toEqual(found);
  });

  test('by Unicode allows what people write, and no half characters, controls or unknown ones', () => {
    for (const one of ['grün €', 'пароль', '鍵 の 言葉', '🔑👩‍💻', 'u\u0308'])
      expect(forbiddenCharacter(one, 'unicode')).toBeNull();
    expect(forbiddenCharacter('a\ud83d', 'unicode')).toEqual({ shown: 'U+D83D', place: 2 });
    expect(forbiddenCharacter('\u0000', 'unicode')?.place).toBe(1);
    expect(forbiddenCharacter('\u{e0080}', 'unicode')?.shown).toBe('U+E0080');
  });

  test('makes the same of what platforms write differently', () => {
    expect(preparedPassphrase('gru\u0308n')).toBe(preparedPassphrase('gr\u00fcn'));
    expect(preparedPassphrase('a\u00a0b\u3000c')).toBe('a b c');
    expect(preparedPassphrase('ﬁ')).toBe('ﬁ');
  });
});

describe('the strength', () => {
  test('is told by what people choose, not by kinds of characters', async () => {
    expect(await strengthOf('password', [])).toBe(0);
    expect(await strengthOf('P@ssw0rd1', [])).toBeLessThanOrEqual(1);
    expect(await strengthOf('gravel lantern oxide thirsty comet', [])).toBe(4);
  });

  test('counts what is known of the person as known', async () => {
    const about = ['eleonore.vanderberg@example.org', 'eleonore.vanderberg'];
    const unaware = await strengthOf('eleonore.vanderberg', []);
    expect(await strengthOf('eleonore.vanderberg', about)).toBeLessThan(unaware);
  });

  test('of something endless is told at once', async () => {
    const begun = performance.now();
    await strengthOf('ab1!'.repeat(1_000_000), []);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('a passphrase that none may keep', () => {
  afterEach(() => vi.unstubAllGlobals());

  function drawn(remember: 'current-password' | null) {
    const place = document.createElement('div');
    render(passphraseInput({ id: 'p', hook: 'p', remember }), place);
    return place.querySelector('input');
  }

  test('stands in no password field where the browser can show dots without one', () => {
    vi.stubGlobal('CSS', { supports: () => true });
    expect(drawn(null)?.type).toBe('text');
    expect(drawn(null)?.className).toBe('concealed');
    expect(drawn(null)?.name).toBe('');
    expect(drawn('current-password')?.type).toBe('password');
  });

  test('is never shown where it cannot', () => {
    vi.stubGlobal('CSS', { supports: () => false });
    expect(drawn(null)?.type).toBe('password');
  });
});

describe('changing a passphrase', () => {
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
      this.open = false;
    };
    defineElements();
  });
  afterEach(() => document.body.replaceChildren());

  async function dialog(policy: 'ascii' | 'unicode' = 'ascii') {
    const element = document.createElement('signet-change-passphrase') as SignetChangePassphrase;
    Object.assign(element, { open: true, name: 'a.p12', policy });
    document.body.append(element);
    await element.updateComplete;
    const changes: PassphraseChange[] = [];
    element.addEventListener('signet-change-passphrase', (event) =>
      changes.push((event as CustomEvent<PassphraseChange>).detail),
    );
    const hook = (id: string) =>
      element.shadowRoot?.querySelector<HTMLInputElement>(`[data-testid="${id}"]`) ?? null;
    const type = async (id: string, value: string) => {
      const field = hook(id);
      if (field === null) throw new Error(id);
      field.value = value;
      field.dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
    };
    const submit = async () => {
      element.shadowRoot
        ?.querySelector('form')
        ?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
      await element.updateComplete;
    };
    return { element, changes, hook, type, submit };
  }

  test('hands both on once they are right', async () => {
    const { changes, type, submit } = await dialog();
    await type('change-old', 'käse');
    await type('new-passphrase', 'new words');
    await type('new-passphrase-again', 'new words');
    await submit();
    expect(changes).toEqual([{ passphrase: 'käse', newPassphrase: 'new words' }]);
  });

  test('names the character that is not allowed while it is typed, and hands nothing on', async () => {
    const { changes, hook, type, submit } = await dialog();
    await type('new-passphrase', 'fünf');
    expect(hook('new-passphrase-fault')?.textContent?.trim()).toBe(
      texts.passphraseForbidden('ü', 2),
    );
    expect(hook('new-passphrase')?.getAttribute('aria-invalid')).toBe('true');
    await type('new-passphrase-again', 'fünf');
    await submit();
    expect(changes).toEqual([]);
    await type('new-passphrase', 'funf');
    expect(hook('new-passphrase-fault')).toBeNull();
  });

  test('says that the two entries differ once they cannot become the same', async () => {
    const { changes, hook, type, submit } = await dialog();
    await type('new-passphrase', 'new words');
    await type('new-passphrase-again', 'new');
    expect(hook('new-passphrase-differs')).toBeNull();
    await submit();
    expect(hook('new-passphrase-differs')).not.toBeNull();
    await type('new-passphrase-again', 'newer');
    expect(hook('new-passphrase-differs')?.textContent?.trim()).toBe(texts.passphrasesDiffer);
    expect(changes).toEqual([]);
  });

  test('hands nothing on that is empty', async () => {
    const { changes, hook, submit } = await dialog();
    await submit();
    expect(changes).toEqual([]);
    expect(hook('new-passphrase-fault')?.textContent?.trim()).toBe(texts.passphraseEmpty);
  });

  test('by the Unicode policy hands on the one form', async () => {
    const { changes, type, submit } = await dialog('unicode');
    await type('new-passphrase', 'gru\u0308n\u00a0€');
    await type('new-passphrase-again', 'gru\u0308n\u00a0€');
    await submit();
    expect(changes[0]?.newPassphrase).toBe('gr\u00fcn €');
  });

  test('shows the strength in words and as a meter', async () => {
    const { element, hook, type } = await dialog();
    await type('new-passphrase', 'password');
    await vi.waitUntil(() => hook('passphrase-strength') !== null, { timeout: 20_000 });
    expect(hook('passphrase-strength')?.textContent).toContain(texts.strengths[0]);
    expect(element.shadowRoot?.querySelector('meter')).not.toBeNull();
  });
});
