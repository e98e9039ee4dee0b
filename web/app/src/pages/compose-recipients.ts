import { Localised, controls } from '@signet/elements';
import type { Certificate } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { recipientState } from '../certificates/recipient-state.ts';
import { parseAddresses } from '../compose/addresses.ts';
import { texts } from '../texts/index.ts';

type FieldName = 'to' | 'cc' | 'bcc';

/** How long somebody may pause within an address before it is looked at, in ms. */
const pause = 400;

/**
 * To, Cc and Bcc, and whether everybody in them can be encrypted to.
 *
 * @fires recipients - `detail` has the field that was changed
 */
export class ComposeRecipients extends Localised {
  static override properties = {
    to: {},
    cc: {},
    bcc: {},
    known: { attribute: false },
    incomplete: { type: Boolean },
    settled: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
    `,
  ];

  declare to: string;
  declare cc: string;
  declare bcc: string;
  /** The certificates that a recipient's may be found among. */
  declare known: readonly Certificate[];
  /** Some certificates are still being read. */
  declare incomplete: boolean;
  /** The fields as they are looked at; an address that is being typed is not. */
  declare settled: string;

  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.to = '';
    this.cc = '';
    this.bcc = '';
    this.known = [];
    this.incomplete = false;
    this.settled = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(): void {
    const fields = [this.to, this.cc, this.bcc].join(',');
    if (fields === this.settled) return;
    clearTimeout(this.timer);
    // A draft that is opened or answered is there at once; only typing waits.
    if (!this.matches(':focus-within')) this.settled = fields;
    else this.timer = setTimeout(() => (this.settled = fields), pause);
  }

  /** Begins where the first recipient goes. */
  begin(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#to')?.focus();
  }

  private typed(field: FieldName, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('recipients', { detail: { [field]: value } }));
  }

  private get recipients() {
    const now = new Date();
    const addresses = parseAddresses(this.settled).mailboxes.map((mailbox) => mailbox.address);
    return [...new Set(addresses)].map((address) =>
      recipientState(address, this.known, !this.incomplete, now),
    );
  }

  private renderField(field: FieldName, hint: string) {
    return html`<div class="field">
      <label for=${field}>${texts[field]}</label>
      <input
        id=${field}
        data-testid="compose-${field}"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby=${hint === '' ? nothing : `${field}-hint`}
        .value=${live(this[field])}
        @input=${(event: Event) => this.typed(field, event)}
        @blur=${() => (this.settled = [this.to, this.cc, this.bcc].join(','))}
      />
      ${hint === '' ? nothing : html`<span class="hint" id="${field}-hint">${hint}</span>`}
    </div>`;
  }

  protected override render() {
    return html`
      ${this.renderField('to', texts.addressHint)} ${this.renderField('cc', '')}
      ${this.renderField('bcc', texts.bccHint)}
      <signet-recipient-status .recipients=${this.recipients}></signet-recipient-status>
    `;
  }
}
