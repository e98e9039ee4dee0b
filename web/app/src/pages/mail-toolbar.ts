import { Localised, controls, icon, type IconName } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Mailbox } from '../mail/mailbox.ts';
import type { MailEntry, MailFolder } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import { texts } from '../texts/index.ts';

/**
 * What is done with the chosen mails.
 *
 * @fires delete-mails - `detail` are the ids
 * @fires moved
 */
export class MailToolbar extends Localised {
  static override properties = { mailbox: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .row {
        gap: var(--signet-gap-1);
        min-block-size: 2.25rem;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-2);
        min-block-size: 2.25rem;
        padding-inline: var(--signet-gap-2);
        font-weight: 550;
      }
      input {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        margin: 0;
        accent-color: var(--signet-accent);
        transform: scale(0.75);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--signet-gap-1);
        margin-inline-start: auto;
      }
      .actions > button {
        inline-size: 2.5rem;
        padding-inline: 0;
      }
    `,
  ];

  declare mailbox: Mailbox;

  constructor() {
    super();
    watch(this, () => [this.mailbox]);
  }

  private get chosen(): readonly MailEntry[] {
    const { listing, selection } = this.mailbox;
    return selection.chosen.flatMap((id) => listing?.at(listing.indexOf(id)) ?? []);
  }

  private toggleAll(): void {
    this.mailbox.select((selection) => (selection.isAll ? selection.clear() : selection.all()));
  }

  private async move(folder: MailFolder): Promise<void> {
    const { mailbox } = this;
    await mailbox.move(mailbox.selection.chosen, folder);
    this.dispatchEvent(new CustomEvent('moved'));
  }

  private delete(): void {
    const { chosen } = this.mailbox.selection;
    this.dispatchEvent(new CustomEvent('delete-mails', { detail: chosen }));
  }

  private renderButton(hook: string, symbol: IconName, label: string, act: () => void) {
    return html`<button
      type="button"
      data-testid=${hook}
      aria-label=${label}
      title=${label}
      ?disabled=${this.mailbox.selection.isLoading}
      @click=${act}
    >
      ${icon(symbol)}
    </button>`;
  }

  private renderActions() {
    const { mailbox, chosen } = this;
    const ids = mailbox.selection.chosen;
    const allRead = chosen.length > 0 && chosen.every((entry) => entry.flags.seen);
    const allStarred = chosen.length > 0 && chosen.every((entry) => entry.flags.flagged);
    const { targets } = mailbox;
    return html`<div class="actions" role="group">
      ${this.renderButton('mails-read', allRead ? 'mail' : 'opened', allRead ? texts.markUnread : texts.markRead, () => void mailbox.flag(ids, { seen: !allRead }))}
      ${this.renderButton('mails-star', allStarred ? 'starred' : 'star', allStarred ? texts.unstar : texts.star, () => void mailbox.flag(ids, { flagged: !allStarred }))}
      ${
        targets.length === 0
          ? nothing
          : html`<signet-folder-menu
              .folders=${targets}
              @move-to=${(event: CustomEvent<MailFolder>) => void this.move(event.detail)}
            ></signet-folder-menu>`
      }
      ${this.renderButton('mails-delete', 'trash', texts.delete, () => this.delete())}
    </div>`;
  }

  protected override render() {
    const { selection, listing } = this.mailbox;
    const { size } = selection;
    const some = size > 0 && !selection.isAll;
    return html`<div class="row">
      <label
        ><input
          type="checkbox"
          data-testid="mail-select-all"
          aria-label=${texts.selectAll}
          ?disabled=${(listing?.total ?? 0) === 0}
          .checked=${live(selection.isAll)}
          .indeterminate=${live(some)}
          @click=${() => this.toggleAll()}
        />${size === 0 ? texts.selectAll : nothing}</label
      >
      <span data-testid="mails-selected" data-count=${size}
        >${size === 0 ? nothing : texts.selected(size)}</span
      >
      ${size === 0 ? nothing : this.renderActions()}
    </div>`;
  }
}
