import {
  Localised,
  controls,
  icon,
  notes,
  type CertificateUse,
  type DefaultWanted,
  type KeyActionWanted,
  type ManagedKey,
} from '@signet/elements';
import type { Certificate } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { isForMail } from '../certificates/suitability.ts';
import { failureOf } from '../engine/failure.ts';
import type { KeyFile } from '../keys/key-files.ts';
import { canServe, type OwnCertificates } from '../keys/own-certificates.ts';
import { save } from '../mail/saving.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { ChangingPassphrase } from './changing-passphrase.ts';
import { Unlocking } from './unlocking.ts';

/** How often the time that keys are left is shown anew, in ms. */
const lookEvery = 5000;

/** The stored key files, and what can be done with them. */
export class KeyList extends Localised {
  static override properties = {
    workspace: { attribute: false },
    removing: { state: true },
    error: { state: true },
  };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: block;
      }
    `,
  ];

  declare workspace: Workspace;
  declare removing: KeyFile | null;
  declare error: string;

  private readonly unlocking = new Unlocking(this, () => this.workspace);
  private readonly changing = new ChangingPassphrase(this, () => this.workspace);
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor() {
    super();
    this.removing = null;
    this.error = '';
    watch(this, () => [this.workspace.own, this.workspace.engine]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), lookEvery);
    if (!this.workspace.keyFiles.loaded) void this.attempt(() => this.workspace.keyFiles.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.error = '';
    try {
      await work();
    } catch (error) {
      this.error = failureOf(error).text;
    }
  }

  private async removeFile(file: KeyFile): Promise<void> {
    this.removing = null;
    await this.attempt(async () => {
      await this.workspace.keyFiles.remove(file.id);
      this.workspace.announce(texts.keyRemoved);
    });
  }

  private act({ keyId, action }: KeyActionWanted): void {
    const file = this.workspace.keyFiles.all.find((one) => one.id === keyId);
    if (file === undefined) return;
    switch (action) {
      case 'unlock':
        this.unlocking.ask({
          files: [file],
          preferred: file.id,
          purpose: () => texts.unlockFor,
          unlocked: () => this.requestUpdate(),
        });
        return;
      case 'change-passphrase':
        this.changing.ask(file);
        return;
      case 'download':
        void this.attempt(async () =>
          save(await this.workspace.keyFiles.bytes(file.id), file.name, 'application/x-pkcs12'),
        );
        return;
      case 'remove':
        this.removing = file;
    }
  }

  private async makeDefault({ certificate }: DefaultWanted): Promise<void> {
    await this.attempt(async () => {
      await this.workspace.own.makeDefault(certificate);
      this.workspace.announce(texts.defaultChanged(certificate.emailAddresses.join(', ')));
    });
  }

  private async lock(): Promise<void> {
    await this.attempt(async () => {
      await this.workspace.engine.lock();
      this.workspace.announce(texts.keysLocked);
    });
  }

  private renderRemoving() {
    return html`<signet-confirmation
      heading=${texts.removeKeyHeading}
      question=${this.removing === null ? '' : texts.removeKeyQuestion(this.removing.name)}
      accept=${texts.removeKey}
      ?open=${this.removing !== null}
      @signet-close=${() => (this.removing = null)}
      @signet-accept=${() => {
        if (this.removing !== null) void this.removeFile(this.removing);
      }}
    ></signet-confirmation>`;
  }

  protected override render() {
    const { keyFiles, engine, own } = this.workspace;
    const locked = new Set(keyFiles.locked.map((file) => file.id));
    const left = engine.lockAt === null ? -1 : Math.max(0, engine.lockAt.getTime() - Date.now());
    return html`
      ${
        this.error === ''
          ? nothing
          : html`<p class="note red" role="alert">${icon('cross')}<span>${this.error}</span></p>`
      }
      ${!keyFiles.loaded && this.error === '' ? html`<signet-progress label=${texts.loading}></signet-progress>` : nothing}
      ${
        keyFiles.loaded
          ? html`<signet-key-manager
              .keys=${keyFiles.all.map((file) => managed(file, !locked.has(file.id), own))}
              .left=${left}
              @signet-key-action=${(event: CustomEvent<KeyActionWanted>) => this.act(event.detail)}
              @signet-key-default=${(event: CustomEvent<DefaultWanted>) => void this.makeDefault(event.detail)}
              @signet-lock=${() => void this.lock()}
            ></signet-key-manager>`
          : nothing
      }
      ${this.renderRemoving()} ${this.unlocking.render()} ${this.changing.render()}
    `;
  }
}

function managed(file: KeyFile, unlocked: boolean, own: OwnCertificates): ManagedKey {
  const now = new Date();
  const leaves = file.certificates.filter((certificate) => !certificate.isCa);
  return {
    id: file.id,
    name: file.name,
    size: file.size,
    unlocked,
    readable: file.info !== null,
    certificates: leaves
      .toSorted((one, other) => other.notAfter.getTime() - one.notAfter.getTime())
      .map((certificate) => {
        const usedFor = own.defaultOf(certificate);
        const serves = canServe(certificate, 'sign', now) || canServe(certificate, 'encrypt', now);
        const others = certificate.emailAddresses.filter((address) => !usedFor.includes(address));
        return {
          certificate,
          use: useOf(certificate, now),
          usedFor,
          couldServe: serves ? others : [],
        };
      }),
  };
}

function useOf(certificate: Certificate, at: Date): CertificateUse {
  if (at > certificate.notAfter) return 'old';
  if (at < certificate.notBefore) return 'early';
  return isForMail(certificate) ? 'current' : 'not-for-mail';
}
