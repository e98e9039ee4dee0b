import type { Certificate } from '@signet/smime';
import { certificatesFor } from '../certificates/choice.ts';
import type { Failure } from '../engine/failure.ts';
import { texts } from '../texts.ts';
import { parseAddresses } from './addresses.ts';
import type { Draft, DraftAttachment } from './mime-writer.ts';

/** What the fields of the compose page hold. */
export interface DraftFields {
  readonly to: string;
  readonly cc: string;
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

/**
 * @param encryptTo the certificates that a recipient's may be found among; null where nothing is to be encrypted
 */
export function checkDraft(
  fields: DraftFields,
  from: string,
  encryptTo: readonly Certificate[] | null,
): CheckedDraft {
  const to = parseAddresses(fields.to);
  const cc = parseAddresses(fields.cc);
  const invalid = [...to.invalid, ...cc.invalid];
  if (invalid.length > 0) return refused('bad-address', texts.badAddresses(invalid));
  const addresses = [...to.mailboxes, ...cc.mailboxes].map((mailbox) => mailbox.address);
  if (addresses.length === 0) return refused('no-recipient', texts.noRecipient);
  // Said before a passphrase is asked for; making the message looks again.
  const missing =
    encryptTo === null ? [] : certificatesFor(addresses, encryptTo, new Date()).missing;
  if (missing.length > 0) {
    return refused('missing-certificate', texts.missingCertificates([...new Set(missing)]));
  }
  return {
    draft: { ...fields, from: { name: '', address: from }, to: to.mailboxes, cc: cc.mailboxes },
    refusal: null,
  };
}

function refused(code: string, text: string): CheckedDraft {
  return { draft: null, refusal: { code, text } };
}
