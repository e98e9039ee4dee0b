import type { MailSource } from '../mail/source.ts';
import type { DraftAttachment } from './mime-writer.ts';

/** Why an answer quotes nothing: `red`: the verdict is red; `unauthenticated`: decrypted, and nothing shows that it was not changed. */
export type WithheldReason = 'red' | 'unauthenticated' | 'locked';

/** What an answer does not quote unless the user wants it to. */
export interface Withheld {
  readonly reason: WithheldReason;
  /** To be put into the text; empty where there is nothing that could be. */
  readonly text: string;
  readonly attachments: readonly DraftAttachment[];
  /** It comes from a message that was encrypted. */
  readonly decrypted: boolean;
}

/** The mail that another one answers or forwards. */
export interface Origin {
  readonly source: MailSource;
  readonly id: string;
  readonly as: 'answered' | 'forwarded';
}

/** What the compose page starts with. */
export interface ComposeStart {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly text: string;
  readonly sign: boolean;
  readonly encrypt: boolean;
  readonly inReplyTo: string;
  readonly references: string;
  /** The addresses the answered message was sent to: one of them is the sender now. */
  readonly preferredFrom: readonly string[];
  readonly attachments: readonly DraftAttachment[];
  readonly origin: Origin | null;
  readonly withheld: Withheld | null;
  /** The text or an attachment comes from a message that was encrypted. */
  readonly quotesDecrypted: boolean;
}

export const emptyStart: ComposeStart = {
  to: '',
  cc: '',
  bcc: '',
  subject: '',
  text: '',
  sign: false,
  encrypt: false,
  inReplyTo: '',
  references: '',
  preferredFrom: [],
  attachments: [],
  origin: null,
  withheld: null,
  quotesDecrypted: false,
};
