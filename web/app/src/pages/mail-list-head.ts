import { icon } from '@signet/elements';
import { css, html, type TemplateResult } from 'lit';
import type { Mailbox } from '../mail/mailbox.ts';
import type { Column } from '../mail/order.ts';
import { texts } from '../texts/index.ts';

const columns: readonly Column[] = ['smime', 'from', 'subject', 'date'];

export const headStyles = css`
  .head {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    block-size: 2.25rem;
    background: var(--signet-surface-sunken);
    color: var(--signet-text-muted);
    font-size: var(--signet-size-small);
    font-weight: 600;
  }
  .row-of-list.head > .sorts {
    padding: 0;
  }
  .head button {
    justify-content: flex-start;
    inline-size: 100%;
    gap: var(--signet-gap-1);
    min-block-size: 2.2rem;
    padding: 0 var(--signet-gap-2);
    border: 0;
    border-radius: 0;
    background: transparent;
    color: inherit;
    font-size: inherit;
    font-weight: inherit;
  }
  .head button:focus-visible {
    outline-offset: -2px;
  }
  .arrow {
    display: inline-flex;
    transform: rotate(-90deg);
  }
  .arrow.descending {
    transform: rotate(90deg);
  }
  .compact .row-of-list.head {
    display: flex;
    justify-content: space-between;
  }
  .compact .head > .box,
  .compact .head > .star {
    display: none;
  }
  .compact .head > .sorts {
    flex: 0 1 auto;
  }
`;

/** The names of the columns; each orders the list. */
export function renderHead(mailbox: Mailbox): TemplateResult {
  return html`<div class="row-of-list head" role="row" aria-rowindex="1">
    <div class="box" role="columnheader">
      <span class="visually-hidden">${texts.selectColumn}</span>
    </div>
    ${columns.map((column) => renderColumn(mailbox, column))}
    <div class="star" role="columnheader">
      <span class="visually-hidden">${texts.starColumn}</span>
    </div>
  </div>`;
}

function renderColumn(mailbox: Mailbox, column: Column): TemplateResult {
  const { order } = mailbox;
  const here = order.column === column;
  const direction = order.descending ? 'descending' : 'ascending';
  const label = column === 'from' && mailbox.showsRecipients ? texts.to : texts[column];
  return html`<div class="sorts" role="columnheader" aria-sort=${here ? direction : 'none'}>
    <button type="button" data-testid="sort-${column}" @click=${() => mailbox.orderBy(column)}>
      ${label}
      ${here ? html`<span class="arrow ${direction}">${icon('chevron', { size: 12 })}</span>` : ''}
    </button>
  </div>`;
}
