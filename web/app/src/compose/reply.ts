import { dateAndTime } from '@signet/elements';
import type { MailSummary } from '../mail/summary.ts';
import { texts } from '../texts.ts';
import { shown } from './addresses.ts';
import type { DraftAttachment } from './mime-writer.ts';

/** What the compose page starts with. */
export interface ComposeStart {
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
  readonly sign: boolean;
  readonly encrypt: boolean;
  readonly inReplyTo: string;
  readonly references: string;
  /** The addresses the answered message was sent to: one of them is the sender now. */
  readonly preferredFrom: readonly string[];
  readonly attachments: readonly DraftAttachment[];
}

export const emptyStart: ComposeStart = {
  to: '',
  cc: '',
  subject: '',
  text: '',
  sign: false,
  encrypt: false,
  inReplyTo: '',
  references: '',
  preferredFrom: [],
  attachments: [],
};

/**
 * An answer: protected as the message was; `text` is quoted. It goes to Reply-To where there is one, but what came
 * encrypted goes back to its author: nothing vouches for Reply-To, and the quoted text is not for everybody.
 */
export function replyTo(
  summary: MailSummary,
  text: string,
  kind: { encrypted: boolean; signed: boolean },
): ComposeStart {
  const authors = summary.replyTo.length > 0 && !kind.encrypted ? summary.replyTo : summary.from;
  return {
    to: authors.map(shown).join(', '),
    cc: '',
    subject: /^re:/i.test(summary.subject) ? summary.subject : `Re: ${summary.subject}`.trim(),
    text: text.trim() === '' ? '' : quoted(summary, text),
    // What came encrypted never goes back in clear by itself.
    sign: kind.signed || kind.encrypted,
    encrypt: kind.encrypted,
    inReplyTo: summary.messageId,
    references: `${summary.references} ${summary.messageId}`.trim(),
    preferredFrom: [...summary.to, ...summary.cc].map((mailbox) => mailbox.address),
    attachments: [],
  };
}

function quoted(summary: MailSummary, text: string): string {
  const author = summary.from.map(shown).join(', ');
  const when = summary.date === null ? '' : dateAndTime(summary.date);
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  return `\n\n${texts.wrote(author, when)}\n${lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n`;
}
