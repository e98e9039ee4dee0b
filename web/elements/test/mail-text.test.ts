import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  defineElements,
  type MailtoFields,
  type SignetLinkGuard,
  type SignetMailText,
} from '../src/index.ts';
import { linkified } from '../src/mail/linkify.ts';
import { quoteBlocks } from '../src/mail/mail-text.ts';

const links = (text: string) =>
  linkified(text).flatMap((piece) => (piece.link === null ? [] : [[piece.text, piece.link.href]]));

describe('in a plain text, links are', () => {
  test.each([
    [
      'See https://example.org/a_(b), please.',
      'https://example.org/a_(b)',
      'https://example.org/a_(b)',
    ],
    ['(https://example.org/a)', 'https://example.org/a', 'https://example.org/a'],
    ['<http://example.org/?a=b&c=d>', 'http://example.org/?a=b&c=d', 'http://example.org/?a=b&c=d'],
    ['www.example.org!', 'www.example.org', 'https://www.example.org/'],
    ['Write to bob@example.org.', 'bob@example.org', 'mailto:bob@example.org'],
    [
      'mailto:bob@example.org?subject=a',
      'mailto:bob@example.org?subject=a',
      'mailto:bob@example.org?subject=a',
    ],
    ['»https://example.org«', 'https://example.org', 'https://example.org/'],
  ])('%s', (text, shown, href) => expect(links(text)).toEqual([[shown, href]]));

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file.txt',
    'done.Next',
    'a@b',
    'x://y',
    'https://',
    'www.',
  ])('not %s', (text) => expect(links(text)).toEqual([]));

  test('ended by what cannot be seen', () => {
    expect(links('https://example.org/a\u202egnp.exe')).toEqual([
      ['https://example.org/a', 'https://example.org/a'],
    ]);
  });

  test('pieces of the whole text, which is not lost', () => {
    const text = 'a https://example.org/ b\nwww.example.org, bob@example.org c';
    expect(
      linkified(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  test('found in time, and not without number', () => {
    const start = performance.now();
    for (const text of [
      'a@'.repeat(40_000),
      'a.'.repeat(40_000),
      `${'a'.repeat(20_000)}@`,
      'https://'.repeat(20_000),
      'www.'.repeat(20_000),
      'a@a.'.repeat(20_000),
      `https://example.org/${')'.repeat(20_000)}`,
    ])
      linkified(text);
    expect(links('https://example.org/ '.repeat(10_000))).toHaveLength(2000);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

test('quoted lines are blocks, and nothing of the text is lost', () => {
  const text = 'Hello\n> one\n>> two\n> > three\n>>>>>>>>> many\nend';
  const blocks = quoteBlocks(text);
  expect(blocks.map((block) => block.depth)).toEqual([0, 1, 2, 5, 0]);
  expect(blocks.map((block) => block.text).join('\n')).toBe(text);
  expect(quoteBlocks('> a\nb\n'.repeat(10_000))).toHaveLength(1);
});

describe('the text of a mail', () => {
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

  async function shown(text: string) {
    const element = Object.assign(document.createElement('signet-mail-text') as SignetMailText, {
      text,
    });
    document.body.append(element);
    await element.updateComplete;
    const guard = element.shadowRoot?.querySelector<SignetLinkGuard>('signet-link-guard');
    if (guard === null || guard === undefined) throw new Error('no guard');
    await guard.updateComplete;
    return { element, guard, body: element.shadowRoot?.querySelector('[data-testid=mail-body]') };
  }

  test('is text, whatever it holds', async () => {
    const { body } = await shown('<img src=x onerror=alert(1)>\n> quoted');
    expect(body?.textContent).toBe('<img src=x onerror=alert(1)>> quoted');
    expect(body?.querySelector('img')).toBeNull();
  });

  test('shows the address of the link that is pointed at, outside of it', async () => {
    const { guard, body } = await shown('www.example.org');
    const line = guard.shadowRoot?.querySelector('[data-testid=link-address]');
    expect(line?.getAttribute('aria-live')).toBe('off');
    body?.querySelector('a')?.dispatchEvent(new Event('focusin', { bubbles: true }));
    await guard.updateComplete;
    expect(line?.textContent?.trim()).toBe('https://www.example.org/');
    body?.querySelector('a')?.dispatchEvent(new Event('focusout', { bubbles: true }));
    await guard.updateComplete;
    expect(line?.textContent?.trim()).toBe('');
  });

  test('leaves a link to a mailbox to the host', async () => {
    const { element, body } = await shown('bob@example.org');
    const told: MailtoFields[] = [];
    element.addEventListener('signet-mailto', (event) => {
      event.preventDefault();
      told.push((event as CustomEvent<MailtoFields>).detail);
    });
    body?.querySelector('a')?.click();
    expect(told).toEqual([{ to: 'bob@example.org', cc: '', subject: '', body: '' }]);
  });

  test('asks before it opens what may look like something else', async () => {
    const click = vi
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => undefined);
    const { guard } = await shown('x');
    guard.follow('https://example.org/', 'example.org');
    expect(click).toHaveBeenCalledTimes(1);
    expect(click.mock.instances[0]).toMatchObject({
      href: 'https://example.org/',
      target: '_blank',
      rel: 'noopener noreferrer',
      referrerPolicy: 'no-referrer',
    });
    guard.follow('https://evil.example/', 'bank.example');
    guard.follow('javascript:alert(1)', 'x');
    await guard.updateComplete;
    expect(click).toHaveBeenCalledTimes(1);
    expect(guard.shadowRoot?.querySelector('[data-testid=link-target]')?.textContent?.trim()).toBe(
      'https://evil.example/',
    );
    guard.shadowRoot?.querySelector<HTMLElement>('[data-testid=link-open]')?.click();
    expect(click).toHaveBeenCalledTimes(2);
    click.mockRestore();
  });
});
