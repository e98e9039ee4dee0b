import { controls, dateAndTime, icon } from '@signet/elements';
import { css, html, LitElement } from 'lit';
import { authorOf, sorted, type Column, type Order } from '../mail/order.ts';
import type { Reading } from '../mail/reading.ts';
import type { MailEntry } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import { texts } from '../texts.ts';

const columns: readonly Column[] = ['smime', 'from', 'subject', 'date'];

/** @fires choose - `detail` is the entry */
export class MailList extends LitElement {
  static override properties = {
    entries: { attribute: false },
    reading: { attribute: false },
    order: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow: hidden;
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius-large);
        background: var(--signet-surface);
        box-shadow: var(--signet-shadow);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th {
        padding: 0;
        background: var(--signet-surface-sunken);
        text-align: left;
      }
      th button {
        justify-content: flex-start;
        width: 100%;
        padding: 0 var(--signet-gap-3);
        border: 0;
        border-radius: 0;
        background: transparent;
        color: var(--signet-text-muted);
        font-size: var(--signet-size-small);
        font-weight: 600;
      }
      th button:focus-visible,
      td button:focus-visible {
        outline-offset: -2px;
      }
      .arrow {
        display: inline-flex;
        transform: rotate(-90deg);
      }
      .arrow.descending {
        transform: rotate(90deg);
      }
      th.smime {
        width: 5.75rem;
      }
      th.from {
        width: 27%;
      }
      th.date {
        width: 10.5rem;
      }
      td {
        padding: var(--signet-gap-2) var(--signet-gap-3);
        border-top: 1px solid var(--signet-border);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      td.date {
        color: var(--signet-text-muted);
        font-size: var(--signet-size-small);
      }
      tr[data-testid] {
        cursor: pointer;
      }
      tr[aria-selected='false']:hover td {
        background: var(--signet-surface-sunken);
      }
      tr[aria-selected='true'] td {
        background: var(--signet-accent-soft);
      }
      td button {
        justify-content: flex-start;
        width: 100%;
        min-height: 1.75rem;
        padding: 0;
        border: 0;
        border-radius: 4px;
        background: transparent;
        font-weight: 600;
      }
      td button:hover {
        background: transparent;
      }
      td button span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @container (max-width: 34rem) {
        th.date,
        td.date {
          display: none;
        }
        th.from {
          width: 33%;
        }
      }
      .frame {
        container-type: inline-size;
      }
    `,
  ];

  declare entries: readonly MailEntry[];
  declare reading: Reading;
  declare order: Order;

  constructor() {
    super();
    this.entries = [];
    this.order = { column: 'date', descending: true };
    watch(this, () => [this.reading]);
  }

  private orderBy(column: Column): void {
    const again = this.order.column === column;
    this.order = {
      column,
      descending: again ? !this.order.descending : column === 'date' || column === 'smime',
    };
  }

  private choose(entry: MailEntry): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: entry }));
  }

  private renderHead(column: Column) {
    const here = this.order.column === column;
    const direction = this.order.descending ? 'descending' : 'ascending';
    return html`<th scope="col" class=${column} aria-sort=${here ? direction : 'none'}>
      <button type="button" data-testid="sort-${column}" @click=${() => this.orderBy(column)}>
        ${texts[column]}
        ${here ? html`<span class="arrow ${direction}">${icon('chevron', { size: 12 })}</span>` : ''}
      </button>
    </th>`;
  }

  private renderRow(entry: MailEntry) {
    const kind = this.reading.kind(entry);
    const { summary } = entry;
    const smime = [kind.encrypted ? 'locked' : '', kind.signed ? 'signed' : '']
      .filter((word) => word !== '')
      .join(' ');
    const selected = this.reading.entry?.id === entry.id;
    return html`<tr
      data-testid="mail-row"
      data-mail-id=${entry.id}
      data-subject=${summary.subject}
      data-smime=${smime}
      aria-selected=${selected ? 'true' : 'false'}
      @click=${() => this.choose(entry)}
    >
      <td>
        <signet-smime-symbols
          ?encrypted=${kind.encrypted}
          ?signed=${kind.signed}
        ></signet-smime-symbols>
      </td>
      <td><bdi>${authorOf(entry) || texts.noSender}</bdi></td>
      <td>
        <button type="button" aria-current=${selected ? 'true' : 'false'}>
          <span><bdi>${summary.subject || texts.noSubject}</bdi></span>
        </button>
      </td>
      <td class="date">${summary.date === null ? texts.noDate : dateAndTime(summary.date)}</td>
    </tr>`;
  }

  protected override render() {
    const entries = sorted(this.entries, this.order, (entry) => this.reading.kind(entry));
    return html`
      <div class="frame">
        <table aria-label=${texts.mails}>
          <thead>
            <tr>
              ${columns.map((column) => this.renderHead(column))}
            </tr>
          </thead>
          <tbody>
            ${entries.map((entry) => this.renderRow(entry))}
          </tbody>
        </table>
      </div>
    `;
  }
}
