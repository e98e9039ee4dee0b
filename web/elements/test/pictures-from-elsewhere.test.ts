import { describe, expect, test } from 'vitest';
import { MailSanitiser } from '../src/mail/sanitise.ts';
import { rewrittenStyle } from '../src/mail/style.ts';

const sanitiser = new MailSanitiser(window);
const none = () => null;
const loaded = (html: string) => sanitiser.sanitise(html, none, true);

describe('pictures from elsewhere', () => {
  const html =
    '<img src="http://a.example/x.png"><img src="//b.example/y"><table background="https://c.example/z"><tr><td style="background:url(\'https://d.example/q?a=)\')">x</td></tr></table><style>p{background:url(https://e.example/)}</style>';

  test('are counted and taken out, as long as nobody asks for them', () => {
    const mail = sanitiser.sanitise(html);
    expect(mail).toMatchObject({ remoteRemoved: 5, pictures: 5 });
    expect(mail.html).not.toMatch(/[a-e]\.example/);
  });

  test('are left in by https, once somebody does', () => {
    const mail = loaded(html);
    expect(mail).toMatchObject({ remoteRemoved: 0, pictures: 5 });
    expect(mail.html).toContain('src="https://a.example/x.png"');
    expect(mail.html).toContain('src="https://b.example/y"');
    expect(mail.html).toContain('background="https://c.example/z"');
    expect(mail.html).toContain('https://d.example/q?a=%29');
    expect(mail.html).toContain('url("https://e.example/")');
    expect(mail.html).not.toContain('http:');
  });

  test.each([
    '<img src="ftp://a.example/x">',
    '<img src="x.png">',
    '<img src="blob:https://a.example/x">',
    '<img src="javascript:alert(1)">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img src="cid:unknown">',
    '<img srcset="https://a.example/x 1x">',
    '<video poster="https://a.example/x"></video>',
    '<iframe src="https://a.example/x"></iframe>',
    '<link rel=stylesheet href="https://a.example/x">',
    '<style>@import "https://a.example/x";</style>',
    '<style>@import url(https://a.example/x);</style>',
    '<input type=image src="https://a.example/x">',
    '<svg><image href="https://a.example/x"></svg>',
  ])('never are %s', (other) => {
    expect(loaded(other).html).not.toMatch(/a\.example|src=|svg/);
  });

  test('are asked for without cookie, password or delay', () => {
    const { html: clean } = loaded(
      '<img crossorigin="use-credentials" loading="lazy" referrerpolicy="unsafe-url" src="https://u:p@a.example/x">',
    );
    expect(clean).toBe('<img src="https://a.example/x">');
  });
});

describe('a style', () => {
  const closed = (style: string) => rewrittenStyle(style, none);

  test.each([
    String.raw`background:\75rl(https://a.example/)`,
    String.raw`background:u\72 l(https://a.example/)`,
    String.raw`background:ur\00006C("https://a.example/")`,
    String.raw`background:UR\l('https://a.example/')`,
    String.raw`@\69mport "https://a.example/";`,
    String.raw`@impor\000074  url(https://a.example/);`,
    String.raw`background:image\2dset("https://a.example/" 1x)`,
    'background:URL(  "https://a.example/"  )',
    'background:url(https://a.example/',
    'background:url("https://a.example/',
    'background:url(\n"https://a.example/")',
    '@font-face{font-family:x;src:url(https://a.example/)}',
    'content:attr(title);background:-webkit-image-set(url(https://a.example/) 1x)',
    '--x:url(https://a.example/);background:var(--x)',
  ])('loads nothing: %s', (style) => {
    expect(closed(style)).not.toMatch(/url\s*\(|@import|image-set/i);
  });

  test('stays as it is otherwise', () => {
    const style = String.raw`p::before{content:"\201C a\22 b";color:red}.curl(x){}`;
    expect(closed(style)).toBe(style);
    expect(closed('background:url(data:image/png;base64,AQI=)')).toContain('data:image/png');
  });

  test('is rewritten in time', () => {
    const start = performance.now();
    for (const style of [
      'url('.repeat(60_000),
      '@import'.repeat(25_000),
      `url(${' '.repeat(60_000)}`,
      `url${' '.repeat(60_000)}`,
      '\\75 '.repeat(40_000),
      'url("'.repeat(25_000),
      '@import "'.repeat(25_000),
    ])
      closed(style);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
