// @vitest-environment jsdom
import { defineElements } from '@signet/elements';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { SessionEnded } from '../src/pages/session-ended.ts';
import { SignInForm } from '../src/pages/sign-in-form.ts';
import { SignInPage, type Arrival } from '../src/pages/sign-in.ts';
import {
  HttpError,
  type Api,
  type ServerConfig,
  type Session,
  type SignedIn,
} from '../src/session/api.ts';
import { cameBackInVain } from '../src/session/landing.ts';
import { Renewal } from '../src/session/renewal.ts';
import { texts } from '../src/texts/index.ts';

const patience = 20_000;
vi.setConfig({ testTimeout: 2 * patience });

function until<T>(condition: () => T) {
  return vi.waitUntil(condition, { timeout: patience });
}

const alice: Session = { user: 'alice', csrf: 'token' };

beforeAll(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function show(): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(): void {
    this.open = false;
  };
  defineElements();
  customElements.define('signet-sign-in-form', SignInForm);
  customElements.define('signet-sign-in-page', SignInPage);
  customElements.define('signet-session-ended', SessionEnded);
});

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

/** What is shown under a hook, through every shadow root. */
function shown(hook: string, root: ParentNode = document): HTMLElement | null {
  const here = root.querySelector<HTMLElement>(`[data-testid="${hook}"]`);
  if (here !== null) return here;
  for (const element of root.querySelectorAll('*')) {
    const below = element.shadowRoot === null ? null : shown(hook, element.shadowRoot);
    if (below !== null) return below;
  }
  return null;
}

function page(kind: ServerConfig['signIn'], api: Partial<Api>, arrival: Arrival = 'fresh') {
  const element = new SignInPage();
  Object.assign(element, { kind, api, arrival });
  const sessions: SignedIn[] = [];
  element.addEventListener('signed-in', (event) =>
    sessions.push((event as CustomEvent<SignedIn>).detail),
  );
  document.body.append(element);
  return sessions;
}

describe('the sign-in page', () => {
  test('tells of the session that a name and a password have got', async () => {
    const signIn = vi.fn(() => Promise.resolve(alice));
    const sessions = page('local', { signIn });
    ((await until(() => shown('sign-in-user'))) as HTMLInputElement).value = 'alice';
    (shown('sign-in-password') as HTMLInputElement).value = 'password';
    shown('sign-in-submit')?.click();
    await until(() => sessions.length === 1);
    expect(sessions.map(({ session }) => session)).toEqual([alice]);
    expect(sessions[0]?.typed).toEqual({ user: 'alice', password: 'password' });
    expect(signIn).toHaveBeenCalledWith('alice', 'password');
  });

  test('sends nothing of a key file’s entry that a password manager has filled in', async () => {
    const signIn = vi.fn(() => Promise.resolve(alice));
    const sessions = page('local', { signIn });
    const user = (await until(() => shown('sign-in-user'))) as HTMLInputElement;
    const password = shown('sign-in-password') as HTMLInputElement;
    const fill = () => {
      user.value = 'S/MIME alice.p12';
      password.value = 'passphrase';
    };
    fill();
    user.dispatchEvent(new InputEvent('input'));
    expect([user.value, password.value]).toEqual(['', '']);
    fill();
    user.form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await until(() => shown('sign-in-error'));
    expect([user.value, password.value]).toEqual(['', '']);
    expect(signIn).not.toHaveBeenCalled();
    expect(sessions).toEqual([]);
  });

  test('knows who signed in last', async () => {
    page('local', { signIn: () => Promise.resolve(alice) });
    ((await until(() => shown('sign-in-user'))) as HTMLInputElement).value = 'alice';
    (shown('sign-in-password') as HTMLInputElement).value = 'password';
    shown('sign-in-submit')?.click();
    await until(() => localStorage.getItem('signet-user'));
    document.body.replaceChildren();
    page('local', {});
    const user = (await until(() => shown('sign-in-user'))) as HTMLInputElement;
    expect([user.value, user.readOnly]).toEqual(['alice', false]);
  });

  test('leads to the provider by one link, and says when that was in vain', async () => {
    page('oidc', {}, 'in-vain');
    const link = await until(() => shown('sign-in-away'));
    expect(link.getAttribute('href')).toBe('/api/session/oidc');
    expect(link.hasAttribute('target')).toBe(false);
    expect(shown('sign-in-error')?.textContent?.trim()).toBe(texts.signInFailed);
    expect(shown('sign-in-user')).toBeNull();
  });

  test('says nothing of a failure to who comes for the first time', async () => {
    page('oidc', {});
    await until(() => shown('sign-in-away'));
    expect(shown('sign-in-error')).toBeNull();
  });

  test('signs in unasked where the proxy names the user', async () => {
    const signInByProxy = vi.fn(() => Promise.resolve(alice));
    const sessions = page('proxy', { signInByProxy });
    await until(() => sessions.length === 1);
    expect(sessions.map(({ session }) => session)).toEqual([alice]);
    expect(signInByProxy).toHaveBeenCalledTimes(1);
  });

  test('says that the site’s own sign-in is missing where the proxy names nobody', async () => {
    page('proxy', { signInByProxy: () => Promise.reject(new HttpError(401, '', null)) });
    const error = await until(() => shown('sign-in-error'));
    expect(error.textContent?.trim()).toBe(texts.siteSignInMissing);
    expect(shown('sign-in-away')?.getAttribute('href')).toBe('/');
  });

  test('does not sign in by the proxy who has just signed out', async () => {
    const signInByProxy = vi.fn(() => Promise.resolve(alice));
    page('proxy', { signInByProxy }, 'signed-out');
    const button = await until(() => shown('sign-in-submit'));
    expect(shown('signed-out')).not.toBeNull();
    expect(signInByProxy).not.toHaveBeenCalled();
    button.click();
    await until(() => signInByProxy.mock.calls.length === 1);
  });
});

describe('who is asked to sign in again', () => {
  function ended(kind: ServerConfig['signIn'], api: Partial<Api>) {
    const element = new SessionEnded();
    const renewal = new Renewal();
    const sessions: SignedIn[] = [];
    renewal.watch();
    Object.assign(element, { kind, api, renewal, user: 'alice' });
    element.addEventListener('signed-in', (event) => {
      sessions.push((event as CustomEvent<SignedIn>).detail);
      renewal.done();
    });
    document.body.append(element);
    return { renewal, sessions };
  }

  test('can be the same user alone, by name and password', async () => {
    const signIn = vi.fn(() => Promise.resolve(alice));
    const { renewal, sessions } = ended('local', { signIn });
    expect(shown('session-ended')).toBeNull();
    renewal.ask();
    const user = await until(() => shown('sign-in-user') as HTMLInputElement | null);
    expect([user.value, user.readOnly]).toEqual(['alice', true]);
    (shown('sign-in-password') as HTMLInputElement).value = 'password';
    shown('sign-in-submit')?.click();
    await until(() => sessions.length === 1);
    expect(signIn).toHaveBeenCalledWith('alice', 'password');
    await until(() => shown('session-ended') === null);
    expect(shown('session-ended-note')).toBeNull();
  });

  test('is reminded by a note after having put it off', async () => {
    const { renewal } = ended('local', {});
    renewal.ask();
    (await until(() => shown('session-ended-close'))).click();
    await until(() => shown('session-ended-note'));
    expect(shown('session-ended')).toBeNull();
    shown('sign-in-again')?.click();
    await until(() => shown('session-ended'));
    expect(shown('session-ended-note')).toBeNull();
  });

  test('goes to the provider in another tab, so that the page with the work stays', async () => {
    const { renewal } = ended('oidc', {});
    renewal.ask();
    const link = await until(() => shown('sign-in-away'));
    expect(link.getAttribute('target')).toBe('_blank');
  });

  test('is not asked where the proxy still knows the user', async () => {
    const { renewal, sessions } = ended('proxy', { signInByProxy: () => Promise.resolve(alice) });
    renewal.ask();
    await until(() => sessions.length === 1);
    expect(shown('session-ended')).toBeNull();
  });

  test('is told so where the proxy does not', async () => {
    const refused = new HttpError(401, '', null);
    const { renewal } = ended('proxy', { signInByProxy: () => Promise.reject(refused) });
    renewal.ask();
    await until(() => shown('session-ended'));
    expect(shown('sign-in-error')?.textContent?.trim()).toBe(texts.siteSignInMissing);
    expect(shown('sign-in-away')?.getAttribute('target')).toBe('_blank');
  });
});

test('a return in vain is read off the address once', () => {
  history.replaceState(null, '', '/?sign-in=failed&other=1#/settings');
  expect(cameBackInVain()).toBe(true);
  expect(window.location.href).toMatch(/\/\?other=1#\/settings$/);
  expect(cameBackInVain()).toBe(false);
});
