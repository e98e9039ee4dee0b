import type { Failure } from '../../engine/failure.ts';
import { texts } from '../../texts/index.ts';

/** Everything that goes wrong between the page and the mail server. */
export type MailFailureCode =
  /** The mail server cannot be reached. */
  | 'network'
  /** It wants to know who this is, or does not believe it. */
  | 'signed-out'
  /** Name or password is wrong. */
  | 'wrong-password'
  | 'refused'
  /** It wants fewer requests. */
  | 'busy'
  /** What answers is no mail server that speaks JMAP, or has no mail for this user. */
  | 'no-jmap'
  /** An answer that RFC 8620 and 8621 do not have in this place, or an error of the server's own. */
  | 'server'
  | 'not-found'
  | 'over-quota'
  /** Larger than the mail server takes; `facts`: its limit in octets, where it is known. */
  | 'too-large'
  /** No folder has the role that is needed; `facts`: the role. */
  | 'no-folder'
  /** The sender's address is none that the server lets this user send from; `facts`: the address. */
  | 'forbidden-from'
  | 'forbidden-to-send'
  | 'no-recipients'
  /** `facts`: how many there may be, where it is known. */
  | 'too-many-recipients'
  /** `facts`: the addresses that are refused. */
  | 'invalid-recipients'
  /** The server does not take the message as one. */
  | 'invalid-mail';

/** The mail server did not do what was asked. `message` is what the server says, and is shown to nobody. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly code: MailFailureCode;
  /** What the text names, by code. */
  readonly facts: readonly string[];

  constructor(code: MailFailureCode, facts: readonly string[] = [], said = '', cause?: unknown) {
    super(said, { cause });
    this.code = code;
    this.facts = facts;
  }
}

/** The failure in words, or null where it is another kind of error. */
export function mailFailureOf(error: unknown): Failure | null {
  if (!(error instanceof MailFailure)) return null;
  return {
    code: `mail-${error.code}`,
    get text() {
      const said = texts.mailFailures[error.code];
      const facts = error.code === 'too-large' ? error.facts.map(megabytes) : error.facts;
      return facts.length === 0 ? said : `${said} (${facts.join(', ')})`;
    },
  };
}

function megabytes(octets: string): string {
  return `${Math.floor(Number(octets) / 1_000_000)} MB`;
}

/** What an HTTP answer that is no success means. */
export function failureOfStatus(status: number, problem: unknown): MailFailure {
  const { type, detail, limit } = (problem ?? {}) as Record<string, unknown>;
  const said = [type, detail, limit].filter((one) => typeof one === 'string').join(' ');
  if (status === 401) return new MailFailure('signed-out', [], said);
  if (status === 403) return new MailFailure('refused', [], said);
  if (status === 404 || status === 410) return new MailFailure('not-found', [], said);
  if (status === 413 || limit === 'maxSizeUpload' || limit === 'maxSizeRequest')
    return new MailFailure('too-large', [], said);
  // 502 and 504 are a proxy's: the mail server behind it cannot be reached.
  if (status === 502 || status === 504) return new MailFailure('network', [], said);
  if (status === 429 || status === 503) return new MailFailure('busy', [], said);
  if (status === 507) return new MailFailure('over-quota', [], said);
  return new MailFailure('server', [], `${status} ${said}`.trim());
}

/** A method's error (RFC 8620, 3.6.2), or that of one object of a `/set` or `/import` (5.3; RFC 8621, 4.8 and 7.5). */
export function failureOfError(error: unknown): MailFailure {
  const { type, description, ...facts } = (error ?? {}) as Record<string, unknown>;
  const said = [type, description].filter((one) => typeof one === 'string').join(': ');
  switch (type) {
    case 'notFound':
    case 'blobNotFound':
    case 'emailNotFound':
      return new MailFailure('not-found', [], said);
    case 'overQuota':
      return new MailFailure('over-quota', [], said);
    case 'tooLarge':
    case 'requestTooLarge':
      return new MailFailure('too-large', numbers(facts['maxSize']), said);
    case 'rateLimit':
    case 'serverUnavailable':
      return new MailFailure('busy', [], said);
    case 'forbidden':
    case 'accountReadOnly':
      return new MailFailure('refused', [], said);
    case 'forbiddenFrom':
    case 'forbiddenMailFrom':
      return new MailFailure('forbidden-from', [], said);
    case 'forbiddenToSend':
      return new MailFailure('forbidden-to-send', [], said);
    case 'noRecipients':
      return new MailFailure('no-recipients', [], said);
    case 'tooManyRecipients':
      return new MailFailure('too-many-recipients', numbers(facts['maxRecipients']), said);
    case 'invalidRecipients':
      return new MailFailure('invalid-recipients', strings(facts['invalidRecipients']), said);
    case 'invalidEmail':
      return new MailFailure('invalid-mail', [], said);
    default:
      return new MailFailure('server', [], said);
  }
}

function numbers(value: unknown): string[] {
  return typeof value === 'number' ? [String(value)] : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Whether trying again later makes sense: nobody has to do anything before. */
export function mayPass(error: unknown): boolean {
  return (
    error instanceof MailFailure &&
    (error.code === 'network' || error.code === 'busy' || error.code === 'server')
  );
}
