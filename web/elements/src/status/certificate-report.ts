import type { Advice, CertificateReport, Problem } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { Localised } from '../localised.ts';
import { dateAndTime } from '../format.ts';
import { controls, notes } from '../styles/controls.ts';
import { facts } from '../styles/facts.ts';
import { texts } from '../texts/index.ts';

/**
 * What was found out about one certificate: revocation, its chain with what is wrong at each place, and quietly what
 * its authority could do better.
 */
export class SignetCertificateReport extends Localised {
  static override properties = { report: { attribute: false } };

  static override styles = [
    controls,
    notes,
    facts,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-2);
      }
      h3 {
        font-size: var(--signet-size);
      }
      ol,
      ul {
        margin: 0;
        padding-inline-start: 1.25rem;
        font-size: var(--signet-size-small);
        overflow-wrap: anywhere;
      }
      li > ul {
        list-style: none;
        padding-inline-start: 0;
      }
      li > ul > li {
        color: var(--signet-text-muted);
      }
      li > ul > .problem {
        color: inherit;
        font-weight: 600;
      }
      summary {
        cursor: pointer;
        font-weight: 600;
        font-size: var(--signet-size-small);
      }
      details > * + * {
        margin-top: var(--signet-gap-2);
      }
    `,
  ];

  declare report: CertificateReport | null;

  constructor() {
    super();
    this.report = null;
  }

  private revocation(report: CertificateReport): string {
    const state = texts.revocationStates[report.revocation];
    return report.revokedAt === null
      ? state
      : `${state} ${texts.revokedAt(dateAndTime(report.revokedAt))}`;
  }

  /** Those that concern no certificate of the chain, or stand where no chain was found. */
  private renderElsewhere(problems: readonly Problem[], length: number) {
    const elsewhere = problems.filter(({ at }) => at === null || at >= length);
    if (elsewhere.length === 0) return nothing;
    return html`
      <h3>${texts.problems}</h3>
      <ul data-testid="certificate-problems">
        ${elsewhere.map((problem) => html`<li data-code=${problem.code}>${problem.message}</li>`)}
      </ul>
    `;
  }

  private renderLink(subject: string, problems: readonly Problem[]) {
    return html`<li>
      <bdi>${subject}</bdi>
      ${
        problems.length === 0
          ? nothing
          : html`<ul>
              ${problems.map(
                (problem) =>
                  html`<li class="problem" data-code=${problem.code}>${problem.message}</li>`,
              )}
            </ul>`
      }
    </li>`;
  }

  private renderAdvice(advice: readonly Advice[]) {
    if (advice.length === 0) return nothing;
    return html`<details data-testid="certificate-advice">
      <summary>${texts.adviceForAuthority}</summary>
      <p class="hint">${texts.adviceChangesNothing}</p>
      <ul>
        ${advice.map((one) => html`<li data-code=${one.code}>${one.message}</li>`)}
      </ul>
    </details>`;
  }

  protected override render() {
    const { report } = this;
    if (report === null) return nothing;
    const { chain, problems } = report;
    return html`
      <dl>
        <dt>${texts.revocation}</dt>
        <dd data-testid="revocation" data-revocation=${report.revocation}>
          ${this.revocation(report)}
        </dd>
      </dl>
      ${this.renderElsewhere(problems, chain.length)}
      <details open>
        <summary>${texts.certificate}</summary>
        <signet-certificate-facts .certificate=${report.certificate}></signet-certificate-facts>
      </details>
      ${
        // Why none was found stands among the findings.
        chain.length === 0
          ? nothing
          : html`<details open>
              <summary>${texts.chain}</summary>
              <ol data-testid="chain">
                ${chain.map((certificate, index) =>
                  this.renderLink(
                    certificate.subject,
                    problems.filter(({ at }) => at === index),
                  ),
                )}
              </ol>
            </details>`
      }
      ${this.renderAdvice(report.advice ?? [])}
    `;
  }
}
