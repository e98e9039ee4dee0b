import { MailFailure } from './failure.ts';

export const core = 'urn:ietf:params:jmap:core';
export const mail = 'urn:ietf:params:jmap:mail';
export const submission = 'urn:ietf:params:jmap:submission';

/** What the page needs of the session resource (RFC 8620, section 2), with absolute addresses. */
export interface JmapSession {
  readonly username: string;
  readonly account: string;
  /** The account that sends, or null where the server sends nothing. */
  readonly submissionAccount: string | null;
  readonly api: string;
  readonly state: string;
  readonly limits: Limits;
  upload(account: string): string;
  download(blob: string): string;
  /** Null where the server pushes nothing. */
  events(types: readonly string[], pingSeconds: number): string | null;
}

export interface Limits {
  /** In octets. */
  readonly upload: number;
  readonly calls: number;
  readonly get: number;
  readonly set: number;
}

/**
 * Reads a session resource that came from `address`; Cyrus's addresses are relative to it.
 *
 * @throws {MailFailure} `no-jmap`
 */
export function readSession(resource: unknown, address: string): JmapSession {
  const { apiUrl, uploadUrl, downloadUrl, eventSourceUrl, primaryAccounts, capabilities } =
    record(resource);
  const account = text(record(primaryAccounts)[mail]);
  const { username, state } = record(resource);
  if (account === '' || text(apiUrl) === '') throw new MailFailure('no-jmap');
  const limits = record(record(capabilities)[core]);
  const submissionAccount = text(record(primaryAccounts)[submission]);
  const events = text(eventSourceUrl);
  return {
    username: text(username),
    account,
    submissionAccount: submissionAccount === '' ? null : submissionAccount,
    api: expand(text(apiUrl), address, {}),
    state: text(state),
    limits: {
      upload: number(limits['maxSizeUpload'], 50_000_000),
      calls: number(limits['maxCallsInRequest'], 16),
      get: number(limits['maxObjectsInGet'], 500),
      set: number(limits['maxObjectsInSet'], 500),
    },
    upload: (accountId) => expand(text(uploadUrl), address, { accountId }),
    download: (blobId) =>
      expand(text(downloadUrl), address, {
        accountId: account,
        blobId,
        type: 'application/octet-stream',
        name: 'message.eml',
      }),
    events: (types, ping) =>
      events === ''
        ? null
        : expand(events, address, {
            types: types.join(','),
            closeafter: 'no',
            ping: String(ping),
          }),
  };
}

/**
 * RFC 6570 at the level that JMAP uses, made absolute. The template is expanded first: a URL would encode its braces.
 *
 * @throws {MailFailure} `no-jmap`: no address, or a way with less protection than the session came by
 */
export function expand(
  template: string,
  base: string,
  values: Readonly<Record<string, string>>,
): string {
  const expanded = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  try {
    const url = new URL(expanded, base);
    const from = new URL(base);
    if (url.protocol === 'https:' || url.protocol === from.protocol) return url.href;
  } catch {
    // Below.
  }
  throw new MailFailure('no-jmap', [], template);
}

export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown, other: number): number {
  return typeof value === 'number' && value > 0 ? value : other;
}
