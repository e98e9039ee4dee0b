import { dateAndTime } from '@signet/elements';
import type { OpenedMessage } from '@signet/smime';
import type { MailContent } from '../mail/content.ts';
import type { MailSummary } from '../mail/summary.ts';
import { texts } from '../texts/index.ts';
import { shown } from './addresses.ts';
import { textOf } from './html-text.ts';
import type { DraftAttachment } from './mime-writer.ts';
import type { WithheldReason } from './start.ts';

/** The words of a message, as they were shown: not another form of it. */
export function shownText(content: MailContent): string {
  return content.html === null ? content.text : textOf(content.html);
}

/**
 * Why a message's words do not go into an answer by themselves; null: they do. Whoever can change an encrypted mail on
 * its way can have it decrypt to text of others; an answer that quotes it would hand that text out. So what was
 * decrypted is quoted only where its cipher or a signature in it shows that it is what its author wrote.
 */
export function whyWithheld(opened: OpenedMessage): WithheldReason | null {
  if (opened.content === null) return 'locked';
  if (opened.status.colour === 'red') return 'red';
  // Within the encryption: anybody can put a signature of their own around what others encrypted.
  const inside = opened.layers.slice(
    opened.layers.findLastIndex((layer) => layer.type === 'encrypted') + 1,
  );
  const signed = opened.signature !== null && inside.some((layer) => layer.type === 'signed');
  const { encryption } = opened;
  return encryption === null || encryption.authenticated || signed ? null : 'unauthenticated';
}

/** Below an empty place for the answer. */
export function quoted(summary: MailSummary, text: string): string {
  if (text.trim() === '') return '';
  const author = summary.from.map(shown).join(', ');
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  const marked = lines.map((line) => (line === '' ? '>' : `> ${line}`));
  return `\n\n${texts.wrote(author, when(summary))}\n${marked.join('\n')}\n`;
}

/** A message passed on within the text of another. */
export function passedOn(summary: MailSummary, text: string): string {
  const head = [
    `---------- ${texts.forwardedMessage} ----------`,
    `${texts.from}: ${summary.from.map(shown).join(', ')}`,
    `${texts.date}: ${when(summary)}`,
    `${texts.subject}: ${summary.subject}`,
    `${texts.to}: ${summary.to.map(shown).join(', ')}`,
    ...(summary.cc.length === 0 ? [] : [`${texts.cc}: ${summary.cc.map(shown).join(', ')}`]),
  ];
  return `\n\n${head.join('\n')}\n\n${text.trimEnd()}\n`;
}

/** What is passed on beside the text: every attachment, those shown within the HTML as well. */
export function passedOnFiles(content: MailContent): DraftAttachment[] {
  return content.attachments.map(({ name, type, octets }) => ({ name, type, octets }));
}

function when(summary: MailSummary): string {
  return summary.date === null ? '' : dateAndTime(summary.date);
}
