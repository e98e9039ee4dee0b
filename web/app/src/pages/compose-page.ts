import { controls, icon, notes, type IconName } from '@signet/elements';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { checkDraft } from '../compose/draft.ts';
import { identities, senderFor, type Identity } from '../compose/identity.ts';
import { fileNameFor, make, MissingCertificates, type Protection } from '../compose/make.ts';
import type { Draft, DraftAttachment } from '../compose/mime-writer.ts';
import { failureOf, type Failure } from '../engine/failure.ts';
import { save } from '../mail/saving.ts';
import type { MailEntry } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
import type { Made } from './compose-outcome.ts';
import { layout } from './layout.ts';
import { Unlocking } from './unlocking.ts';

type ProtectionName = keyof typeof texts.save;

/** Writing a mail. Whatever goes wrong, nothing is saved and the draft stays. */
export class ComposePage extends LitElement {
  static override properties = {
    workspace: { attribute: false },
    sign: { state: true },
    encrypt: { state: true },
    from: { state: true },
    attachments: { state: true },
    failure: { state: true },
    made: { state: true },
    busy: { state: true },
    fraction: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
      textarea {
        min-height: 16rem;
        resize: vertical;
        line-height: 1.55;
      }
      .actions {
        padding-top: var(--signet-gap-4);
        border-top: 1px solid var(--signet-border);
      }
    `,
  ];

  declare workspace: Workspace;
  declare sign: boolean;
  declare encrypt: boolean;
  declare from: string;
  declare attachments: readonly DraftAttachment[];
  declare failure: Failure | null;
  declare made: Made | null;
  declare busy: boolean;
  declare fraction: number;

  private readonly unlocking = new Unlocking(this, () => this.workspace);
  private abort: AbortController | null = null;
  private draftNumber = -1;

  constructor() {
    super();
    this.sign = false;
    this.encrypt = false;
    this.from = '';
    this.attachments = [];
    this.failure = null;
    this.made = null;
    this.busy = false;
    this.fraction = -1;
    watch(this, () => [
      this.workspace,
      this.workspace.engine,
      this.workspace.keyFiles,
      this.workspace.correspondents,
    ]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort?.abort();
    this.workspace.keepDraft({
      ...this.workspace.draft.start,
      ...this.fields,
      sign: this.sign,
      encrypt: this.encrypt,
      preferredFrom: this.from === '' ? this.workspace.draft.start.preferredFrom : [this.from],
    });
  }

  private get identities(): Identity[] {
    const { engine, keyFiles } = this.workspace;
    return identities(engine.keys, keyFiles.all, keyFiles.locked);
  }

  protected override updated(_changed: PropertyValues): void {
    const { start, number } = this.workspace.draft;
    if (number === this.draftNumber) return;
    this.draftNumber = number;
    for (const [id, value] of [
      ['to', start.to],
      ['cc', start.cc],
      ['subject', start.subject],
      ['body', start.text],
    ] as const) {
      const field = this.field(id);
      if (field !== null) field.value = value;
    }
    this.sign = start.sign;
    this.encrypt = start.encrypt;
    this.from = '';
    this.attachments = start.attachments;
    this.failure = null;
    this.made = null;
    const body = this.renderRoot.querySelector<HTMLTextAreaElement>('#body');
    if (start.to === '') this.field('to')?.focus();
    else {
      body?.focus();
      body?.setSelectionRange(0, 0);
    }
  }

  private field(id: string): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  }

  private value(id: string): string {
    return this.field(id)?.value ?? '';
  }

  private get fields() {
    return {
      to: this.value('to'),
      cc: this.value('cc'),
      subject: this.value('subject'),
      text: this.value('body'),
      attachments: this.attachments,
    };
  }

  private get sender(): Identity | null {
    const preferred = this.from === '' ? this.workspace.draft.start.preferredFrom : [this.from];
    return senderFor(this.identities, preferred);
  }

  private get protection(): ProtectionName {
    if (this.sign) return this.encrypt ? 'both' : 'sign';
    return this.encrypt ? 'encrypt' : 'neither';
  }

  private refuse(code: string, text: string): void {
    this.failure = { code, text };
    this.workspace.announce(text);
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    this.failure = null;
    this.made = null;
    const { sender } = this;
    if (sender === null) return this.refuse('no-sender', this.missingIdentity());
    const fields = { ...this.workspace.draft.start, ...this.fields };
    const { draft, refusal } = checkDraft(
      fields,
      sender.address,
      this.encrypt ? this.workspace.knownCertificates : null,
    );
    if (draft === null) return this.refuse(refusal.code, refusal.text);
    if (this.sign && sender.key === null) this.unlockAndMake(draft, sender);
    else void this.make(draft, sender);
  }

  private unlockAndMake(draft: Draft, sender: Identity): void {
    if (sender.files.length === 0)
      return this.refuse('key-unusable', texts.nothingSaved(texts.noSigner));
    this.unlocking.ask({
      files: sender.files,
      preferred: sender.files[0]?.id ?? '',
      purpose: texts.passphraseToSign,
      unlocked: () => {
        const unlocked = this.identities.find((one) => one.address === sender.address);
        void this.make(draft, unlocked ?? sender);
      },
    });
  }

  private async make(draft: Draft, sender: Identity): Promise<void> {
    const { workspace } = this;
    if (this.sign && sender.key === null) {
      return this.refuse('key-unusable', texts.nothingSaved(texts.noSigner));
    }
    const abort = new AbortController();
    this.abort = abort;
    this.busy = true;
    this.fraction = -1;
    try {
      const protection: Protection = {
        sign: this.sign ? sender.key : null,
        encrypt: this.encrypt
          ? {
              own: sender.certificate,
              known: workspace.knownCertificates,
              capabilities: workspace.correspondents.capabilities,
            }
          : null,
      };
      const message = await make(await workspace.engine.engine(), draft, protection, {
        signal: abort.signal,
        onProgress: (done, total) => (this.fraction = total > 0 ? done / total : -1),
      });
      const entry = await workspace.written.add(message);
      const name = fileNameFor(draft.subject);
      save(message, name, 'message/rfc822');
      this.made = { entry, name };
      workspace.announce(texts.made(name));
    } catch (error) {
      if (error instanceof MissingCertificates)
        this.refuse('missing-certificate', texts.missingCertificates(error.addresses));
      else {
        const failure = failureOf(error);
        this.refuse(failure.code, texts.nothingSaved(failure.text));
      }
    } finally {
      this.abort = null;
      this.busy = false;
      // The engine may have been told to forget keys after each use.
      void workspace.engine.look().catch(() => undefined);
    }
  }

  private openCopy(entry: MailEntry): void {
    void this.workspace.reading.show(this.workspace.written, entry);
    this.workspace.route.go('mail');
  }

  private missingIdentity(): string {
    return this.workspace.keyFiles.all.length === 0 ? texts.noIdentity : texts.noIdentityKnown;
  }

  private unlockAny(): void {
    const { locked } = this.workspace.keyFiles;
    this.unlocking.ask({
      files: locked,
      preferred: '',
      purpose: texts.unlockFor,
      unlocked: () => this.requestUpdate(),
    });
  }

  private renderField(id: string, label: string, hint: string) {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        data-testid="compose-${id}"
        type="text"
        autocomplete="off"
        spellcheck=${id === 'subject' ? 'true' : 'false'}
        aria-describedby=${hint === '' ? nothing : `${id}-hint`}
      />
      ${hint === '' ? nothing : html`<span class="hint" id="${id}-hint">${hint}</span>`}
    </div>`;
  }

  private renderToggle(id: 'sign' | 'encrypt', symbol: IconName) {
    return html`<button
      type="button"
      data-testid="compose-${id}"
      aria-pressed=${this[id] ? 'true' : 'false'}
      @click=${() => (this[id] = !this[id])}
    >
      ${icon(symbol)}${texts[id]}
    </button>`;
  }

  private renderToggles() {
    return html`<div class="row" role="group" aria-label=${texts.smime}>
      ${this.renderToggle('sign', 'certificate')} ${this.renderToggle('encrypt', 'lock')}
      <span class="hint">
        ${texts.protection[this.protection]} ${this.encrypt ? texts.subjectVisible : ''}
      </span>
    </div>`;
  }

  protected override render() {
    return html`
      <div class="page">
        <h1>${this.workspace.draft.start.inReplyTo === '' ? texts.newMail : texts.replyHeading}</h1>
        <form class="card" novalidate @submit=${this.submit}>
          ${this.renderToggles()}
          <signet-compose-sender
            .identities=${this.identities}
            .sender=${this.sender}
            problem=${this.missingIdentity()}
            ?lockable=${this.workspace.keyFiles.locked.length > 0}
            @choose-sender=${(event: CustomEvent<string>) => (this.from = event.detail)}
            @unlock-key=${() => this.unlockAny()}
          ></signet-compose-sender>
          ${this.renderField('to', texts.to, texts.addressHint)}
          ${this.renderField('cc', texts.cc, '')} ${this.renderField('subject', texts.subject, '')}
          <div class="field">
            <label for="body">${texts.text}</label>
            <textarea id="body" data-testid="compose-body" dir="auto"></textarea>
          </div>
          <signet-compose-attachments
            .attachments=${this.attachments}
            @attachments=${(event: CustomEvent<readonly DraftAttachment[]>) => (this.attachments = event.detail)}
            @unreadable=${(event: CustomEvent<string>) => this.refuse('unreadable-file', event.detail)}
          ></signet-compose-attachments>
          ${
            this.busy
              ? html`<signet-progress
                  label=${texts.making}
                  .fraction=${this.fraction}
                  cancellable
                  @signet-cancel=${() => this.abort?.abort()}
                ></signet-progress>`
              : nothing
          }
          <signet-compose-outcome
            .failure=${this.failure}
            .made=${this.made}
            @open-copy=${(event: CustomEvent<MailEntry>) => this.openCopy(event.detail)}
          ></signet-compose-outcome>
          <div class="row actions">
            <button type="submit" class="primary" data-testid="compose-save" ?disabled=${this.busy}>
              ${icon('download')}${texts.save[this.protection]}
            </button>
          </div>
        </form>
      </div>
      ${this.unlocking.render()}
    `;
  }
}
