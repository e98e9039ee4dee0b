import { date, icon } from '@signet/elements';
import type { Pkcs12Info } from '@signet/smime';
import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../keys/import.ts';
import { texts } from '../texts/index.ts';

function findingText({ concern, certificate }: Finding): string {
  const addresses = certificate.emailAddresses.join(', ');
  switch (concern) {
    case 'expired':
      return texts.ownExpired(date(certificate.notAfter));
    case 'not-yet-valid':
      return texts.ownNotYetValid(date(certificate.notBefore));
    case 'no-mail-purpose':
      return texts.ownNoMailPurpose;
    case 'no-address':
      return texts.ownNoAddress;
    case 'other-address':
      return texts.ownOtherAddress(addresses);
  }
}

/** What is to be known of the certificates in a file before it is stored. */
export function renderFindings(findings: readonly Finding[]): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<div class="note orange" data-testid="import-findings">
    ${icon('warning')}
    <div class="words">
      <ul>
        ${findings.map(
          (finding) =>
            html`<li data-testid="import-finding" data-code=${finding.concern}>
              <bdi>${finding.certificate.subject}</bdi>: ${findingText(finding)}
            </li>`,
        )}
      </ul>
      <p>${texts.uploadAllTheSame}</p>
    </div>
  </div>`;
}

/** Why the file's protection is weak, and the choice to have it protected anew. */
export function renderWeaknesses(info: Pkcs12Info, canDecline: boolean) {
  if (info.weaknesses.length === 0) return nothing;
  return html`<div class="note orange" data-testid="import-weakness">
    ${icon('warning')}
    <div class="words">
      <span>${texts.weak}</span>
      <ul>
        ${info.weaknesses.map((weakness) => html`<li>${weakness}</li>`)}
      </ul>
      ${
        canDecline
          ? html`<label class="check"
              ><input id="reprotect" data-testid="import-reprotect" type="checkbox" checked />${
                texts.reprotect
              }</label
            >`
          : nothing
      }
    </div>
  </div>`;
}
