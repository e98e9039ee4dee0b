import { vi } from 'vitest';

interface Mail {
  readonly id: string;
  readonly blob: string;
  readonly subject: string;
  readonly type: string;
  readonly received: number;
  mailboxes: Set<string>;
  keywords: Set<string>;
}

type Args = Record<string, unknown>;

const mailboxes = ['inbox', 'drafts', 'sent', 'trash'];

/** A JMAP server in the page's memory, which answers `fetch` and `XMLHttpRequest`, and fails when it is told to. */
export class MemoryServer {
  readonly mails = new Map<string, Mail>();
  readonly blobs = new Map<string, Uint8Array>();
  /** Every method call that came, with the arguments. */
  readonly calls: { method: string; args: Args }[] = [];
  readonly requests: { url: string; init: RequestInit }[] = [];
  password = 'secret';
  /** Instead of an answer; `lost` is a broken connection. */
  fails: 'lost' | number | null = null;
  /** What `Email/set` and the like say of single objects. */
  refuses: Record<string, Args> = {};
  /** At most so many answers of a query at once. */
  queryLimit = 1000;
  forgetsChanges = false;
  sendsFrom = ['alice@example.org'];
  submitted: Args[] = [];
  /** Requests wait for this. */
  gate: Promise<unknown> = Promise.resolve();
  private state = 1;
  private readonly log: { state: number; id: string; what: 'created' | 'updated' | 'destroyed' }[] =
    [];

  install(): void {
    const answered = (url: string, init: RequestInit) => this.fetch(url, init);
    vi.stubGlobal('fetch', answered);
    vi.stubGlobal(
      'XMLHttpRequest',
      class {
        upload = new EventTarget();
        status = 0;
        responseText = '';
        private readonly events = new EventTarget();
        private readonly headers: Record<string, string> = {};
        private url = '';
        addEventListener(name: string, listener: () => void): void {
          this.events.addEventListener(name, listener);
        }
        open(_: string, url: string): void {
          this.url = url;
        }
        setRequestHeader(name: string, value: string): void {
          this.headers[name] = value;
        }
        abort(): void {
          this.events.dispatchEvent(new Event('abort'));
        }
        send(body: Uint8Array<ArrayBuffer>): void {
          void this.exchange(body).catch(() => this.events.dispatchEvent(new Event('error')));
        }
        private async exchange(body: Uint8Array<ArrayBuffer>): Promise<void> {
          const init = { method: 'POST', headers: this.headers, body };
          const answer = await answered(this.url, init);
          this.status = answer.status;
          this.responseText = await answer.text();
          this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: body.length }));
          this.events.dispatchEvent(new Event('load'));
        }
      },
    );
  }

  /** Puts a mail there, as if it came from outside. */
  add(subject: string, mailbox = 'inbox', type = 'text/plain'): string {
    const id = `M${this.mails.size + 1}`;
    this.blobs.set(`B${id}`, new TextEncoder().encode(`Subject: ${subject}\r\n\r\n`));
    this.mails.set(id, {
      id,
      blob: `B${id}`,
      subject,
      type,
      received: this.mails.size,
      mailboxes: new Set([mailbox]),
      keywords: new Set(),
    });
    this.changed(id, 'created');
    return id;
  }

  /** Changes a mail's keywords, as another program does. */
  mark(id: string, ...keywords: string[]): void {
    const mail = this.mails.get(id);
    if (mail !== undefined) mail.keywords = new Set(keywords);
    this.changed(id, 'updated');
  }

  count(method: string): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  private changed(id: string, what: 'created' | 'updated' | 'destroyed'): void {
    this.state += 1;
    this.log.push({ state: this.state, id, what });
  }

  private async fetch(url: string, init: RequestInit): Promise<Response> {
    init.signal?.throwIfAborted();
    this.requests.push({ url, init });
    await Promise.race([this.gate, aborted(init.signal)]);
    if (this.fails === 'lost') throw new TypeError('connection lost');
    if (this.fails !== null) return new Response('', { status: this.fails });
    const expected = `Basic ${btoa(`alice:${this.password}`)}`;
    if (new Headers(init.headers).get('Authorization') !== expected)
      return new Response('', { status: 401 });
    const { pathname } = new URL(url, 'http://mail.example/');
    if (pathname === '/session') return Response.json(session);
    if (pathname.startsWith('/download/'))
      return new Response(this.blobs.get(pathname.split('/')[3] ?? '') as BodyInit);
    if (pathname.startsWith('/upload/')) {
      const blobId = `U${this.blobs.size}`;
      this.blobs.set(blobId, init.body as Uint8Array);
      return Response.json({ blobId });
    }
    return this.api(JSON.parse(init.body as string) as { methodCalls: [string, Args, string][] });
  }

  private api({ methodCalls }: { methodCalls: [string, Args, string][] }): Response {
    const responses: [string, unknown, string][] = [];
    for (const [method, given, id] of methodCalls) {
      const args = Object.fromEntries(
        Object.entries(given).map(([name, value]) => {
          if (!name.startsWith('#')) return [name, value];
          const { resultOf, path } = value as { resultOf: string; path: string };
          const found = responses.find((response) => response[2] === resultOf)?.[1] as Args;
          return [name.slice(1), found[path.slice(1)]];
        }),
      );
      this.calls.push({ method, args });
      responses.push(
        ...this.answer(method, args).map(
          ([name, value]) => [name, value, id] as [string, unknown, string],
        ),
      );
    }
    return Response.json({ methodResponses: responses, sessionState: 'S' });
  }

  private answer(method: string, args: Args): [string, unknown][] {
    const state = String(this.state);
    const ids = args['ids'] as string[] | null;
    switch (method) {
      case 'Mailbox/get':
        return [[method, { state, list: mailboxes.map((id) => this.mailbox(id)) }]];
      case 'Identity/get':
        return [[method, { state, list: this.sendsFrom.map((email) => ({ id: email, email })) }]];
      case 'Email/get': {
        const found = (ids ?? []).filter((id) => this.mails.has(id));
        const notFound = (ids ?? []).filter((id) => !this.mails.has(id));
        return [[method, { state, list: found.map((id) => this.email(id)), notFound }]];
      }
      case 'Mailbox/changes':
      case 'Email/changes':
        return [this.changes(method, args)];
      case 'Email/query': {
        const all = this.query(args);
        const position = Number(args['position'] ?? 0);
        const limit = Math.min(this.queryLimit, Number(args['limit'] ?? this.queryLimit));
        const found = all.slice(position, position + limit);
        return [[method, { ids: found, total: all.length, queryState: state, position }]];
      }
      case 'Email/set':
        return [[method, this.set(args)]];
      case 'Email/import':
        return [[method, this.import(args)]];
      case 'EmailSubmission/set':
        return this.submit(args);
      default:
        return [['error', { type: 'unknownMethod' }]];
    }
  }

  private changes(method: string, args: Args): [string, unknown] {
    if (this.forgetsChanges) return ['error', { type: 'cannotCalculateChanges' }];
    const since = this.log.filter((entry) => entry.state > Number(args['sinceState']));
    const of = (what: string): string[] => [
      ...new Set(since.filter((entry) => entry.what === what).map((entry) => entry.id)),
    ];
    const mailbox = method === 'Mailbox/changes' && since.length > 0;
    return [
      method,
      {
        newState: String(this.state),
        hasMoreChanges: false,
        created: method === 'Mailbox/changes' ? [] : of('created'),
        updated: mailbox ? mailboxes : method === 'Mailbox/changes' ? [] : of('updated'),
        destroyed: method === 'Mailbox/changes' ? [] : of('destroyed'),
      },
    ];
  }

  private query(args: Args): string[] {
    const filter = args['filter'] as { inMailbox?: string; conditions?: Args[] };
    const conditions = filter.conditions ?? [filter];
    const [sort] = args['sort'] as { property: string; isAscending: boolean }[];
    const sign = sort?.isAscending === true ? 1 : -1;
    return [...this.mails.values()]
      .filter((mail) =>
        conditions.every(({ inMailbox, text }) =>
          typeof text === 'string'
            ? mail.subject.includes(text)
            : mail.mailboxes.has(inMailbox as string),
        ),
      )
      .toSorted((one, other) =>
        sort?.property === 'subject'
          ? sign * one.subject.localeCompare(other.subject)
          : sign * (one.received - other.received),
      )
      .map((mail) => mail.id);
  }

  private set(args: Args): unknown {
    const notUpdated: Args = {};
    const notDestroyed: Args = {};
    for (const [id, patch] of Object.entries((args['update'] ?? {}) as Record<string, Args>)) {
      const mail = this.mails.get(id);
      const refusal = this.refuses[id] ?? (mail === undefined ? { type: 'notFound' } : undefined);
      if (refusal !== undefined || mail === undefined) notUpdated[id] = refusal;
      else this.patch(mail, patch);
    }
    for (const id of (args['destroy'] ?? []) as string[]) {
      if (this.refuses[id] !== undefined) notDestroyed[id] = this.refuses[id];
      else if (this.mails.delete(id)) this.changed(id, 'destroyed');
      else notDestroyed[id] = { type: 'notFound' };
    }
    return { notUpdated, notDestroyed };
  }

  private patch(mail: Mail, patch: Args): void {
    for (const [path, value] of Object.entries(patch)) {
      const [name, key] = path.split('/');
      if (path === 'mailboxIds') mail.mailboxes = new Set(Object.keys(value as object));
      else if (name === 'mailboxIds') mail.mailboxes.add(key ?? '');
      else if (value === true) mail.keywords.add(key ?? '');
      else mail.keywords.delete(key ?? '');
    }
    this.changed(mail.id, 'updated');
  }

  private import(args: Args): unknown {
    const { mail } = args['emails'] as Record<string, Args>;
    if (this.refuses['import'] !== undefined)
      return { notCreated: { mail: this.refuses['import'] } };
    const octets = this.blobs.get(mail?.['blobId'] as string);
    const subject = /Subject: (.*)/.exec(new TextDecoder().decode(octets))?.[1] ?? '';
    const there = [...this.mails.values()].find((one) => one.subject === subject);
    if (there !== undefined)
      return { notCreated: { mail: { type: 'alreadyExists', existingId: there.id } } };
    const [mailbox] = Object.keys(mail?.['mailboxIds'] as object);
    const id = this.add(subject, mailbox);
    this.mark(id, ...Object.keys(mail?.['keywords'] as object));
    return { created: { mail: { id } } };
  }

  private submit(args: Args): [string, unknown][] {
    const { mail } = args['create'] as Record<string, Args>;
    if (this.refuses['submit'] !== undefined)
      return [['EmailSubmission/set', { notCreated: { mail: this.refuses['submit'] } }]];
    this.submitted.push(mail ?? {});
    const patch = (args['onSuccessUpdateEmail'] as Record<string, Args>)['#mail'] ?? {};
    const id = mail?.['emailId'] as string;
    return [
      ['EmailSubmission/set', { created: { mail: { id: 'S1' } } }],
      ['Email/set', this.set({ update: { [id]: patch } })],
    ];
  }

  private mailbox(id: string): Args {
    const own = [...this.mails.values()].filter((mail) => mail.mailboxes.has(id));
    return {
      id,
      name: id,
      parentId: null,
      role: id,
      sortOrder: 0,
      totalEmails: own.length,
      unreadEmails: own.filter((mail) => !mail.keywords.has('$seen')).length,
    };
  }

  private email(id: string): Args {
    const mail = this.mails.get(id);
    return {
      id,
      blobId: mail?.blob,
      subject: mail?.subject,
      size: this.blobs.get(mail?.blob ?? '')?.length,
      mailboxIds: Object.fromEntries([...(mail?.mailboxes ?? [])].map((one) => [one, true])),
      keywords: Object.fromEntries([...(mail?.keywords ?? [])].map((one) => [one, true])),
      receivedAt: new Date(1_700_000_000_000 + (mail?.received ?? 0)).toISOString(),
      'header:Content-Type:asRaw': ` ${mail?.type}`,
    };
  }
}

const session = {
  username: 'alice',
  apiUrl: '/api',
  uploadUrl: '/upload/{accountId}/',
  downloadUrl: '/download/{accountId}/{blobId}/{name}?type={type}',
  eventSourceUrl: '',
  state: 'S',
  primaryAccounts: { 'urn:ietf:params:jmap:mail': 'A1', 'urn:ietf:params:jmap:submission': 'A1' },
  capabilities: {
    'urn:ietf:params:jmap:core': {
      maxSizeUpload: 1000,
      maxObjectsInGet: 100,
      maxObjectsInSet: 3,
      maxCallsInRequest: 16,
    },
  },
};

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => reject(new DOMException('', 'AbortError'));
    if (signal?.aborted === true) fail();
    signal?.addEventListener('abort', fail);
  });
}
