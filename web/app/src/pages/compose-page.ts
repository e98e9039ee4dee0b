import { controls, icon, notes, octets } from '@signet/elements';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { parseAddresses } from '../compose/addresses.ts';
import { identities, type Identity } from '../compose/identity.ts';
import { fileNameFor, make, MissingCertificates, type Protection } from '../compose/make.ts';
import type { Draft, DraftAttachment } from '../compose/mime-writer.ts';
import { senderFor } from '../compose/reply.ts';
import { failureOf, type Failure } from '../engine/failure.ts';
import { save } from '../mail/saving.ts';
import type { MailEntry } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
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
      .attachments {
        display: flex;
        flex-wrap: wrap;
        gap: var(--signet-gap-2);
        list-style: none;
      }
      .attachments li {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-2);
        max-width: 100%;
        padding-left: var(--signet-gap-3);
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius);
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
  declare made: { entry: MailEntry; name: string } | null;
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
      to: this.value('to'),
      cc: this.value('cc'),
      subject: this.value('subject'),
      text: this.value('body'),
      sign: this.sign,
      encrypt: this.encrypt,
      attachments: this.attachments,
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

  private get sender(): Identity | null {
    const all = this.identities;
    const address =
      this.from ||
      senderFor(
        all.map((one) => one.address),
        this.workspace.draft.start.preferredFrom,
      );
    return all.find((one) => one.address === address) ?? all[0] ?? null;
  }

  private get protection(): ProtectionName {
    if (this.sign) return this.encrypt ? 'both' : 'sign';
    return this.encrypt ? 'encrypt' : 'neither';
  }

  private refuse(code: string, text: string): void {
    this.failure = { code, text };
    this.workspace.announce(text);
  }

  private async attach(files: readonly File[]): Promise<void> {
    const added = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        type: file.type,
        octets: new Uint8Array(await file.arrayBuffer()),
      })),
    ).catch(() => null);
    if (added === null)
      this.refuse(
        'unreadable-file',
        texts.unreadableFile(files.map((file) => file.name).join(', ')),
      );
    else this.attachments = [...this.attachments, ...added];
  }

  private drop(attachment: DraftAttachment): void {
    this.attachments = this.attachments.filter((one) => one !== attachment);
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    this.failure = null;
    this.made = null;
    const to = parseAddresses(this.value('to'));
    const cc = parseAddresses(this.value('cc'));
    const invalid = [...to.invalid, ...cc.invalid];
    const { sender } = this;
    if (sender === null) return this.refuse('no-sender', this.missingIdentity());
    if (invalid.length > 0) return this.refuse('bad-address', texts.badAddresses(invalid));
    if (to.mailboxes.length + cc.mailboxes.length === 0)
      return this.refuse('no-recipient', texts.noRecipient);
    const { start } = this.workspace.draft;
    const draft: Draft = {
      from: { name: '', address: sender.address },
      to: to.mailboxes,
      cc: cc.mailboxes,
      subject: this.value('subject'),
      text: this.value('body'),
      attachments: this.attachments,
      inReplyTo: start.inReplyTo,
      references: start.references,
    };
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
        if (unlocked === undefined || unlocked.key === null)
          this.refuse('key-unusable', texts.nothingSaved(texts.noSigner));
        else void this.make(draft, unlocked);
      },
    });
  }

  private async make(draft: Draft, sender: Identity): Promise<void> {
    const { workspace } = this;
    const abort = new AbortController();
    this.abort = abort;
    this.busy = true;
    this.fraction = -1;
    try {
      const own = [
        ...workspace.engine.keys.map((key) => key.certificate),
        ...workspace.keyFiles.all.flatMap((file) => file.certificates),
      ];
      const protection: Protection = {
        sign: this.sign ? sender.key : null,
        encrypt: this.encrypt
          ? { own: sender.certificate, known: [...workspace.correspondents.all, ...own] }
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

  private renderFrom() {
    const all = this.identities;
    const { sender } = this;
    if (sender === null) {
      return html`<div class="field">
        <span class="label">${texts.from}</span>
        <p class="note" data-testid="compose-from">
          ${icon('key')}<span>${this.missingIdentity()}</span>
        </p>
        ${
          this.workspace.keyFiles.locked.length === 0
            ? html`<a href="#/settings">${texts.settings}</a>`
            : html`<div>
                <button type="button" @click=${() => this.unlockAny()}>
                  ${icon('unlock')}${texts.unlock}
                </button>
              </div>`
        }
      </div>`;
    }
    return html`<div class="field">
      <label for="from">${texts.from}</label>
      <select
        id="from"
        data-testid="compose-from"
        @change=${(event: Event) => (this.from = (event.target as HTMLSelectElement).value)}
      >
        ${all.map((one) => html`<option value=${one.address} ?selected=${one.address === sender.address}>${one.address}</option>`)}
      </select>
    </div>`;
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

  private renderAttachments() {
    return html`
      ${
        this.attachments.length === 0
          ? nothing
          : html`<ul class="attachments" aria-label=${texts.attachments}>
              ${this.attachments.map(
                (one) =>
                  html`<li data-testid="compose-attachment" data-name=${one.name}>
                    ${icon('paperclip')}<span class="break">${one.name}</span
                    ><small class="muted">${octets(one.octets.length)}</small>
                    <button
                      type="button"
                      class="quiet"
                      data-testid="compose-attachment-remove"
                      aria-label=${texts.removeAttachment(one.name)}
                      @click=${() => this.drop(one)}
                    >
                      ${icon('close', { size: 16 })}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      <signet-file-drop
        compact
        multiple
        hook="compose-attach"
        label=${texts.attach}
        hint=${texts.attachHint}
        @signet-files=${(event: CustomEvent<File[]>) => void this.attach(event.detail)}
      ></signet-file-drop>
    `;
  }

  private renderOutcome() {
    const { made, failure } = this;
    return html`
      <div role="alert">
        ${
          failure === null
            ? nothing
            : html`<p class="note red" data-testid="compose-error" data-code=${failure.code}>
                ${icon('cross')}<span>${failure.text}</span>
              </p>`
        }
      </div>
      ${
        made === null
          ? nothing
          : html`<div class="note green" data-testid="compose-result" data-mail-id=${made.entry.id}>
              ${icon('check')}
              <div class="stack">
                <span>${texts.made(made.name)}</span>
                <div>
                  <button
                    type="button"
                    data-testid="compose-open"
                    @click=${() => this.openCopy(made.entry)}
                  >
                    ${texts.openCopy}
                  </button>
                </div>
              </div>
            </div>`
      }
    `;
  }

  private renderToggles() {
    return html`<div class="row" role="group" aria-label=${texts.smime}>
      <button
        type="button"
        data-testid="compose-sign"
        aria-pressed=${this.sign ? 'true' : 'false'}
        @click=${() => (this.sign = !this.sign)}
      >
        ${icon('certificate')}${texts.sign}
      </button>
      <button
        type="button"
        data-testid="compose-encrypt"
        aria-pressed=${this.encrypt ? 'true' : 'false'}
        @click=${() => (this.encrypt = !this.encrypt)}
      >
        ${icon('lock')}${texts.encrypt}
      </button>
      <span class="hint"
        >${texts.protection[this.protection]} ${this.encrypt ? texts.subjectVisible : ''}</span
      >
    </div>`;
  }

  protected override render() {
    return html`
      <div class="page">
        <h1>${this.workspace.draft.start.inReplyTo === '' ? texts.newMail : texts.replyHeading}</h1>
        <form class="card" novalidate @submit=${this.submit}>
          ${this.renderToggles()} ${this.renderFrom()}
          ${this.renderField('to', texts.to, texts.addressHint)}
          ${this.renderField('cc', texts.cc, '')} ${this.renderField('subject', texts.subject, '')}
          <div class="field">
            <label for="body">${texts.text}</label>
            <textarea id="body" data-testid="compose-body" dir="auto"></textarea>
          </div>
          ${this.renderAttachments()}
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
          ${this.renderOutcome()}
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
