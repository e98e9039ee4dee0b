import type { OpenedMessage } from '@signet/smime';
import { sameAddress } from '../certificates/address.ts';
import type { MailContent } from '../mail/content.ts';
import type { SmimeKind } from '../mail/smime-kind.ts';
import type { Mailbox, MailSummary } from '../mail/summary.ts';
import { shown } from './addresses.ts';
import type { DraftAttachment } from './mime-writer.ts';
import { passedOn, passedOnFiles, quoted, shownText, whyWithheld } from './quoting.ts';
import { emptyStart, type ComposeStart } from './start.ts';

export type AnswerKind = 'reply' | 'reply-all' | 'forward' | 'forward-as-attachment';

/** The message that is answered, and what is known of it. */
export interface Answered {
  readonly summary: MailSummary;
  readonly kind: SmimeKind;
  /** Null while it is not opened. */
  readonly opened: OpenedMessage | null;
  readonly content: MailContent | null;
  /** The user's own addresses. */
  readonly own: readonly string[];
}

/** An answer, protected as the message was: what came encrypted never goes on in clear by itself. */
export function answerTo(kind: AnswerKind, message: Answered): ComposeStart {
  const { summary, opened } = message;
  const start: ComposeStart = {
    ...emptyStart,
    // An answer to what is encrypted is signed as well, so that it can be quoted in turn.
    sign: message.kind.signed || message.kind.encrypted,
    encrypt: message.kind.encrypted,
    references: `${summary.references} ${summary.messageId}`.trim(),
    preferredFrom: [...summary.to, ...summary.cc, ...summary.from]
      .map((mailbox) => mailbox.address)
      .filter((address) => isOneOf(message.own, address)),
  };
  const forward = kind === 'forward' || kind === 'forward-as-attachment';
  const said = forward ? forwarded(message) : replied(message);
  const reason = opened === null ? null : whyWithheld(opened);
  const withheld = kind === 'forward-as-attachment' ? null : reason;
  return {
    ...start,
    ...(forward
      ? { subject: titled('Fwd:', /^(?:fwd?|wg|tr):/i, summary.subject) }
      : {
          ...recipients(message, kind === 'reply-all'),
          subject: titled('Re:', /^(?:re|aw|antw):/i, summary.subject),
          inReplyTo: summary.messageId,
        }),
    ...(kind === 'forward-as-attachment' || withheld !== null ? {} : said),
    withheld:
      withheld === null ? null : { reason: withheld, ...said, decrypted: message.kind.encrypted },
    quotesDecrypted: message.kind.encrypted && withheld === null && said.text !== '',
  };
}

interface Said {
  readonly text: string;
  readonly attachments: readonly DraftAttachment[];
}

function replied({ summary, content }: Answered): Said {
  return { text: content === null ? '' : quoted(summary, shownText(content)), attachments: [] };
}

function forwarded({ summary, content }: Answered): Said {
  return content === null
    ? { text: '', attachments: [] }
    : { text: passedOn(summary, shownText(content)), attachments: passedOnFiles(content) };
}

/**
 * Reply-To counts, but what came encrypted goes back to its author: nothing vouches for Reply-To, and the quoted text is
 * not for everybody. An answer to one's own mail goes to whom that went.
 */
function recipients(
  { summary, kind, own }: Answered,
  all: boolean,
): Pick<ComposeStart, 'to' | 'cc'> {
  const authors = summary.replyTo.length > 0 && !kind.encrypted ? summary.replyTo : summary.from;
  const isOwn = summary.from.length > 0 && summary.from.every((one) => isOneOf(own, one.address));
  const others = isOwn && summary.to.length > 0;
  const to = others ? summary.to : [...authors, ...(all ? summary.to : [])];
  const taken: Mailbox[] = [];
  const fresh = (mailbox: Mailbox, mayBeOwn: boolean): boolean => {
    const known = taken.some((other) => sameAddress(other.address, mailbox.address));
    if (known || mailbox.address === '') return false;
    if (!mayBeOwn && isOneOf(own, mailbox.address)) return false;
    taken.push(mailbox);
    return true;
  };
  const written = (list: readonly Mailbox[], mayBeOwn: (index: number) => boolean): string =>
    list
      .filter((mailbox, index) => fresh(mailbox, mayBeOwn(index)))
      .map(shown)
      .join(', ');
  return {
    // Who writes to themselves answers themselves.
    to: written(to, (index) => (others ? summary.to.length === 1 : index < authors.length)),
    cc: all ? written(summary.cc, () => false) : '',
  };
}

function isOneOf(addresses: readonly string[], address: string): boolean {
  return addresses.some((other) => sameAddress(other, address));
}

function titled(mark: string, marked: RegExp, subject: string): string {
  return marked.test(subject) ? subject : `${mark} ${subject}`.trim();
}
