// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { JmapClient } from '../../src/mail/jmap/client.ts';
import { Link } from '../../src/mail/jmap/link.ts';
import { Push } from '../../src/mail/jmap/push.ts';

const session = {
  username: 'alice',
  apiUrl: '/api',
  uploadUrl: '/upload',
  downloadUrl: '/download',
  eventSourceUrl: '/events?types={types}&closeafter={closeafter}&ping={ping}',
  state: '',
  primaryAccounts: { 'urn:ietf:params:jmap:mail': 'A1' },
  capabilities: {},
};

let push: Push;

afterEach(() => {
  push.stop();
  vi.unstubAllGlobals();
});

function start(events: () => Response) {
  const asked: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (url.endsWith('/session')) return Promise.resolve(Response.json(session));
    asked.push({ url, init });
    return Promise.resolve(events());
  });
  const link = new Link(() => undefined);
  link.use(
    new JmapClient('http://mail.example/session', {
      authorization: 'Basic secret',
      credentials: 'omit',
    }),
  );
  const told = vi.fn();
  push = new Push(link, told);
  push.start();
  return { asked, told };
}

/** A stream that the test writes to. */
function stream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const answer = new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  const write = (text: string): void => controller?.enqueue(new TextEncoder().encode(text));
  return { answer, write };
}

describe('the server’s events', () => {
  test('are heard as soon as they come, however they are cut', async () => {
    const { answer, write } = stream();
    const { asked, told } = start(() => answer);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.url).toBe(
      'http://mail.example/events?types=Mailbox%2CEmail&closeafter=no&ping=30',
    );
    expect(new Headers(asked[0]?.init.headers).get('Authorization')).toBe('Basic secret');
    write('event: ping\ndata: {}\n\neve');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).not.toHaveBeenCalled();
    write('nt: state\r\ndata: {"changed": {}}\r\n\r\n');
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  });

  test('are given up where the server has none, as Cyrus says by an answer without content', async () => {
    const { asked } = start(() => new Response(null, { status: 204 }));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toHaveLength(1);
  });

  test('end with the account', async () => {
    const { answer } = stream();
    const { asked } = start(() => answer);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    push.stop();
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });
});
