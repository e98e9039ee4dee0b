import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { savedText, type Saved } from '../certificates/correspondents.ts';
import { failureOf } from '../engine/failure.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';

/** Notes on the certificates that the open mail has brought, each with the way back. */
export class MailSaved extends Localised {
  static override properties = { workspace: { attribute: false } };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: contents;
      }
      .saved {
        font-size: var(--signet-size-small);
      }
      .saved > span {
        flex: 1;
        min-width: 0;
        align-self: center;
      }
      .saved > button {
        flex: none;
        align-self: center;
      }
      .saved > svg {
        align-self: center;
        margin-top: 0;
      }
    `,
  ];

  declare workspace: Workspace;

  constructor() {
    super();
    watch(this, () => [this.workspace.reading]);
  }

  private renderSaved(saved: Saved) {
    return html`
      <div
        class="note saved"
        tabindex="-1"
        data-testid="certificate-saved"
        data-fingerprint=${saved.certificate.fingerprints.sha256}
        data-outcome=${saved.takenBack ? 'undone' : 'saved'}
      >
        ${icon('certificate')}
        <span>${savedText(saved)}</span>
        ${
          saved.takenBack
            ? nothing
            : html`<button
                type="button"
                data-testid="certificate-undo"
                @click=${(event: Event) => void this.takeBack(saved, event)}
              >
                ${texts.undo}
              </button>`
        }
      </div>
    `;
  }

  private async takeBack(saved: Saved, { currentTarget }: Event): Promise<void> {
    const button = currentTarget as HTMLButtonElement;
    const note = button.closest<HTMLElement>('.saved');
    button.disabled = true;
    try {
      this.workspace.announce(savedText(await this.workspace.reading.takeBack(saved)));
      // The button goes; who works by keyboard stays where it was.
      note?.focus();
    } catch (error) {
      button.disabled = false;
      this.workspace.announce(failureOf(error).text);
    }
  }

  protected override render() {
    return this.workspace.reading.saved.map((saved) => this.renderSaved(saved));
  }
}
