import type { Certificate } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { Localised } from '../localised.ts';
import { date } from '../format.ts';
import { controls } from '../styles/controls.ts';
import { facts } from '../styles/facts.ts';
import { texts } from '../texts/index.ts';

/** What one certificate says, as a list of facts. */
export class SignetCertificateFacts extends Localised {
  static override properties = {
    certificate: { attribute: false },
    brief: { type: Boolean },
  };

  static override styles = [
    controls,
    facts,
    css`
      :host {
        display: block;
      }
    `,
  ];

  declare certificate: Certificate | null;
  /** Leaves out what only experts read. */
  declare brief: boolean;

  constructor() {
    super();
    this.certificate = null;
    this.brief = false;
  }

  private keyType(certificate: Certificate): string {
    const { keyAlgorithm, keyBits } = certificate;
    return keyBits === null ? keyAlgorithm : `${keyAlgorithm}, ${texts.bits(keyBits)}`;
  }

  private renderExpertFacts(certificate: Certificate) {
    const usage = [...(certificate.keyUsage ?? []), ...(certificate.extendedKeyUsage ?? [])];
    return html`
      <dt>${texts.serialNumber}</dt>
      <dd class="code">${certificate.serialNumber}</dd>
      ${
        usage.length === 0
          ? nothing
          : html`
              <dt>${texts.usage}</dt>
              <dd>${usage.join(', ')}</dd>
            `
      }
      <dt>${texts.fingerprintSha1}</dt>
      <dd class="code">${certificate.fingerprints.sha1}</dd>
    `;
  }

  protected override render() {
    const { certificate } = this;
    if (certificate === null) return nothing;
    return html`
      <dl>
        <dt>${texts.subject}</dt>
        <dd><bdi>${certificate.subject}</bdi></dd>
        <dt>${texts.addresses}</dt>
        <dd><bdi>${certificate.emailAddresses.join(', ') || texts.noAddress}</bdi></dd>
        <dt>${texts.issuer}</dt>
        <dd><bdi>${certificate.issuer}</bdi></dd>
        <dt>${texts.validity}</dt>
        <dd>${texts.validFromTo(date(certificate.notBefore), date(certificate.notAfter))}</dd>
        <dt>${texts.keyType}</dt>
        <dd>${this.keyType(certificate)}</dd>
        <dt>${texts.fingerprint}</dt>
        <dd class="code">${certificate.fingerprints.sha256}</dd>
        ${this.brief ? nothing : this.renderExpertFacts(certificate)}
      </dl>
    `;
  }
}
