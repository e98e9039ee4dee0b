import { Localised, controls } from '@signet/elements';
import { css, html, nothing, type PropertyValues } from 'lit';
import type { CompositionState } from '../compose/composition.ts';
import type { Identity } from '../compose/identity.ts';
import type { DraftAttachment } from '../compose/mime-writer.ts';
import { emptyStart } from '../compose/start.ts';
import type { Failure } from '../engine/failure.ts';
import type { MailEntry } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { protectionName } from './compose-protection.ts';
import type { ComposeRecipients } from './compose-recipients.ts';
import { Submission } from './compose-submission.ts';
import type { ComposeWords } from './compose-words.ts';
import { layout } from './layout.ts';
import { Unlocking } from './unlocking.ts';

/** Writing a mail. It draws the workspace's composition, and what becomes of it in the outbox. */
export class ComposePage extends Localised {
  static override properties = {
    workspace: { attribute: false },
    discarding: { state: true },
  };

  static override styles = [
    controls,
    layout,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
      fieldset {
        display: contents;
      }
    `,
  ];

  declare workspace: Workspace;
  /** The user is asked whether to discard the mail. */
  declare discarding: boolean;

  private readonly unlocking = new Unlocking(this, () => this.workspace);
  private readonly submission = new Submission(this, () => this.workspace, this.unlocking);
  private shown = -1;

  constructor() {
    super();
    this.discarding = false;
    watch(this, () => [
      this.workspace,
      this.workspace.engine,
      this.workspace.keyFiles,
      this.workspace.correspondents,
      this.workspace.composition,
      this.workspace.outbox,
      this.workspace.drafts,
      ...(this.workspace.mail === null ? [] : [this.workspace.mail]),
    ]);
  }

  private get state(): CompositionState {
    return this.workspace.composition.state;
  }

  private change(change: Partial<CompositionState>): void {
    this.workspace.composition.change(change);
  }

  private get sender(): Identity | null {
    return this.workspace.sender;
  }

  protected override updated(_changed: PropertyValues): void {
    const { number } = this.workspace.composition;
    if (number === this.shown) return;
    this.shown = number;
    if (this.workspace.config.smimeEnabledByDefault && this.sender?.key)
      this.workspace.composition.suggest({ sign: true });
    void this.begin();
  }

  /** Whoever answers writes above what is quoted; whoever begins names somebody first. */
  private async begin(): Promise<void> {
    const recipients = this.renderRoot.querySelector<ComposeRecipients>(
      'signet-compose-recipients',
    );
    await recipients?.updateComplete;
    if (this.state.to === '') return recipients?.begin();
    const words = this.renderRoot.querySelector<ComposeWords>('signet-compose-words');
    await words?.updateComplete;
    words?.begin();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    this.submission.submit(this.sender);
  }

  /** Sign asks for the passphrase at once, and stays off where that is not given. */
  private toggleSign(): void {
    const { sender } = this;
    if (this.state.sign || sender === null) return this.change({ sign: !this.state.sign });
    if (sender.key !== null) return this.change({ sign: true });
    this.submission.unlock(sender, () => this.change({ sign: true }));
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const words = this.renderRoot.querySelector<ComposeWords>('signet-compose-words');
    if (files.length > 0 && !this.workspace.outbox.busy) words?.add(files);
  }

  private openCopy(entry: MailEntry): void {
    void this.workspace.reading.show(this.workspace.files, entry);
    this.workspace.route.go('mail');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.workspace.composition.unsaved) void this.workspace.drafts.save();
  }

  private async discard(): Promise<void> {
    this.discarding = false;
    await this.workspace.drafts.discard();
    this.workspace.outbox.clear();
    this.workspace.composition.begin(emptyStart);
  }

  private async saveAndLeave(): Promise<void> {
    const { workspace } = this;
    await workspace.drafts.save();
    // What could not be saved is not dropped.
    workspace.decide(!workspace.composition.unsaved);
  }

  private unlockAny(): void {
    this.unlocking.ask({
      files: this.workspace.keyFiles.locked,
      preferred: '',
      purpose: () => texts.unlockFor,
      unlocked: () => this.requestUpdate(),
    });
  }

  private get heading(): string {
    const { origin, inReplyTo } = this.state;
    if (origin?.as === 'forwarded') return texts.forwardHeading;
    return inReplyTo === '' ? texts.newMail : texts.replyHeading;
  }

  private renderPeople() {
    const { workspace, sender, state } = this;
    return html`
      <signet-compose-sender
        .identities=${workspace.identities}
        .sender=${sender}
        problem=${this.submission.withoutIdentity}
        ?lockable=${workspace.keyFiles.locked.length > 0}
        @choose-sender=${(event: CustomEvent<string>) => this.change({ from: event.detail })}
        @unlock-key=${() => this.unlockAny()}
      ></signet-compose-sender>
      <signet-compose-recipients
        to=${state.to}
        cc=${state.cc}
        bcc=${state.bcc}
        .known=${workspace.knownCertificates}
        ?incomplete=${!workspace.keyFiles.loaded}
        @recipients=${(event: CustomEvent<Partial<CompositionState>>) => this.change(event.detail)}
      ></signet-compose-recipients>
    `;
  }

  private renderWords() {
    const { composition, outbox } = this.workspace;
    return html`<signet-compose-words
      .state=${this.state}
      @words=${(event: CustomEvent<Partial<CompositionState>>) => this.change(event.detail)}
      @quote-anyway=${() => composition.quoteAnyway()}
      @attached=${(event: CustomEvent<DraftAttachment[]>) => composition.attach(event.detail)}
      @detached=${(event: CustomEvent<DraftAttachment>) => composition.detach(event.detail)}
      @unreadable=${(event: CustomEvent<Failure>) => outbox.refuse(event.detail)}
    ></signet-compose-words>`;
  }

  private renderOutbox() {
    const { outbox } = this.workspace;
    const { state } = outbox;
    return html`
      ${
        state.kind === 'busy'
          ? html`<signet-progress
              label=${texts.phases[state.phase]}
              .fraction=${state.fraction}
              ?cancellable=${outbox.cancellable}
              @signet-cancel=${() => outbox.cancel()}
            ></signet-progress>`
          : nothing
      }
      <signet-compose-outcome
        .state=${state}
        @open-copy=${(event: CustomEvent<MailEntry>) => this.openCopy(event.detail)}
        @look-again=${() => void outbox.look()}
        @send-again=${() => void outbox.again()}
      ></signet-compose-outcome>
    `;
  }

  private renderActions() {
    const { composition, drafts, outbox, mail } = this.workspace;
    return html`<signet-compose-actions
      protection=${protectionName(this.state.sign, this.state.encrypt)}
      ?sends=${(mail?.server ?? null) !== null}
      ?busy=${outbox.busy}
      .draft=${drafts.state}
      @save-draft=${() => void drafts.save()}
      @send=${() => this.submission.submit(this.sender)}
      @discard=${() => (composition.unsaved || composition.draftId !== null ? (this.discarding = true) : void this.discard())}
    ></signet-compose-actions>`;
  }

  private renderDialogs() {
    const { submission, workspace, sender } = this;
    return html`
      <signet-compose-missing
        ?open=${submission.question !== null}
        .addresses=${submission.question ?? []}
        ?decrypted=${this.state.quotesDecrypted}
        @go-back=${() => submission.back()}
        @go-unencrypted=${() => submission.unencrypted(sender)}
      ></signet-compose-missing>
      <signet-compose-leave
        ?open=${workspace.waiting !== null && !workspace.outbox.busy}
        ?savable=${(workspace.mail?.server ?? null) !== null}
        @keep-writing=${() => workspace.decide(false)}
        @drop=${() => workspace.decide(true)}
        @save-draft=${() => void this.saveAndLeave()}
      ></signet-compose-leave>
      <signet-confirmation
        heading=${texts.discardHeading}
        question=${texts.discardQuestion}
        accept=${texts.discard}
        ?open=${this.discarding}
        @signet-close=${() => (this.discarding = false)}
        @signet-accept=${() => void this.discard()}
      ></signet-confirmation>
      ${this.unlocking.render()}
    `;
  }

  protected override render() {
    const { state, workspace } = this;
    return html`
      <div
        class="page"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${this.drop}
      >
        <h1>${this.heading}</h1>
        <form class="card" novalidate @submit=${this.submit}>
          <fieldset ?inert=${workspace.outbox.busy}>
            <signet-compose-protection
              ?sign=${state.sign}
              ?encrypt=${state.encrypt}
              ?blind=${this.sender !== null && this.sender.certificate === null}
              @toggle-sign=${() => this.toggleSign()}
              @toggle-encrypt=${() => this.change({ encrypt: !state.encrypt })}
            ></signet-compose-protection>
            ${this.renderPeople()} ${this.renderWords()}
          </fieldset>
          ${this.renderOutbox()} ${this.renderActions()}
        </form>
      </div>
      ${this.renderDialogs()}
    `;
  }
}
