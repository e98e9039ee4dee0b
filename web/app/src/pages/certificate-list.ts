import { Localised, controls, icon, notes } from '@signet/elements';
import type { Certificate } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { certificateRows } from '../certificates/rows.ts';
import { failureOf } from '../engine/failure.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { renderRefusal, type Refused } from './certificate-refusal.ts';
import { layout } from './layout.ts';

interface Message {
  readonly success: boolean;
  readonly said: () => string;
}

/** Correspondents' certificates: import, list, remove. Kept is only what the engine finds good, by its rule for revocation. */
export class CertificateList extends Localised {
  static override properties = {
    workspace: { attribute: false },
    messages: { state: true },
    refused: { state: true },
    removing: { state: true },
    busy: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
    `,
  ];

  declare workspace: Workspace;
  declare messages: readonly Message[];
  declare refused: readonly Refused[];
  declare removing: Certificate | null;
  declare busy: boolean;

  constructor() {
    super();
    this.messages = [];
    this.refused = [];
    this.removing = null;
    this.busy = false;
    watch(this, () => [this.workspace.correspondents, this.workspace.keyFiles]);
  }

  private async add(files: readonly File[]): Promise<void> {
    const { correspondents } = this.workspace;
    this.busy = true;
    const messages: Message[] = [];
    const refused: Refused[] = [];
    let kept = 0;
    for (const file of files) {
      try {
        const read = await correspondents.read(new Uint8Array(await file.arrayBuffer()));
        const personal = read.filter(
          (certificate) => certificate.emailAddresses.length > 0 && !certificate.isCa,
        );
        if (personal.length === 0)
          messages.push({
            success: false,
            said: () => `\u2068${file.name}\u2069: ${texts.certificateNoAddress}`,
          });
        for (const certificate of personal) {
          const report = await correspondents.check(certificate, read);
          if (report?.trusted === true) {
            await correspondents.keep(certificate, 'file');
            kept += 1;
          } else refused.push({ certificate, report });
        }
      } catch (error) {
        messages.push({
          success: false,
          said: () => `\u2068${file.name}\u2069: ${failureOf(error).text}`,
        });
      }
    }
    if (kept > 0) messages.push({ success: true, said: () => texts.certificatesKept(kept) });
    this.messages = messages;
    this.refused = refused;
    this.busy = false;
  }

  private async forget(certificate: Certificate): Promise<void> {
    this.removing = null;
    try {
      await this.workspace.correspondents.forget(certificate.fingerprints.sha256);
      this.workspace.announce(texts.certificateRemoved);
    } catch (error) {
      this.messages = [{ success: false, said: () => failureOf(error).text }];
    }
  }

  private renderRemoving() {
    const name = this.removing?.emailAddresses.join(', ') ?? '';
    return html`<signet-confirmation
      heading=${texts.removeCertificateHeading}
      question=${texts.removeCertificateQuestion(name)}
      accept=${texts.removeCertificate}
      ?open=${this.removing !== null}
      @signet-close=${() => (this.removing = null)}
      @signet-accept=${() => {
        if (this.removing !== null) void this.forget(this.removing);
      }}
    ></signet-confirmation>`;
  }

  protected override render() {
    const { correspondents, keyFiles } = this.workspace;
    const rows = certificateRows(
      keyFiles.all.flatMap((file) => file.certificates.filter((one) => !one.isCa)),
      correspondents.all,
      (certificate) => correspondents.origin(certificate),
    );
    return html`
      <signet-file-drop
        compact
        multiple
        hook="certificate-file"
        label=${texts.importCertificates}
        hint=${texts.certificateHint}
        accept=".cer,.crt,.der,.pem,.p7b,.p7c,application/pkix-cert,application/x-x509-ca-cert,application/pkcs7-mime"
        @signet-files=${(event: CustomEvent<File[]>) => void this.add(event.detail)}
      ></signet-file-drop>
      ${this.busy ? html`<signet-progress></signet-progress>` : nothing}
      <div class="stack" role="alert">
        ${this.messages.map(
          (message) =>
            html`<p
              class="note ${message.success ? 'green' : 'red'}"
              data-testid="certificate-message"
              data-outcome=${message.success ? 'success' : 'failure'}
            >
              ${icon(message.success ? 'check' : 'cross')}<span>${message.said()}</span>
            </p>`,
        )}
        ${this.refused.map((one) => renderRefusal(one))}
      </div>
      ${
        rows.length === 0
          ? html`<p class="muted">${texts.noCertificates}</p>`
          : html`<signet-certificate-table
              .rows=${rows}
              @remove-certificate=${(event: CustomEvent<Certificate>) =>
                (this.removing = event.detail)}
            ></signet-certificate-table>`
      }
      ${this.renderRemoving()}
    `;
  }
}
