import { controls, dateAndTime, icon, notes, wantsKey } from '@signet/elements';
import type { OpenedMessage } from '@signet/smime';
import { css, html, LitElement, nothing } from 'lit';
import { sameAddress } from '../certificates/address.ts';
import { savedText, type Saved } from '../certificates/correspondents.ts';
import { shownName } from '../compose/addresses.ts';
import { fileNameFor } from '../compose/make.ts';
import { textOf } from '../compose/html-text.ts';
import { replyTo } from '../compose/reply.ts';
import { failureOf } from '../engine/failure.ts';
import { fileThatOpens } from '../keys/matching.ts';
import { save } from '../mail/saving.ts';
import type { MailEntry } from '../mail/source.ts';
import type { Mailbox } from '../mail/summary.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';
import { Unlocking } from './unlocking.ts';

/** The open mail: header, status bar, content. */
export class MailReader extends LitElement {
  static override properties = {
    workspace: { attribute: false },
    detailsOpen: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      .card {
        min-width: 0;
      }
      .saved {
        font-size: var(--signet-size-small);
      }
      .saved > span {
        flex: 1;
        min-width: 0;
        align-self: center;
      }
      .saved > button {
        flex: none;
        align-self: center;
      }
      .saved > svg {
        align-self: center;
        margin-top: 0;
      }
      h2 {
        font-size: var(--signet-size-title);
        line-height: 1.25;
        overflow-wrap: anywhere;
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

  private unlock(opened: OpenedMessage): void {
    const files = this.workspace.keyFiles.locked;
    if (files.length === 0) {
      this.detailsOpen = true;
      return;
    }
    this.unlocking.ask({
      files,
      preferred: fileThatOpens(files, opened.encryption)?.id ?? '',
      purpose: texts.unlockToRead,
      unlocked: () => void this.workspace.reading.again(),
    });
  }

  private reply(entry: MailEntry): void {
    const { workspace } = this;
    const { content } = workspace.reading.result;
    // What is quoted is what was shown, not another form of it.
    const text =
      content === null ? '' : content.html === null ? content.text : textOf(content.html);
    workspace.compose(replyTo(entry.summary, text, workspace.reading.kind(entry)));
  }

  private async download(entry: MailEntry): Promise<void> {
    save(
      await this.workspace.reading.bytes(),
      fileNameFor(entry.summary.subject),
      'message/rfc822',
    );
  }

  private renderPeople(label: string, hook: string, list: readonly Mailbox[]) {
    if (list.length === 0) return nothing;
    return html`
      <dt>${label}</dt>
      <dd data-testid=${hook}>
        ${list.map((one, index) => html`${index > 0 ? ', ' : ''}${this.renderMailbox(one)}`)}
      </dd>
    `;
  }

  private renderMailbox(mailbox: Mailbox) {
    const name = shownName(mailbox);
    // Each on its own, so that a name cannot turn the letters of the address around.
    return name === ''
      ? html`<bdi>${mailbox.address}</bdi>`
      : html`<bdi>${name}</bdi> &lt;<bdi>${mailbox.address}</bdi>&gt;`;
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
        <div class="row">
          <button type="button" data-testid="reply" @click=${() => this.reply(entry)}>
            ${icon('reply')}${texts.reply}
          </button>
          <button
            type="button"
            data-testid="mail-download"
            @click=${() => void this.download(entry)}
          >
            ${icon('download')}${texts.saveMessage}
          </button>
        </div>
      </div>
      <h2 data-testid="mail-subject"><bdi>${summary.subject || texts.noSubject}</bdi></h2>
      <dl>
        ${this.renderPeople(texts.from, 'mail-from', summary.from)}
        ${this.renderPeople(texts.to, 'mail-to', summary.to)}
        ${this.renderPeople(texts.cc, 'mail-cc', summary.cc)}
        <dt>${texts.date}</dt>
        <dd data-testid="mail-date">
          ${summary.date === null ? texts.noDate : dateAndTime(summary.date)}
        </dd>
      </dl>
    `;
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
      ${this.workspace.reading.saved.map((saved) => this.renderSaved(saved))}
      ${locked ? html`<p class="muted">${texts.lockedBody}</p>` : nothing}
      ${!locked && opened.content === null ? html`<p class="muted">${texts.noContent}</p>` : nothing}
      ${unreadable ? html`<p class="note orange">${icon('warning')}<span>${texts.unreadableContent}</span></p>` : nothing}
      ${
        opened.layers.length > 0 && opened.status.colour !== 'red' && content !== null
          ? html`<p class="hint">${texts.outsideNote}</p>`
          : nothing
      }
      ${content === null ? nothing : html`<signet-mail-content .content=${content}></signet-mail-content>`}
      <signet-status-details
        .opened=${opened}
        ?open=${this.detailsOpen}
        @signet-close=${() => (this.detailsOpen = false)}
      >
        ${locked ? html`<p class="note">${icon('key')}<span>${this.keyAdvice()}</span></p>` : nothing}
      </signet-status-details>
    `;
  }

  private renderSaved(saved: Saved) {
    return html`
      <div
        class="note saved"
        tabindex="-1"
        data-testid="certificate-saved"
        data-fingerprint=${saved.certificate.fingerprints.sha256}
        data-outcome=${saved.takenBack ? 'undone' : 'saved'}
      >
        ${icon('certificate')}
        <span>${savedText(saved)}</span>
        ${
          saved.takenBack
            ? nothing
            : html`<button
                type="button"
                data-testid="certificate-undo"
                @click=${(event: Event) => void this.takeBack(saved, event)}
              >
                ${texts.undo}
              </button>`
        }
      </div>
    `;
  }

  private async takeBack(saved: Saved, { currentTarget }: Event): Promise<void> {
    const button = currentTarget as HTMLButtonElement;
    const note = button.closest<HTMLElement>('.saved');
    button.disabled = true;
    try {
      this.workspace.announce(savedText(await this.workspace.reading.takeBack(saved)));
      // The button goes; who works by keyboard stays where it was.
      note?.focus();
    } catch (error) {
      button.disabled = false;
      this.workspace.announce(failureOf(error).text);
    }
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
                label=${texts.opening}
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
