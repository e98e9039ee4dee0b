import { dateAndTime, icon, type IconName } from '@signet/elements';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { namesOf } from '../mail/order.ts';
import type { SmimeKind } from '../mail/smime-kind.ts';
import type { MailEntry } from '../mail/source.ts';
import { texts } from '../texts/index.ts';

/** How one row of the list looks; rows are equally high, so that no row need be drawn to know where it stands. */
export const rowStyles = css`
  .row-of-list {
    display: grid;
    grid-template-columns: 2.25rem 4.25rem minmax(7rem, 3fr) minmax(8rem, 7fr) 9.75rem 2.5rem;
    align-items: center;
    block-size: var(--row);
    border-block-end: 1px solid var(--signet-border);
  }
  .row-of-list > * {
    min-inline-size: 0;
    padding-inline: var(--signet-gap-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .mail {
    cursor: pointer;
  }
  .mail:hover {
    background: var(--signet-surface-sunken);
  }
  .mail[aria-selected='true'] {
    background: var(--signet-accent-soft);
  }
  .mail[aria-current='true'] {
    background: var(--signet-accent-soft);
    box-shadow: inset 4px 0 0 var(--signet-accent);
  }
  .mail[aria-current='true']:dir(rtl) {
    box-shadow: inset -4px 0 0 var(--signet-accent);
  }
  .grid:focus-visible .mail.active {
    outline: 2px solid var(--signet-focus);
    outline-offset: -2px;
  }
  .unread .from,
  .unread .subject {
    font-weight: 700;
  }
  .dot {
    display: inline-block;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    margin-inline-end: var(--signet-gap-2);
    border-radius: 50%;
    background: var(--signet-accent);
  }
  .subject svg {
    margin-inline-end: var(--signet-gap-1);
    vertical-align: -0.2em;
    color: var(--signet-text-muted);
  }
  .date {
    color: var(--signet-text-muted);
    font-size: var(--signet-size-small);
  }
  .row-of-list .box,
  .row-of-list .star {
    padding: 0;
    text-align: center;
  }
  .mail input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    padding: 0;
    accent-color: var(--signet-accent);
    vertical-align: middle;
    transform: scale(0.75);
  }
  .mail .star button {
    inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0;
    border: 0;
    background: transparent;
    color: var(--signet-text-muted);
  }
  .mail .star button[aria-pressed='true'] {
    color: var(--signet-orange-edge);
  }
  .bone {
    block-size: 0.75rem;
    inline-size: 70%;
    padding: 0;
    border-radius: 4px;
    background: var(--signet-surface-sunken);
  }
  .compact .row-of-list {
    grid-template-columns: 2.25rem minmax(0, 1fr) auto 2.5rem;
    grid-template-rows: 1fr 1fr;
    grid-template-areas: 'box from date star' 'box subject smime star';
  }
  .compact .box {
    grid-area: box;
  }
  .compact .from {
    grid-area: from;
    align-self: end;
  }
  .compact .subject {
    grid-area: subject;
    align-self: start;
  }
  .compact .smime {
    grid-area: smime;
    align-self: start;
    justify-self: end;
  }
  .compact .date {
    grid-area: date;
    align-self: end;
  }
  .compact .star {
    grid-area: star;
  }
`;

export interface RowState {
  readonly index: number;
  readonly kind: SmimeKind;
  readonly active: boolean;
  readonly selected: boolean;
  /** Whether this mail is the open one. */
  readonly open: boolean;
  /** Whether those a mail went to are shown, in place of who wrote it. */
  readonly recipients: boolean;
}

/** What a row tells; `index` is the place in the list. */
export interface RowEvents {
  readonly choose: (index: number, event: MouseEvent) => void;
  readonly toggle: (index: number, event: MouseEvent) => void;
  readonly star: (entry: MailEntry) => void;
}

/** The name of a row within the list's shadow root, by its place. */
export const rowId = (index: number): string => `row-${index}`;

/** A mail. Its buttons are for pointers: by keyboard, the list itself has the focus and a key for each. */
export function renderRow(entry: MailEntry, state: RowState, events: RowEvents): TemplateResult {
  const { summary, flags } = entry;
  const { kind, index } = state;
  const subject = summary.subject || texts.noSubject;
  const smime = [kind.encrypted ? 'locked' : '', kind.signed ? 'signed' : '']
    .filter((word) => word !== '')
    .join(' ');
  const people = namesOf(state.recipients ? [...summary.to, ...summary.cc] : summary.from);
  return html`<div
    role="row"
    id=${rowId(index)}
    class="row-of-list mail ${flags.seen ? '' : 'unread'} ${state.active ? 'active' : ''}"
    aria-rowindex=${index + 2}
    aria-selected=${state.selected ? 'true' : 'false'}
    aria-current=${state.open ? 'true' : nothing}
    data-testid="mail-row"
    data-mail-id=${entry.id}
    data-subject=${summary.subject}
    data-smime=${smime}
    data-unread=${flags.seen ? 'false' : 'true'}
    data-flagged=${flags.flagged ? 'true' : 'false'}
    @click=${(event: MouseEvent) => events.choose(index, event)}
  >
    <div class="box" role="gridcell">
      <input
        type="checkbox"
        tabindex="-1"
        data-testid="mail-select"
        aria-label=${texts.selectMail(subject)}
        .checked=${live(state.selected)}
        @click=${(event: MouseEvent) => events.toggle(index, event)}
      />
    </div>
    <div class="smime" role="gridcell">
      <signet-smime-symbols
        ?encrypted=${kind.encrypted}
        ?signed=${kind.signed}
      ></signet-smime-symbols>
    </div>
    <div class="from" role="gridcell">
      ${flags.seen ? nothing : html`<span class="dot"></span><span class="visually-hidden">${texts.unread}.</span>`}<bdi
        >${people || texts.noSender}</bdi
      >
    </div>
    <div class="subject" role="gridcell">
      ${mark(flags.answered, 'reply', texts.answeredMark)}${mark(flags.forwarded, 'forward', texts.forwardedMark)}<bdi
        >${subject}</bdi
      >
    </div>
    <div class="date" role="gridcell">
      ${summary.date === null ? texts.noDate : dateAndTime(summary.date)}
    </div>
    <div class="star" role="gridcell">
      <button
        type="button"
        tabindex="-1"
        data-testid="mail-star"
        aria-pressed=${flags.flagged ? 'true' : 'false'}
        aria-label=${texts.starMail(subject)}
        @click=${(event: MouseEvent) => {
          event.stopPropagation();
          events.star(entry);
        }}
      >
        ${icon(flags.flagged ? 'starred' : 'star')}
      </button>
    </div>
  </div>`;
}

/** A mail that is not loaded yet. */
export function renderPlaceholder(index: number, active: boolean): TemplateResult {
  return html`<div
    role="row"
    id=${rowId(index)}
    class="row-of-list mail ${active ? 'active' : ''}"
    aria-rowindex=${index + 2}
    aria-busy="true"
  >
    <div class="box" role="gridcell"></div>
    <div class="smime" role="gridcell"></div>
    <div class="from" role="gridcell"><div class="bone"></div></div>
    <div class="subject" role="gridcell">
      <span class="visually-hidden">${texts.loadingMail}</span>
      <div class="bone"></div>
    </div>
    <div class="date" role="gridcell"></div>
    <div class="star" role="gridcell"></div>
  </div>`;
}

function mark(set: boolean, symbol: IconName, label: string) {
  return set ? icon(symbol, { size: 14, label }) : nothing;
}
