import { Localised, controls, icon, notes } from '@signet/elements';
import type { Certificate, CertificateReport, OpenedMessage } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { canEncryptTo } from '../certificates/choice.ts';
import { failureOf } from '../engine/failure.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { renderRefusal } from './certificate-refusal.ts';

/** A certificate that an open mail brings, with what it brings for its chain. */
interface Brought {
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
}

/**
 * Offers to keep the certificates of who signed the open mail, where they are not kept yet. They are judged by their
 * chain and by revocation, as those from a file are.
 */
export class SignerImport extends Localised {
  static override properties = {
    workspace: { attribute: false },
    opened: { attribute: false },
    refused: { state: true },
    error: { state: true },
    busy: { state: true },
  };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-2);
      }
    `,
  ];

  declare workspace: Workspace;
  declare opened: OpenedMessage | null;
  declare refused: { certificate: Certificate; report: CertificateReport | null } | null;
  declare error: string;
  declare busy: boolean;

  constructor() {
    super();
    this.opened = null;
    this.refused = null;
    this.error = '';
    this.busy = false;
    watch(this, () => [this.workspace.correspondents]);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('opened')) return;
    this.refused = null;
    this.error = '';
  }

  private async keep({ certificate, chain }: Brought): Promise<void> {
    if (this.busy) return;
    const { correspondents } = this.workspace;
    this.busy = true;
    this.refused = null;
    this.error = '';
    try {
      const report = await correspondents.check(certificate, chain);
      if (report?.trusted === true) {
        await correspondents.keep(certificate, 'mail');
        this.workspace.announce(texts.signerKept(certificate.emailAddresses.join(', ')));
      } else this.refused = { certificate, report };
    } catch (error) {
      this.error = failureOf(error).text;
    } finally {
      this.busy = false;
    }
  }

  private renderOne(brought: Brought) {
    const { certificate } = brought;
    const address = certificate.emailAddresses.join(', ');
    return this.workspace.correspondents.has(certificate)
      ? html`<p class="small muted" data-testid="signer-kept">${texts.signerKept(address)}</p>`
      : html`<div>
          <button
            type="button"
            data-testid="signer-import"
            data-fingerprint=${certificate.fingerprints.sha256}
            ?disabled=${this.busy}
            @click=${() => void this.keep(brought)}
          >
            ${icon('certificate')}${texts.importSigner(address)}
          </button>
        </div>`;
  }

  protected override render() {
    const all = broughtBy(this.opened);
    return html`
      ${all.map((one) => this.renderOne(one))}
      <div role="alert">
        ${this.refused === null ? nothing : renderRefusal(this.refused)}
        ${
          this.error === ''
            ? nothing
            : html`<p class="note red">${icon('cross')}<span>${this.error}</span></p>`
        }
      </div>
    `;
  }
}

/** Of each signer the certificate that answers can be encrypted to, each once. */
function broughtBy(opened: OpenedMessage | null): Brought[] {
  const found = new Map<string, Brought>();
  for (const signer of opened?.signature?.signers ?? []) {
    const reports = [signer.encryption?.certificate ?? null, signer.certificate];
    const chain = reports.flatMap((report) => report?.chain ?? []);
    const best = reports.find(
      (report) =>
        report !== null &&
        report.certificate.emailAddresses.length > 0 &&
        canEncryptTo(report.certificate, report.certificate.notBefore),
    );
    if (best)
      found.set(best.certificate.fingerprints.sha256, { certificate: best.certificate, chain });
  }
  return [...found.values()];
}
