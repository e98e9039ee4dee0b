import { Localised, controls, icon, type IconName } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { folderName } from '../mail/mail-actions.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import type { MailFolder } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import { layout } from './layout.ts';

const symbols: Record<NonNullable<MailFolder['role']>, IconName> = {
  inbox: 'inbox',
  drafts: 'pen',
  sent: 'send',
  archive: 'archive',
  junk: 'junk',
  trash: 'trash',
  files: 'upload',
  written: 'pen',
};

/** The folders of the mail server, and below them those of the page. */
export class MailFolders extends Localised {
  static override properties = {
    mailbox: { attribute: false },
    unfolded: { state: true },
  };

  static override styles = [
    controls,
    layout,
    css`
      ul {
        list-style: none;
      }
      nav {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-3);
      }
      .row {
        gap: var(--signet-gap-1);
      }
      nav button {
        max-inline-size: 100%;
        padding-inline: var(--signet-gap-3);
      }
      nav li button {
        justify-content: flex-start;
        inline-size: 100%;
        text-align: start;
      }
      .name {
        flex: 1 1 auto;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button.unread .name {
        font-weight: 700;
      }
      .depth-1 {
        padding-inline-start: var(--signet-gap-4);
      }
      .depth-2 {
        padding-inline-start: calc(2 * var(--signet-gap-4));
      }
      .depth-3 {
        padding-inline-start: calc(3 * var(--signet-gap-4));
      }
      .unfold {
        display: none;
      }
      .unfold svg:last-child {
        transform: rotate(90deg);
      }
      @media (max-width: 64rem) {
        .unfold {
          display: flex;
          justify-content: flex-start;
          inline-size: 100%;
        }
        .folded {
          display: none;
        }
        nav {
          margin-block-start: var(--signet-gap-2);
        }
      }
    `,
  ];

  declare mailbox: Mailbox;
  /** On a narrow screen, whether the folders are shown. */
  declare unfolded: boolean;

  constructor() {
    super();
    this.unfolded = false;
    watch(this, () => [this.mailbox]);
  }

  private choose(at: 'server' | 'files', id: string): void {
    this.unfolded = false;
    this.mailbox.choose(at, id);
  }

  private renderFolder(at: 'server' | 'files', folder: MailFolder) {
    const { mailbox } = this;
    const here = mailbox.isAtServer === (at === 'server') && mailbox.folder?.id === folder.id;
    const hook = at === 'files' ? folder.id : (folder.role ?? folder.id);
    // Of mail in files, how much there is; of a mail server's, what is new.
    const count = at === 'files' ? folder.total : folder.unread;
    return html`<button
      type="button"
      class="quiet ${at === 'server' && folder.unread > 0 ? 'unread' : ''}"
      data-testid="folder-${hook}"
      data-folder-id=${folder.id}
      data-role=${folder.role ?? ''}
      data-unread=${folder.unread}
      data-total=${folder.total}
      aria-pressed=${here ? 'true' : 'false'}
      @click=${() => this.choose(at, folder.id)}
    >
      ${mailbox.account === null ? nothing : icon(folder.role === null ? 'folder' : symbols[folder.role])}
      <span class="name"><bdi>${folderName(folder)}</bdi></span>
      ${this.renderCount(at, count)}
    </button>`;
  }

  private renderCount(at: 'server' | 'files', count: number) {
    if (at === 'files') return html`<span class="tag">${count}</span>`;
    if (count === 0) return nothing;
    return html`<span class="tag" aria-hidden="true">${count}</span
      ><span class="visually-hidden">${texts.unreadMails(count)}</span>`;
  }

  private renderServer(folders: readonly MailFolder[]) {
    if (folders.length === 0) return nothing;
    return html`<ul>
      ${folders.map(
        (folder) =>
          html`<li class="depth-${Math.min(3, folder.depth)}">
            ${this.renderFolder('server', folder)}
          </li>`,
      )}
    </ul>`;
  }

  protected override render() {
    const { mailbox } = this;
    const files = mailbox.files.folders;
    if (mailbox.account === null) {
      return html`<div class="row" role="group" aria-label=${texts.folders}>
        ${files.map((folder) => this.renderFolder('files', folder))}
      </div>`;
    }
    const { folder } = mailbox;
    return html`
      <button
        type="button"
        class="unfold"
        data-testid="folders-unfold"
        aria-expanded=${this.unfolded ? 'true' : 'false'}
        @click=${() => (this.unfolded = !this.unfolded)}
      >
        ${icon('folder')}<span class="name"
          >${folder === null ? texts.folders : folderName(folder)}</span
        >${icon('chevron')}
      </button>
      <nav class=${this.unfolded ? '' : 'folded'} aria-label=${texts.folders}>
        ${this.renderServer(mailbox.account.server?.folders ?? [])}
        <ul>
          ${files.map((one) => html`<li>${this.renderFolder('files', one)}</li>`)}
        </ul>
      </nav>
    `;
  }
}
