import { Localised, controls, icon, notes } from '@signet/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { isForGood } from '../mail/mail-actions.ts';
import type { MailEntry } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { layout } from './layout.ts';
import { renderLost, renderNoServer } from './mail-connection.ts';
import type { MailFiles } from './mail-files.ts';
import type { MailList } from './mail-list.ts';
import { mailPageStyles } from './mail-page-styles.ts';
import type { MailReader } from './mail-reader.ts';

/** The mailbox: folders, the list, and the open mail. */
export class MailPage extends Localised {
  static override properties = {
    workspace: { attribute: false },
    deleting: { state: true },
  };

  static override styles = [controls, notes, layout, mailPageStyles];

  declare workspace: Workspace;
  /** Asked about: they could not be had back. */
  declare deleting: readonly string[];

  private wasReading: string | null = null;
  private readonly sizes = new ResizeObserver(() => this.place());

  constructor() {
    super();
    this.deleting = [];
    watch(this, () => [this.workspace.mailbox, this.workspace.reading]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { mailbox, reading } = this.workspace;
    if (reading.entry?.folder === 'written') mailbox.choose('files', 'written');
    // What stands above decides how much room is left.
    this.sizes.observe(document.documentElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  private place(): void {
    const top = Math.round(this.getBoundingClientRect().top + window.scrollY);
    // A list that is no higher than the rest of the window needs no scrolling of the page.
    this.style.setProperty('--mail-top', `${Math.min(top, 240)}px`);
  }

  private get list(): MailList | null {
    return this.renderRoot.querySelector<MailList>('signet-mail-list');
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    this.workspace.mailbox.choose('files', 'local');
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<MailFiles>('signet-mail-files')?.add(files),
    );
  }

  private delete(ids: readonly string[]): void {
    const { mailbox } = this.workspace;
    const { source, folder } = mailbox;
    if (source === null || folder === null || ids.length === 0) return;
    if (isForGood(source, folder)) this.deleting = ids;
    else void this.removeMails(ids);
  }

  private async removeMails(ids: readonly string[]): Promise<void> {
    this.deleting = [];
    const { mailbox, reading } = this.workspace;
    if (!(await mailbox.remove(ids))) return;
    if (reading.entry !== null && ids.includes(reading.entry.id)) reading.close();
    await this.updateComplete;
    this.list?.focus();
  }

  protected override updated(): void {
    const { entry } = this.workspace.reading;
    const id = entry?.id ?? null;
    const before = this.wasReading;
    this.wasReading = id;
    if (id === before) return;
    const list = this.list;
    // Where one pane is shown at a time, the other one is where the focus goes.
    if (id === null) list?.focus();
    else if (list === null || list.offsetParent === null) {
      const reader = this.renderRoot.querySelector<MailReader>('signet-mail-reader');
      void reader?.updateComplete.then(() => reader.focus());
      window.scrollTo({ top: 0 });
    }
  }

  private renderNote() {
    const { actions } = this.workspace.mailbox;
    const { note } = actions;
    if (note === null) return nothing;
    return html`<div
      class="note ${note.failed ? 'red' : ''}"
      data-testid="mail-note"
      data-outcome=${note.failed ? 'failed' : 'done'}
    >
      ${icon(note.failed ? 'cross' : 'info')}<span>${note.text}</span>
      ${
        note.undo === null
          ? nothing
          : html`<button type="button" data-testid="mail-undo" @click=${() => void this.undo()}>
              ${icon('undo')}${texts.undo}
            </button>`
      }
      <button
        type="button"
        class="quiet"
        data-testid="mail-note-close"
        aria-label=${texts.dismiss}
        title=${texts.dismiss}
        @click=${() => {
          actions.dismiss();
          this.list?.focus();
        }}
      >
        ${icon('close')}
      </button>
    </div>`;
  }

  private async undo(): Promise<void> {
    await this.workspace.mailbox.actions.undo();
    this.list?.focus();
  }

  private renderEmpty() {
    const { mailbox } = this.workspace;
    if (mailbox.search !== '') return this.emptyCard(texts.nothingFound);
    if (mailbox.isAtServer) return this.emptyCard(texts.emptyFolder);
    if (mailbox.folder?.id === 'written') return this.emptyCard(texts.emptyWritten);
    return html`<div class="card empty" data-testid="mail-empty">
      <h2>${texts.emptyHeading}</h2>
      <ol>
        ${texts.emptySteps.map((step) => html`<li>${step}</li>`)}
      </ol>
    </div>`;
  }

  private emptyCard(text: string) {
    return html`<div class="card empty" data-testid="mail-empty">
      <p class="muted">${text}</p>
    </div>`;
  }

  private renderListed() {
    const { workspace } = this;
    const { mailbox } = workspace;
    const { listing } = mailbox;
    if (listing !== null && listing.failure !== null) {
      return html`<div class="note red" role="alert" data-testid="mail-list-failed">
        ${icon('cross')}<span>${texts.listFailed}</span>
        <button type="button" @click=${() => listing.retry()}>${texts.retry}</button>
      </div>`;
    }
    if (listing?.total === 0) return this.renderEmpty();
    return html`<signet-mail-list
      .mailbox=${mailbox}
      .reading=${workspace.reading}
      @open-mail=${(event: CustomEvent<MailEntry>) => workspace.opening.open(event.detail)}
      @delete-mails=${(event: CustomEvent<readonly string[]>) => this.delete(event.detail)}
    ></signet-mail-list>`;
  }

  private renderSide(missing: TemplateResult | null) {
    const { mailbox, files } = this.workspace;
    const { folder, listing, account } = mailbox;
    const none = listing?.total === 0 && mailbox.search === '';
    if (missing !== null)
      return html`<section class="side" aria-label=${texts.mails}>${missing}</section>`;
    return html`<section class="side ${none ? '' : 'filled'}" aria-label=${texts.mails}>
      ${account === null ? html`<signet-mail-folders .mailbox=${mailbox}></signet-mail-folders>` : renderLost(account)}
      ${
        !mailbox.isAtServer && folder?.id === 'local'
          ? html`<signet-mail-files .files=${files} ?compact=${!none}></signet-mail-files>`
          : nothing
      }
      ${this.renderNote()}
      ${
        none
          ? nothing
          : html`<signet-mail-search .mailbox=${mailbox}></signet-mail-search>
              <signet-mail-toolbar
                .mailbox=${mailbox}
                @delete-mails=${(event: CustomEvent<readonly string[]>) => this.delete(event.detail)}
                @moved=${() => this.list?.focus()}
              ></signet-mail-toolbar>`
      }
      ${this.renderListed()}
      ${mailbox.isAtServer ? nothing : html`<p class="hint">${texts.memoryOnly}</p>`}
    </section>`;
  }

  protected override render() {
    const { workspace } = this;
    const { mailbox, reading } = workspace;
    const { account } = mailbox;
    const open = reading.entry !== null;
    const missing = mailbox.isAtServer && account !== null ? renderNoServer(account) : null;
    return html`
      <div
        class="panes ${account === null ? 'files-only' : 'served'} ${open ? 'reading' : ''}"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${this.drop}
      >
        <h1 class="visually-hidden">${texts.mail}</h1>
        ${account === null ? nothing : html`<signet-mail-folders class="folders" .mailbox=${mailbox}></signet-mail-folders>`}
        ${this.renderSide(missing)}
        ${
          open
            ? html`<signet-mail-reader
                .workspace=${workspace}
                @delete-mails=${(event: CustomEvent<readonly string[]>) => this.delete(event.detail)}
              ></signet-mail-reader>`
            : nothing
        }
      </div>
      <signet-confirmation
        heading=${texts.removeForGoodHeading}
        question=${texts.removeForGood(this.deleting.length)}
        accept=${texts.delete}
        ?open=${this.deleting.length > 0}
        @signet-close=${() => (this.deleting = [])}
        @signet-accept=${() => void this.removeMails(this.deleting)}
      ></signet-confirmation>
    `;
  }
}
