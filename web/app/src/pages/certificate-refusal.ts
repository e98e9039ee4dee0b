import { icon } from '@signet/elements';
import type { Certificate, CertificateReport, Problem } from '@signet/smime';
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../texts/index.ts';

/** A certificate that is not kept; the report is null where none could be made. */
export interface Refused {
  readonly certificate: Certificate;
  readonly report: CertificateReport | null;
}

/** Why a certificate is not kept, problem by problem. */
export function renderRefusal({ certificate, report }: Refused): TemplateResult {
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
