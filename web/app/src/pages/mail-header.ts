import { dateAndTime } from '@signet/elements';
import { css, html, nothing, type TemplateResult } from 'lit';
import { shownName } from '../compose/addresses.ts';
import type { Mailbox, MailSummary } from '../mail/summary.ts';
import { texts } from '../texts/index.ts';

export const mailHeaderStyles = css`
  h2 {
    font-size: var(--signet-size-title);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--signet-gap-3);
    font-size: var(--signet-size-small);
  }
  dt {
    color: var(--signet-text-muted);
  }
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** Subject, people and date of a mail, as its outer message says; nothing of it is verified. */
export function renderMailHeader(summary: MailSummary): TemplateResult {
  return html`
    <h2 tabindex="-1" data-testid="mail-subject">
      <bdi>${summary.subject || texts.noSubject}</bdi>
    </h2>
    <dl>
      ${renderPeople(texts.from, 'mail-from', summary.from)}
      ${renderPeople(texts.to, 'mail-to', summary.to)}
      ${renderPeople(texts.cc, 'mail-cc', summary.cc)}
      <dt>${texts.date}</dt>
      <dd data-testid="mail-date">
        ${summary.date === null ? texts.noDate : dateAndTime(summary.date)}
      </dd>
    </dl>
  `;
}

function renderPeople(label: string, hook: string, list: readonly Mailbox[]) {
  if (list.length === 0) return nothing;
  return html`
    <dt>${label}</dt>
    <dd data-testid=${hook}>
      ${list.map((one, index) => html`${index > 0 ? ', ' : ''}${renderMailbox(one)}`)}
    </dd>
  `;
}

function renderMailbox(mailbox: Mailbox) {
  const name = shownName(mailbox);
  // Each on its own, so that a name cannot turn the letters of the address around.
  return name === ''
    ? html`<bdi>${mailbox.address}</bdi>`
    : html`<bdi>${name}</bdi> &lt;<bdi>${mailbox.address}</bdi>&gt;`;
}
