/** Where a link of a mail leads: to the web, or to somebody's mailbox. */
export interface Link {
  readonly kind: 'web' | 'mail';
  /** In ASCII: the host as punycode, everything else escaped. */
  readonly href: string;
  /** The true address in three pieces, for display; the middle one is the host, or the address of a mailbox. */
  readonly shown: readonly [before: string, host: string, after: string];
}

/** Why somebody is asked before a link is opened. */
export type Doubt =
  /** Its text looks like another address. */
  | 'other-address'
  /** The host has letters beyond ASCII, which may look like others. */
  | 'foreign-letters'
  /** Something that looks like a host stands before the `@` of the address. */
  | 'user-part';

/** What a link to a mailbox asks to write (RFC 6068). Only these fields are taken over: a link sets no others. */
export interface MailtoFields {
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
}

/** Characters that are not seen, or that turn the ones after them around. */
const unseen = /[\p{Cf}\p{Cc}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/gu;
const turning = /[\u202A-\u202E\u2066-\u2069]/u;
/** What reads as an address of the web or of a mailbox: `https://a.example/b`, `a.example`, `x@a.example`. */
const addressLike =
  /^(?:([a-z][a-z0-9+.-]*):\/{0,2})?(?:[^\s/?#@]*@)?((?:[\p{L}\p{M}\p{N}_-]+[.\u3002\uFF0E\uFF61\u2024])+[\p{L}\p{M}\p{N}-]{2,})\.?(?::\d+)?(?:[/?#]\S*)?$/iu;
/** Endings of file names, which a link's text may well hold. */
const fileName =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|txt|csv|html?|xml|json|jpe?g|png|gif|webp|svg|ics|vcf|eml)$/i;
/** Beyond this a link's text is no address, and an address no link. */
const longestText = 2000;
const longestAddress = 16_000;

/** Null for whatever is no link to follow: every scheme but three. */
export function linkOf(address: string): Link | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'mailto:') {
    const { to } = mailtoFields(url.href);
    const rest = url.search === '' ? '' : ` ${url.search}`;
    return { kind: 'mail', href: url.href, shown: ['mailto:', to.replace(unseen, ''), rest] };
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return null;
  const at = url.href.indexOf(url.host, url.protocol.length + 2 + userPart(url).length);
  return {
    kind: 'web',
    href: url.href,
    shown: [url.href.slice(0, at), url.host, url.href.slice(at + url.host.length)],
  };
}

function userPart(url: URL): string {
  if (url.username === '' && url.password === '') return '';
  return `${url.username}${url.password === '' ? '' : `:${url.password}`}@`;
}

/** Null where the text of a link gives no reason to ask. */
export function doubtOf(link: Link, text: string): Doubt | null {
  const url = new URL(link.href);
  if (link.kind === 'web' && userPart(url) !== '') return 'user-part';
  const target = link.kind === 'web' ? url.hostname : hostOfMailbox(link.shown[1]);
  if (turning.test(text)) return 'other-address';
  const said = hostsIn(text);
  if (said.some((host) => !leadsTo(target, host))) return 'other-address';
  return /(?:^|\.)xn--/.test(target) ? 'foreign-letters' : null;
}

/** Hosts that a reader takes the text to name. */
function hostsIn(text: string): string[] {
  const seen = text.slice(0, longestText).replace(unseen, '');
  const words = seen.trim().split(/\s+/);
  // Letters set apart read as one word.
  const spaced = /(?:^|\s)\S(?:\s+\S){2}/.test(seen);
  const hosts: string[] = [];
  for (const word of spaced ? [...words, words.join('')] : words) {
    const bare = word.replace(/^[<("'«„“‘[]+|[>)"'»”’\].,;:!]+$/g, '');
    const match = addressLike.exec(bare);
    if (match?.[2] === undefined) continue;
    // A word among others, without a scheme, may be a file or the end of one sentence and the begin of the next.
    const plain = match[1] === undefined && !/^www\.|@/i.test(bare);
    const whole = words.length === 1 || word.length >= seen.replace(/\s+/g, '').length;
    if (plain && (fileName.test(bare) || !whole)) continue;
    hosts.push(asciiHost(match[2]));
  }
  return hosts;
}

function asciiHost(host: string): string {
  const address = `https://${host}/`;
  return URL.canParse(address) ? new URL(address).hostname : host.toLowerCase();
}

/** Who has a domain has what is below it. */
function leadsTo(target: string, said: string): boolean {
  const domain = said.replace(/^www\./, '');
  return target === said || target === domain || target.endsWith(`.${domain}`);
}

function hostOfMailbox(address: string): string {
  return asciiHost(address.slice(address.lastIndexOf('@') + 1));
}

/** Of an address of the scheme `mailto`. Line breaks are taken only in the text. */
export function mailtoFields(address: string): MailtoFields {
  const url = new URL(address);
  const line = (value: string): string => value.replace(/\p{Cc}+/gu, ' ').trim();
  const found = new Map<string, string[]>();
  for (const pair of url.search.slice(1).split('&')) {
    const [name = '', ...value] = pair.split('=');
    const key = unescaped(name).toLowerCase();
    found.set(key, [...(found.get(key) ?? []), unescaped(value.join('='))]);
  }
  const all = (key: string): string[] => found.get(key) ?? [];
  return {
    to: [unescaped(url.pathname), ...all('to')].map(line).filter(Boolean).join(', '),
    cc: all('cc').map(line).filter(Boolean).join(', '),
    subject: line(all('subject').join(' ')),
    body: all('body').join('\n').replace(/\r\n?/g, '\n'),
  };
}

/** Unlike a form's, a mailto address's `+` is a plus. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
