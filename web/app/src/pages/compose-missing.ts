import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing, type PropertyValues } from 'lit';
import { texts } from '../texts/index.ts';

/**
 * Names the recipients whom nothing can be encrypted to. Going on without encryption takes a choice of its own, and one
 * more where words that came encrypted would go out in clear.
 *
 * @fires go-unencrypted
 * @fires go-back
 */
export class ComposeMissing extends Localised {
  static override properties = {
    open: { type: Boolean },
    addresses: { attribute: false },
    decrypted: { type: Boolean },
    consent: { state: true },
  };

  static override styles = [
    controls,
    notes,
    css`
      ul {
        padding-inline-start: var(--signet-gap-5);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .actions {
        justify-content: flex-end;
      }
      .consent {
        display: flex;
        align-items: center;
        gap: var(--signet-gap-2);
        min-height: 1.5rem;
      }
    `,
  ];

  declare open: boolean;
  /** Empty where it is the author's choice alone. */
  declare addresses: readonly string[];
  /** The message quotes what came encrypted. */
  declare decrypted: boolean;
  declare consent: boolean;

  constructor() {
    super();
    this.open = false;
    this.addresses = [];
    this.decrypted = false;
    this.consent = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.consent = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.focusBack();
  }

  /** Enter must not send in clear: the dialog begins at the way back. */
  private async focusBack(): Promise<void> {
    const dialog = this.renderRoot.querySelector<Localised>('signet-dialog');
    await dialog?.updateComplete;
    this.renderRoot.querySelector<HTMLButtonElement>('.back')?.focus();
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  private renderAddresses() {
    return html`
      <p>${texts.missingFor}</p>
      <ul>
        ${this.addresses.map((address) => html`<li><bdi>${address}</bdi></li>`)}
      </ul>
      <p>${texts.missingAdvice}</p>
    `;
  }

  private renderWarning() {
    return html`
      <p class="note red">${icon('warning')}<span>${texts.decryptedWarning}</span></p>
      <label class="consent">
        <input
          type="checkbox"
          data-testid="unencrypted-consent"
          .checked=${this.consent}
          @change=${(event: Event) => (this.consent = (event.target as HTMLInputElement).checked)}
        />
        ${texts.decryptedConsent}
      </label>
    `;
  }

  protected override render() {
    return html`<signet-dialog
      heading=${this.addresses.length === 0 ? texts.unencryptedHeading : texts.missingHeading}
      hook="compose-missing"
      ?open=${this.open}
      @signet-close=${() => this.tell('go-back')}
    >
      <div class="stack">
        ${this.addresses.length === 0 ? nothing : this.renderAddresses()}
        ${this.decrypted ? this.renderWarning() : nothing}
        <div class="row actions">
          <button
            type="button"
            class="danger"
            data-testid="send-unencrypted"
            ?disabled=${this.decrypted && !this.consent}
            @click=${() => this.tell('go-unencrypted')}
          >
            ${texts.goUnencrypted}
          </button>
          <button
            type="button"
            class="primary back"
            data-testid="compose-missing-back"
            @click=${() => this.tell('go-back')}
          >
            ${texts.back}
          </button>
        </div>
      </div>
    </signet-dialog>`;
  }
}
