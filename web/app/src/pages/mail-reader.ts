import {
  Localised,
  controls,
  icon,
  notes,
  picturesOf,
  wantsKey,
  type MailtoFields,
} from '@signet/elements';
import type { OpenedMessage } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { sameAddress } from '../certificates/address.ts';
import { fileNameFor } from '../compose/make.ts';
import { emptyStart } from '../compose/start.ts';
import { fileThatOpens } from '../keys/matching.ts';
import { save } from '../mail/saving.ts';
import type { MailEntry } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { layout } from './layout.ts';
import { mailHeaderStyles, renderMailHeader } from './mail-header.ts';
import { Unlocking } from './unlocking.ts';

/**
 * The open mail: header, status bar, content.
 *
 * @fires delete-mails - `detail` are the ids
 */
export class MailReader extends Localised {
  static override properties = {
    workspace: { attribute: false },
    detailsOpen: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    mailHeaderStyles,
    css`
      .card {
        min-width: 0;
      }
    `,
  ];

  declare workspace: Workspace;
  declare detailsOpen: boolean;

  private readonly unlocking = new Unlocking(this, () => this.workspace);

  constructor() {
    super();
    this.detailsOpen = false;
    watch(this, () => [this.workspace.reading, this.workspace.keyFiles, this.workspace.engine]);
  }

  /** Puts the focus on the mail's subject. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  private unlock(opened: OpenedMessage): void {
    const files = this.workspace.keyFiles.locked;
    if (files.length === 0) {
      this.detailsOpen = true;
      return;
    }
    this.unlocking.ask({
      files,
      preferred: fileThatOpens(files, opened.encryption)?.id ?? '',
      purpose: () => texts.unlockToRead,
      unlocked: () => void this.workspace.reading.again(),
    });
  }

  private readonly writeTo = (event: CustomEvent<MailtoFields>): void => {
    event.preventDefault();
    const { to, cc, subject, body } = event.detail;
    this.workspace.compose({ ...emptyStart, to, cc, subject, text: body });
  };

  private async download(entry: MailEntry): Promise<void> {
    save(
      await this.workspace.reading.bytes(),
      fileNameFor(entry.summary.subject),
      'message/rfc822',
    );
  }

  private renderHeader(entry: MailEntry) {
    const { summary } = entry;
    return html`
      <div class="spread">
        <button
          type="button"
          class="quiet"
          data-testid="mail-close"
          @click=${() => this.workspace.reading.close()}
        >
          ${icon('back')}${texts.backToList}
        </button>
        <signet-mail-reader-actions
          .workspace=${this.workspace}
          .entry=${entry}
          @delete-mails=${(event: CustomEvent<readonly string[]>) =>
            this.dispatchEvent(new CustomEvent('delete-mails', { detail: event.detail }))}
        ></signet-mail-reader-actions>
      </div>
      <div class="row">
        ${entry.flags.draft ? this.renderEdit(entry) : this.renderAnswers()}
        <button type="button" data-testid="mail-download" @click=${() => void this.download(entry)}>
          ${icon('download')}${texts.saveMessage}
        </button>
        <signet-mail-source .reading=${this.workspace.reading}></signet-mail-source>
      </div>
      ${renderMailHeader(summary)}
    `;
  }

  private renderEdit(entry: MailEntry) {
    return html`<button
      type="button"
      class="primary"
      data-testid="edit-draft"
      @click=${() => void this.editDraft(entry)}
    >
      ${icon('pen')}${texts.editDraft}
    </button>`;
  }

  private async editDraft(entry: MailEntry): Promise<void> {
    const { opened } = this.workspace.reading.result;
    if ((await this.workspace.editDraft(entry)) === 'locked' && opened !== null)
      this.unlock(opened);
  }

  private renderAnswers() {
    const answers = [
      ['reply', texts.reply],
      ['reply-all', texts.replyAll],
      ['forward', texts.forward],
      ['forward-as-attachment', texts.forwardAsAttachment],
    ] as const;
    return answers.map(
      ([kind, label]) =>
        html`<button
          type="button"
          data-testid=${kind}
          @click=${() => void this.workspace.answer(kind)}
        >
          ${kind === 'reply' ? icon('reply') : nothing}${label}
        </button>`,
    );
  }

  private renderOpened(opened: OpenedMessage) {
    const { content, unreadable } = this.workspace.reading.result;
    const locked = wantsKey(opened) && opened.content === null;
    const author = this.otherAuthor(opened);
    return html`
      ${
        author === null
          ? nothing
          : html`<p class="note red">
              ${icon('warning')}<span>${texts.otherAuthor(author)}</span>
            </p>`
      }
      <signet-status-bar
        .opened=${opened}
        @signet-details=${() => (this.detailsOpen = true)}
        @signet-unlock=${() => this.unlock(opened)}
      ></signet-status-bar>
      <signet-mail-saved .workspace=${this.workspace}></signet-mail-saved>
      ${locked ? html`<p class="muted">${texts.lockedBody}</p>` : nothing}
      ${!locked && opened.content === null ? html`<p class="muted">${texts.noContent}</p>` : nothing}
      ${unreadable ? html`<p class="note orange">${icon('warning')}<span>${texts.unreadableContent}</span></p>` : nothing}
      ${
        opened.layers.length > 0 && opened.status.colour !== 'red' && content !== null
          ? html`<p class="hint">${texts.outsideNote}</p>`
          : nothing
      }
      ${
        content === null
          ? nothing
          : html`<signet-mail-parts
              .workspace=${this.workspace}
              .content=${content}
              .around=${() => this.workspace.reading.bytes()}
              .pictures=${picturesOf(opened)}
              @signet-mailto=${this.writeTo}
            ></signet-mail-parts>`
      }
      <signet-status-details
        .opened=${opened}
        ?open=${this.detailsOpen}
        @signet-close=${() => (this.detailsOpen = false)}
      >
        ${locked ? html`<p class="note">${icon('key')}<span>${this.keyAdvice()}</span></p>` : nothing}
        <signet-signer-import .workspace=${this.workspace} .opened=${opened}></signet-signer-import>
      </signet-status-details>
    `;
  }

  /**
   * The verified author, where the sender line that is shown names somebody else: readers of mail differ in how they
   * take a broken From apart, and the one that the engine has judged is the one that counts.
   */
  private otherAuthor(opened: OpenedMessage): string | null {
    const matched = opened.signature?.signers[0]?.matchedAddress ?? null;
    if (matched === null || opened.status.colour === 'red') return null;
    const from = this.workspace.reading.entry?.summary.from ?? [];
    const [only] = from;
    const same = from.length === 1 && only !== undefined && sameAddress(only.address, matched);
    return same ? null : matched;
  }

  private keyAdvice(): string {
    const { keyFiles } = this.workspace;
    if (keyFiles.all.length === 0) return texts.noKeyFiles;
    return keyFiles.locked.length === 0 ? texts.allUnlocked : texts.lockedBody;
  }

  protected override render() {
    const { reading } = this.workspace;
    const { entry, result } = reading;
    if (entry === null) return nothing;
    return html`
      <article class="card">
        ${this.renderHeader(entry)}
        ${
          reading.busy
            ? html`<signet-progress
                label=${reading.loading ? texts.downloading : texts.opening}
                .fraction=${reading.fraction}
                cancellable
                @signet-cancel=${() => reading.cancel()}
              ></signet-progress>`
            : nothing
        }
        ${
          result.failure === null
            ? nothing
            : html`<p
                  class="note red"
                  role="alert"
                  data-testid="mail-error"
                  data-code=${result.failure.code}
                >
                  ${icon('cross')}<span>${result.failure.text}</span>
                </p>
                <div>
                  <button type="button" @click=${() => void reading.again()}>${texts.retry}</button>
                </div>`
        }
        ${result.opened === null ? nothing : this.renderOpened(result.opened)}
      </article>
      ${this.unlocking.render()}
    `;
  }
}
