import { Localised, controls } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inSight, scrolledTo, type Places } from '../mail/in-sight.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import type { Reading } from '../mail/reading.ts';
import type { MailEntry, MailListing } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import { listCommand, placeFor, type ListCommand } from './mail-list-keys.ts';
import { headStyles, renderHead } from './mail-list-head.ts';
import { renderPlaceholder, renderRow, rowId, rowStyles, type RowEvents } from './mail-row.ts';

/** Below this width, in rem, a mail takes two lines. */
const compactBelow = 38;
/** How high a row is, in rem. */
const rowHeights = { wide: 2.75, compact: 3.75 };
/** How many rows are drawn, and loaded, beyond those that are seen. */
const margin = 12;

/**
 * The mails of a folder. Rows are drawn as they come into sight. The list itself has the focus and tells which mail it
 * is at (`aria-activedescendant`), so the focus stays whatever comes and goes.
 *
 * @fires open-mail - `detail` is the entry
 * @fires delete-mails - `detail` are the ids
 */
export class MailList extends Localised {
  static override properties = {
    mailbox: { attribute: false },
    reading: { attribute: false },
    compact: { state: true },
    drawn: { state: true },
  };

  static override styles = [
    controls,
    headStyles,
    rowStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        overflow: hidden;
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius-large);
        background: var(--signet-surface);
        box-shadow: var(--signet-shadow);
      }
      .grid {
        position: relative;
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
        overscroll-behavior-y: contain;
        /* The browser would hold on to rows that are drawn elsewhere the next moment. */
        overflow-anchor: none;
      }
      .grid:focus-visible {
        outline: none;
      }
      .canvas {
        position: relative;
      }
      .rows {
        position: absolute;
        inset-inline: 0;
        inset-block-start: 0;
      }
    `,
  ];

  declare mailbox: Mailbox;
  declare reading: Reading;
  declare compact: boolean;
  declare drawn: Places;

  private rowHeight = 0;
  private listed: MailListing | null = null;
  private revealed: string | null = null;
  private readonly sizes = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.compact = false;
    this.drawn = { first: 0, after: 0 };
    watch(this, () => [this.mailbox, this.reading]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  /** Puts the focus on the mail that the keyboard is at. */
  override focus(): void {
    this.grid?.focus();
  }

  private get grid(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.grid');
  }

  private get total(): number {
    return this.mailbox.listing?.total ?? 0;
  }

  private get view(): { top: number; height: number; rowHeight: number } {
    const { grid, rowHeight } = this;
    // The head stays where it is while the rows scroll under it.
    const head = grid?.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    return { top: grid?.scrollTop ?? 0, height: (grid?.clientHeight ?? 0) - head, rowHeight };
  }

  private measure(): void {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.compact = this.clientWidth < compactBelow * rem;
    this.rowHeight = Math.round(rem * (this.compact ? rowHeights.compact : rowHeights.wide));
    this.style.setProperty('--row', `${this.rowHeight}px`);
    this.look();
  }

  /** What is in sight now is drawn, and loaded. */
  private look(): void {
    if (this.rowHeight === 0) return;
    const { first, after } = inSight({ ...this.view, total: this.total, margin });
    if (first !== this.drawn.first || after !== this.drawn.after) this.drawn = { first, after };
    // While all are being chosen, others are loaded: a list holds only so many at a time.
    if (!this.mailbox.selection.isLoading) this.mailbox.listing?.need(first, after);
  }

  private reveal(index: number): void {
    if (this.grid !== null && index >= 0) this.grid.scrollTop = scrolledTo(index, this.view);
  }

  protected override willUpdate(): void {
    this.look();
  }

  protected override updated(): void {
    const { grid, rowHeight } = this;
    const canvas = grid?.querySelector<HTMLElement>('.canvas');
    const rows = grid?.querySelector<HTMLElement>('.rows');
    if (!grid || !canvas || !rows || rowHeight === 0) return;
    // Through the object: the page's policy forbids the attribute.
    canvas.style.height = `${this.total * rowHeight}px`;
    rows.style.transform = `translateY(${this.drawn.first * rowHeight}px)`;
    const { listing } = this.mailbox;
    if (listing !== this.listed) {
      if (this.listed !== null) grid.scrollTop = 0;
      this.listed = listing;
      this.revealed = null;
    }
    const open = this.reading.entry?.id ?? null;
    const place = open === null ? -1 : (listing?.indexOf(open) ?? -1);
    if (open !== this.revealed && place >= 0) this.reveal(place);
    this.revealed = place >= 0 ? open : this.revealed;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    // Keys for a button in the head are that button's.
    if (event.target !== event.currentTarget) return;
    const command = listCommand(event);
    if (command === null) return;
    event.preventDefault();
    if ('go' in command) this.go(command);
    else this.act(command.act);
  };

  private go(command: Extract<ListCommand, { go: string }>): void {
    const { selection } = this.mailbox;
    const page = Math.max(1, Math.floor(this.view.height / this.rowHeight) - 1);
    const to = placeFor(command, { from: Math.max(0, selection.active), page, total: this.total });
    this.mailbox.select(() => selection.go(to, command.extend));
    this.reveal(selection.active);
  }

  private act(act: Extract<ListCommand, { act: string }>['act']): void {
    const { mailbox } = this;
    const { activeEntry, targets, active } = mailbox.selection;
    switch (act) {
      case 'open':
        if (activeEntry !== null) this.open(activeEntry);
        return;
      case 'delete':
        if (targets.length > 0)
          this.dispatchEvent(new CustomEvent('delete-mails', { detail: targets }));
        return;
      case 'star':
        if (activeEntry !== null)
          void mailbox.flag(targets, { flagged: !activeEntry.flags.flagged });
        return;
      case 'unread':
        if (activeEntry !== null) void mailbox.flag(targets, { seen: !activeEntry.flags.seen });
        return;
      case 'toggle':
        mailbox.select((selection) => selection.toggle(active));
        return;
      case 'all':
        mailbox.select((selection) => selection.all());
        return;
      case 'clear':
        mailbox.select((selection) => selection.clear());
        return;
    }
  }

  private open(entry: MailEntry): void {
    this.dispatchEvent(new CustomEvent('open-mail', { detail: entry }));
  }

  private readonly rowEvents: RowEvents = {
    choose: (index, event) => {
      const { mailbox } = this;
      this.focus();
      if (event.shiftKey || event.ctrlKey || event.metaKey) {
        event.preventDefault();
        mailbox.select((selection) =>
          event.shiftKey ? selection.go(index, true) : selection.toggle(index),
        );
        return;
      }
      const entry = mailbox.listing?.at(index) ?? null;
      mailbox.select((selection) => selection.go(index));
      if (entry !== null) this.open(entry);
    },
    toggle: (index, event) => {
      event.stopPropagation();
      this.mailbox.select((selection) =>
        event.shiftKey ? selection.go(index, true) : selection.toggle(index),
      );
      this.focus();
    },
    star: (entry) => {
      void this.mailbox.flag([entry.id], { flagged: !entry.flags.flagged });
      this.focus();
    },
  };

  private renderPlace(index: number) {
    const { mailbox, reading } = this;
    const { selection } = mailbox;
    const entry = mailbox.listing?.at(index) ?? null;
    const active = selection.active === index;
    if (entry === null) return renderPlaceholder(index, active);
    return renderRow(
      entry,
      {
        index,
        active,
        kind: reading.kind(entry),
        selected: selection.has(entry.id),
        open: reading.entry?.id === entry.id,
        recipients: mailbox.showsRecipients,
      },
      this.rowEvents,
    );
  }

  protected override render() {
    const { mailbox } = this;
    const { first } = this.drawn;
    const after = Math.min(this.drawn.after, this.total);
    const places = Array.from({ length: Math.max(0, after - first) }, (_, index) => first + index);
    const { active } = mailbox.selection;
    return html`<div
      class="grid ${this.compact ? 'compact' : ''}"
      role="grid"
      tabindex="0"
      data-testid="mail-list"
      aria-label=${texts.mails}
      aria-multiselectable="true"
      aria-colcount="6"
      aria-rowcount=${mailbox.listing?.total === null ? -1 : this.total + 1}
      aria-activedescendant=${active >= first && active < after ? rowId(active) : nothing}
      @keydown=${this.onKey}
      @scroll=${() => this.look()}
    >
      ${renderHead(mailbox)}
      <div class="canvas" role="presentation">
        <div class="rows" role="rowgroup">
          ${repeat(
            places,
            (index) => index,
            (index) => this.renderPlace(index),
          )}
        </div>
      </div>
    </div>`;
  }
}
