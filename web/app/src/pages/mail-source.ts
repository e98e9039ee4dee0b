import { Localised, controls, octets } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import type { Reading } from '../mail/reading.ts';
import { texts } from '../texts/index.ts';

/** How much of a message is shown, in octets. */
const most = 200_000;

/** A button that shows the open message as it came, octet for octet; what is encrypted stays so. */
export class MailSourceView extends Localised {
  static override properties = {
    reading: { attribute: false },
    shown: { state: true },
  };

  static override styles = [
    controls,
    css`
      pre {
        margin: 0;
        max-block-size: 60vh;
        overflow: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare reading: Reading;
  declare shown: { readonly text: string; readonly cut: boolean } | null;

  constructor() {
    super();
    this.shown = null;
  }

  private async show(): Promise<void> {
    try {
      const bytes = await this.reading.bytes();
      // An octet for each sign: no guess at a charset changes what is shown.
      const text = new TextDecoder('latin1').decode(bytes.subarray(0, most));
      this.shown = { text, cut: bytes.length > most };
    } catch (error) {
      this.shown = { text: failureOf(error).text, cut: false };
    }
  }

  protected override render() {
    const { shown } = this;
    return html`
      <button type="button" data-testid="mail-source" @click=${() => void this.show()}>
        ${texts.showSource}
      </button>
      <signet-dialog
        heading=${texts.sourceHeading}
        hook="mail-source-dialog"
        close-hook="mail-source-close"
        ?open=${shown !== null}
        @signet-close=${() => (this.shown = null)}
      >
        ${shown?.cut ? html`<p class="hint">${texts.sourceCut(octets(most))}</p>` : nothing}
        <pre class="code" dir="ltr" tabindex="0" aria-label=${texts.sourceHeading}>
${shown?.text ?? ''}</pre>
      </signet-dialog>
    `;
  }
}
