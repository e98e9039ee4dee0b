import type { Certificate } from '@signet/smime';
import { certificatesFor } from '../certificates/choice.ts';
import type { Failure } from '../engine/failure.ts';
import type { Mailbox } from '../mail/summary.ts';
import { texts } from '../texts/index.ts';
import { parseAddresses } from './addresses.ts';
import type { Draft, DraftAttachment } from './mime-writer.ts';

/** What the fields of the compose page hold. */
export interface DraftFields {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly DraftAttachment[];
  readonly inReplyTo: string;
  readonly references: string;
}

/** A draft that can be made into a message, or why it cannot. */
export type CheckedDraft =
  | { readonly draft: Draft; readonly refusal: null }
  | { readonly draft: null; readonly refusal: Failure };

/** The largest sum of attachments, in octets: as base64 they stay within what the engine and the page take. */
export const largestAttachments = 100_000_000;

/** The draft with what can be read of its address fields. */
export function draftOf(fields: DraftFields, from: Mailbox): Draft {
  const { to, cc, bcc, subject, text, attachments, inReplyTo, references } = fields;
  const mailboxes = (field: string): readonly Mailbox[] => parseAddresses(field).mailboxes;
  return {
    from,
    to: mailboxes(to),
    cc: mailboxes(cc),
    bcc: mailboxes(bcc),
    subject,
    text,
    attachments,
    inReplyTo,
    references,
  };
}

/** The addresses in all three fields, each once as it is written first. */
export function recipientsOf(draft: Pick<Draft, 'to' | 'cc' | 'bcc'>): string[] {
  return [...new Set([...draft.to, ...draft.cc, ...draft.bcc].map((mailbox) => mailbox.address))];
}

export function checkDraft(fields: DraftFields, from: Mailbox): CheckedDraft {
  const invalid = [fields.to, fields.cc, fields.bcc].flatMap(
    (field) => parseAddresses(field).invalid,
  );
  if (invalid.length > 0) return refused('bad-address', texts.badAddresses(invalid));
  const draft = draftOf(fields, from);
  if (recipientsOf(draft).length === 0) return refused('no-recipient', texts.noRecipient);
  const size = fields.attachments.reduce((sum, one) => sum + one.octets.length, 0);
  if (size > largestAttachments) return refused('too-large', texts.attachmentsTooLarge);
  return { draft, refusal: null };
}

/** Whom nothing can be encrypted to. Said before a passphrase is asked for; making the message looks again. */
export function withoutCertificate(draft: Draft, known: readonly Certificate[]): string[] {
  return [...new Set(certificatesFor(recipientsOf(draft), known, new Date()).missing)];
}

function refused(code: string, text: string): CheckedDraft {
  return { draft: null, refusal: { code, text } };
}
