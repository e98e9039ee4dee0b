import type { EncryptionReport, Layer, OpenedMessage, SignerReport } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { Localised } from '../localised.ts';
import { dateAndTime } from '../format.ts';
import { icon } from '../icon.ts';
import { controls, notes } from '../styles/controls.ts';
import { facts } from '../styles/facts.ts';
import { texts } from '../texts/index.ts';

/**
 * Everything that is known on one opened message: what the verdict means, who signed, what encrypted it.
 *
 * @slot - actions, below the facts
 * @fires signet-close
 */
export class SignetStatusDetails extends Localised {
  static override properties = {
    opened: { attribute: false },
    open: { type: Boolean },
  };

  static override styles = [
    controls,
    notes,
    facts,
    css`
      h3 {
        display: flex;
        align-items: center;
        gap: var(--signet-gap-2);
        font-size: var(--signet-size);
      }
      section {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-2);
        padding-top: var(--signet-gap-4);
        border-top: 1px solid var(--signet-border);
      }
      .words {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-1);
      }
    `,
  ];

  declare opened: OpenedMessage | null;
  declare open: boolean;

  constructor() {
    super();
    this.opened = null;
    this.open = false;
  }

  private renderVerdict(opened: OpenedMessage) {
    const { colour, code, message } = opened.status;
    const advice = texts.advice[code];
    return html`
      <div class="note ${colour}">
        <div class="words">
          <strong>${texts.titles[code]}</strong>
          <span>${message}</span>
        </div>
      </div>
      ${advice === undefined ? nothing : html`<p><strong>${texts.whatToDo}: </strong>${advice}</p>`}
    `;
  }

  private renderSigner(signer: SignerReport, index: number, count: number) {
    return html`
      <section>
        <h3>
          ${icon('certificate')}${texts.signer(index + 1, count)}${count > 1 ? `: ${texts.titles[signer.status.code]}` : ''}
        </h3>
        ${count > 1 ? html`<p class="small">${signer.status.message}</p>` : nothing}
        <dl>
          <dt>${texts.address}</dt>
          <dd><bdi>${signer.matchedAddress ?? texts.noMatch}</bdi></dd>
          <dt>${texts.signedAt}</dt>
          <dd>
            ${signer.signingTime === null ? texts.notStated : dateAndTime(signer.signingTime)}
          </dd>
          <dt>${texts.algorithm}</dt>
          <dd>${signer.algorithm}, ${signer.digest}</dd>
        </dl>
        ${
          signer.certificate === null
            ? nothing
            : html`<signet-certificate-report
                .report=${signer.certificate}
              ></signet-certificate-report>`
        }
        ${
          signer.encryption
            ? html`<h3>${icon('lock')}${texts.correspondent}</h3>
                <p class="small">${signer.encryption.message}</p>`
            : nothing
        }
      </section>
    `;
  }

  private renderEncryption(report: EncryptionReport | null, locked: boolean) {
    return html`
      <section>
        <h3>${icon('lock')}${texts.encryption}</h3>
        ${
          report === null
            ? html`<p class="small">${texts.noEncryption}</p>`
            : html`
                ${locked ? html`<p class="small">${texts.stillLocked}</p>` : nothing}
                <dl>
                  <dt>${texts.cipher}</dt>
                  <dd>
                    ${report.contentCipher},
                    ${report.authenticated ? texts.authenticated : texts.notAuthenticated}
                  </dd>
                  <dt>${texts.keyTransport}</dt>
                  <dd>${report.keyTransport}</dd>
                  <dt>${texts.recipients}</dt>
                  <dd>${report.recipients}</dd>
                </dl>
              `
        }
      </section>
    `;
  }

  private layerName(layer: Layer): string {
    switch (layer.type) {
      case 'signed':
        return texts.layerSigned(layer.form);
      case 'encrypted':
        return texts.layerEncrypted;
      case 'compressed':
        return texts.layerCompressed;
      case 'authenticated':
        return texts.layerAuthenticated;
    }
  }

  private renderFacts(opened: OpenedMessage) {
    const signers = opened.signature?.signers ?? [];
    return html`
      <div class="stack">
        ${this.renderVerdict(opened)}
        ${
          opened.layers.length === 0
            ? nothing
            : html`<p class="small muted">
                ${texts.layers}: ${opened.layers.map((layer) => this.layerName(layer)).join(', ')}
              </p>`
        }
        ${
          signers.length === 0
            ? html`<section>
                <h3>${icon('certificate')}${texts.signature}</h3>
                <p class="small">${texts.noSignature}</p>
              </section>`
            : signers.map((signer, index) => this.renderSigner(signer, index, signers.length))
        }
        ${this.renderEncryption(opened.encryption, opened.content === null)}
        <slot></slot>
      </div>
    `;
  }

  protected override render() {
    const { opened } = this;
    return html`
      <signet-dialog
        heading=${texts.detailsHeading}
        hook="status-details"
        close-hook="status-details-close"
        ?open=${this.open}
        @signet-close=${() => this.dispatchEvent(new CustomEvent('signet-close'))}
      >
        ${opened !== null && this.open ? this.renderFacts(opened) : nothing}
      </signet-dialog>
    `;
  }
}
