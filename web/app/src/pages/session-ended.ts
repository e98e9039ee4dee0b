import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing, type PropertyValues } from 'lit';
import type { Api, ServerConfig, SignedIn } from '../session/api.ts';
import type { Renewal } from '../session/renewal.ts';
import { watch } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import { whySignInFailed } from './sign-in-form.ts';

/**
 * Asks who was at work when the session ended to sign in again, in a dialog over the page; where that was put off, a
 * note says so until it was done.
 *
 * @fires signed-in - `detail` is a `SignedIn`
 */
export class SessionEnded extends Localised {
  static override properties = {
    api: { attribute: false },
    renewal: { attribute: false },
    kind: {},
    user: {},
    open: { state: true },
    error: { state: true },
  };

  static override styles = [
    controls,
    notes,
    css`
      .note {
        align-items: center;
        flex-wrap: wrap;
        justify-content: space-between;
        border-radius: 0;
      }
      .said {
        display: inline-flex;
        gap: var(--signet-gap-2);
        align-items: center;
      }
    `,
  ];

  declare api: Api;
  declare renewal: Renewal;
  declare kind: ServerConfig['signIn'];
  declare user: string;
  declare open: boolean;
  declare error: () => string;
  private asked = false;

  constructor() {
    super();
    this.kind = 'local';
    this.user = '';
    this.open = false;
    this.error = () => '';
    watch(this, () => [this.renewal]);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { isAsked } = this.renewal;
    if (isAsked !== this.asked) {
      this.asked = isAsked;
      if (isAsked) void this.begin();
      else this.open = false;
    }
    if (changed.has('open') && this.open) void this.focusForm();
  }

  private async begin(): Promise<void> {
    this.error = () => '';
    if (this.kind === 'proxy') {
      // Mostly the proxy knows its user still, and nobody needs to be asked anything.
      try {
        this.tell({ session: await this.api.signInByProxy(), typed: null });
        return;
      } catch (error) {
        this.error = () => whySignInFailed(this.kind, error);
      }
    }
    this.open = this.renewal.isAsked;
  }

  private async focusForm(): Promise<void> {
    const form = this.renderRoot.querySelector('signet-sign-in-form');
    await form?.updateComplete;
    form?.focus();
  }

  private tell(detail: SignedIn): void {
    this.dispatchEvent(new CustomEvent<SignedIn>('signed-in', { detail }));
  }

  protected override render() {
    const { isNeeded, isAsked } = this.renewal;
    return html`
      ${
        isNeeded && !isAsked
          ? html`<div class="note orange" role="status" data-testid="session-ended-note">
              <span class="said">${icon('warning')}${texts.sessionEnded}</span>
              <button type="button" data-testid="sign-in-again" @click=${() => this.renewal.ask()}>
                ${texts.signInAgain}
              </button>
            </div>`
          : nothing
      }
      <signet-dialog
        heading=${texts.signInAgain}
        hook="session-ended"
        close-hook="session-ended-close"
        ?open=${this.open}
        @signet-close=${() => this.renewal.putOff()}
      >
        ${this.open ? this.renderContent() : nothing}
      </signet-dialog>
    `;
  }

  private renderContent() {
    return html`<div class="stack">
      <p>${texts.sessionEnded} ${texts.nothingLost}</p>
      <signet-sign-in-form
        again
        .api=${this.api}
        kind=${this.kind}
        user=${this.kind === 'local' ? this.user : ''}
        error=${this.error()}
        @signed-in=${(event: CustomEvent<SignedIn>) => this.tell(event.detail)}
      ></signet-sign-in-form>
    </div>`;
  }
}
