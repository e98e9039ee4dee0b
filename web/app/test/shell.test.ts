// @vitest-environment jsdom
import { setLanguage } from '@signet/elements';
import { html, LitElement } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { focusPage, nameDocument, pageName } from '../src/pages/arrival.ts';
import { UnlockedKeys } from '../src/pages/unlocked-keys.ts';
import { Observable } from '../src/state/observable.ts';
import type { Workspace } from '../src/state/workspace.ts';

customElements.define('signet-unlocked-keys', UnlockedKeys);

class WithHeading extends LitElement {
  protected override render() {
    return html`<h1>Heading</h1>
      <input />`;
  }
}
customElements.define('test-page', WithHeading);

class Engine extends Observable {
  keys = [{}, {}];
  lockAt: Date | null = null;
}

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  setLanguage('en');
  document.body.replaceChildren();
});

describe('The unlocked keys in the header', () => {
  const start = new Date('2026-11-28T12:00:00Z');

  async function shown(engine: Engine) {
    vi.useFakeTimers({ now: start, toFake: ['Date', 'setInterval', 'clearInterval'] });
    const element = document.createElement('signet-unlocked-keys') as UnlockedKeys;
    const announce = vi.fn();
    element.workspace = { engine, announce } as unknown as Workspace;
    document.body.append(element);
    const time = async () => {
      await element.updateComplete;
      return element.shadowRoot?.querySelector('.time')?.textContent;
    };
    return { element, announce, time };
  }

  it('tell how long they stay so, in whole minutes of the language', async () => {
    const engine = new Engine();
    engine.lockAt = new Date(start.getTime() + 4.5 * 60_000);
    const { time } = await shown(engine);
    expect(await time()).toContain('5 minutes');
    vi.advanceTimersByTime(60_000);
    expect(await time()).toContain('4 minutes');
    setLanguage('de');
    expect(await time()).toContain('4 Minuten');
  });

  it('announce the last minute once, and again after they were used', async () => {
    const engine = new Engine();
    engine.lockAt = new Date(start.getTime() + 90_000);
    const { announce } = await shown(engine);
    vi.advanceTimersByTime(20_000);
    expect(announce).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(announce).toHaveBeenCalledTimes(1);
    engine.lockAt = new Date(start.getTime() + 200_000);
    vi.advanceTimersByTime(30_000);
    expect(announce).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(announce).toHaveBeenCalledTimes(2);
  });

  it('are silent when there are none', async () => {
    const engine = new Engine();
    engine.keys = [];
    const { element, time } = await shown(engine);
    expect(await time()).toBeUndefined();
    expect(element.shadowRoot?.querySelector('.keys')).toBeNull();
  });
});

describe('A page that comes', () => {
  it('gives the document its name, in the language', () => {
    nameDocument(pageName('settings'));
    expect(document.title).toBe('Settings – Signet');
    setLanguage('fr');
    nameDocument(pageName('settings'));
    expect(document.title).toBe('Paramètres – Signet');
    nameDocument('');
    expect(document.title).toBe('Signet');
  });

  async function arrived(prepare?: (page: HTMLElement) => void): Promise<Element | null> {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const main = document.createElement('main');
    const page = document.createElement('test-page') as WithHeading;
    main.append(page);
    root.append(main);
    document.body.append(host);
    await page.updateComplete;
    prepare?.(page);
    await focusPage(main);
    return page.shadowRoot?.activeElement ?? null;
  }

  it('has the focus on its heading', async () => {
    expect((await arrived())?.localName).toBe('h1');
  });

  it('keeps the focus where it has put it itself', async () => {
    const focused = await arrived((page) => page.shadowRoot?.querySelector('input')?.focus());
    expect(focused?.localName).toBe('input');
  });
});
