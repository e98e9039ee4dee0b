import { controls, date, icon, notes } from '@signet/elements';
import type { Certificate, CertificateReport, Problem } from '@signet/smime';
import { css, html, LitElement, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';

interface Message {
  readonly success: boolean;
  readonly text: string;
}
interface Refused {
  readonly certificate: Certificate;
  readonly report: CertificateReport | null;
}

/** Correspondents' certificates: import, list, remove. Kept is only what the engine finds good, by its rule for revocation. */
export class CertificateList extends LitElement {
  static override properties = {
    workspace: { attribute: false },
    messages: { state: true },
    refused: { state: true },
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
  declare busy: boolean;

  constructor() {
    super();
    this.messages = [];
    this.refused = [];
    this.busy = false;
    watch(this, () => [this.workspace.correspondents]);
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
          messages.push({ success: false, text: `${file.name}: ${texts.certificateNoAddress}` });
        for (const certificate of personal) {
          const report = await correspondents.check(certificate, read);
          if (report?.trusted === true) {
            await correspondents.keep(certificate);
            kept += 1;
          } else refused.push({ certificate, report });
        }
      } catch (error) {
        messages.push({ success: false, text: `${file.name}: ${failureOf(error).text}` });
      }
    }
    if (kept > 0) messages.push({ success: true, text: texts.certificatesKept(kept) });
    this.messages = messages;
    this.refused = refused;
    this.busy = false;
  }

  private renderRow(certificate: Certificate) {
    const over = certificate.notAfter < new Date();
    return html`<li
      data-testid="certificate-row"
      data-addresses=${certificate.emailAddresses.join(' ')}
      data-fingerprint=${certificate.fingerprints.sha256}
    >
      <div class="spread">
        <div class="row break">
          ${icon('certificate')}<strong><bdi>${certificate.emailAddresses.join(', ')}</bdi></strong>
          <span class="tag ${over ? 'warn' : ''}"
            >${over ? texts.expired : texts.validUntil(date(certificate.notAfter))}</span
          >
        </div>
        <button
          type="button"
          class="quiet"
          data-testid="certificate-remove"
          @click=${() => void this.workspace.correspondents.forget(certificate.fingerprints.sha256)}
        >
          ${icon('trash')}${texts.remove}
        </button>
      </div>
      <details>
        <summary>${texts.facts}</summary>
        <signet-certificate-facts .certificate=${certificate}></signet-certificate-facts>
      </details>
    </li>`;
  }

  protected override render() {
    const { all } = this.workspace.correspondents;
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
              ${icon(message.success ? 'check' : 'cross')}<span>${message.text}</span>
            </p>`,
        )}
        ${this.refused.map((one) => renderRefused(one))}
      </div>
      ${
        all.length === 0
          ? html`<p class="muted">${texts.noCertificates}</p>`
          : html`<ul class="list">
              ${all.map((certificate) => this.renderRow(certificate))}
            </ul>`
      }
    `;
  }
}

function renderRefused({ certificate, report }: Refused) {
  const problems = report?.problems ?? [];
  // Where only an answer is missing, it may be kept another time.
  const open = report === null || problems.every(({ code }) => code === 'revocation-unknown');
  return html`<div
    class="note ${open ? 'orange' : 'red'}"
    data-testid="certificate-message"
    data-outcome="refused"
    data-code=${problems[0]?.code ?? ''}
    data-fingerprint=${certificate.fingerprints.sha256}
  >
    ${icon(open ? 'warning' : 'cross')}
    <div class="break">
      <strong>${texts.certificateRefused(certificate.subject)}</strong>
      ${
        report === null || problems.length === 0
          ? html`<p>${texts.noReason}</p>`
          : problems.map((problem) => html`<p>${concerned(problem, report)}${problem.message}</p>`)
      }
    </div>
  </div>`;
}

/** Whose problem it is, where that is not the certificate's own. */
function concerned({ at }: Problem, { chain }: CertificateReport) {
  const other = at === null || at === 0 ? undefined : chain[at];
  return other === undefined ? nothing : html`<bdi>${other.subject}</bdi>: `;
}
