import { Localised, controls, icon, type IconName } from '@signet/elements';
import { css, html, nothing } from 'lit';
import type { MailEntry, MailFolder } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';

/**
 * What is done with the open mail as one of its folder, and the way to the one before and after.
 *
 * @fires delete-mails - `detail` are the ids
 */
export class MailReaderActions extends Localised {
  static override properties = {
    workspace: { attribute: false },
    entry: { attribute: false },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--signet-gap-1);
      }
      button {
        inline-size: 2.5rem;
        padding-inline: 0;
      }
      [data-testid='mail-previous'] svg {
        transform: rotate(-90deg);
      }
      [data-testid='mail-next'] svg {
        transform: rotate(90deg);
      }
    `,
  ];

  declare workspace: Workspace;
  declare entry: MailEntry;

  constructor() {
    super();
    watch(this, () => [this.workspace.mailbox]);
  }

  private async move(folder: MailFolder): Promise<void> {
    const { mailbox, reading } = this.workspace;
    const { id } = this.entry;
    if ((await mailbox.move([id], folder)) && reading.entry?.id === id) reading.close();
  }

  private renderButton(
    hook: string,
    symbol: IconName,
    label: string,
    act: () => void,
    disabled = false,
  ) {
    return html`<button
      type="button"
      class="quiet"
      data-testid=${hook}
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${act}
    >
      ${icon(symbol)}
    </button>`;
  }

  private delete(): void {
    this.dispatchEvent(new CustomEvent('delete-mails', { detail: [this.entry.id] }));
  }

  private renderFlags(entry: MailEntry) {
    const { mailbox } = this.workspace;
    const { seen, flagged } = entry.flags;
    const ids = [entry.id];
    return html`
      ${this.renderButton('open-star', flagged ? 'starred' : 'star', flagged ? texts.unstar : texts.star, () => void mailbox.flag(ids, { flagged: !flagged }))}
      ${this.renderButton('open-unread', seen ? 'mail' : 'opened', seen ? texts.markUnread : texts.markRead, () => void mailbox.flag(ids, { seen: !seen }))}
    `;
  }

  protected override render() {
    const { mailbox, opening } = this.workspace;
    const entry = mailbox.latest(this.entry);
    // The folder that is shown may have become another one since this mail was opened.
    const here = entry.folder === mailbox.folder?.id;
    const { targets } = mailbox;
    return html`
      ${this.renderButton('mail-previous', 'chevron', texts.newer, () => opening.go(-1), !opening.has(-1))}
      ${this.renderButton('mail-next', 'chevron', texts.older, () => opening.go(1), !opening.has(1))}
      ${
        here
          ? html`${this.renderFlags(entry)}
            ${
              targets.length === 0
                ? nothing
                : html`<signet-folder-menu
                    hook="open-move"
                    .folders=${targets}
                    @move-to=${(event: CustomEvent<MailFolder>) => void this.move(event.detail)}
                  ></signet-folder-menu>`
            }
            ${this.renderButton('open-delete', 'trash', texts.delete, () => this.delete())}`
          : nothing
      }
    `;
  }
}
