import { Localised, controls, icon } from '@signet/elements';
import { css, html, nothing } from 'lit';
import type { Api, ServerConfig, SignedIn } from '../session/api.ts';
import { texts } from '../texts/index.ts';
import { layout } from './layout.ts';
import type { SignInForm } from './sign-in-form.ts';

/** What led to the sign-in page: nothing of note, an attempt at the provider's that failed, or signing out. */
export type Arrival = 'fresh' | 'in-vain' | 'signed-out';

/** @fires signed-in - `detail` is a `SignedIn` */
export class SignInPage extends Localised {
  static override properties = {
    api: { attribute: false },
    kind: {},
    arrival: {},
  };

  static override styles = [
    controls,
    layout,
    css`
      .page {
        justify-content: center;
        max-width: 25rem;
        min-height: 80vh;
      }
      .brand {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--signet-gap-2);
        text-align: center;
      }
      .brand svg {
        color: var(--signet-accent);
      }
    `,
  ];

  declare api: Api;
  declare kind: ServerConfig['signIn'];
  declare arrival: Arrival;

  constructor() {
    super();
    this.kind = 'local';
    this.arrival = 'fresh';
  }

  protected override firstUpdated(): void {
    // The proxy has asked already; who has just signed out is not signed in again unasked.
    if (this.kind === 'proxy' && this.arrival !== 'signed-out')
      void this.renderRoot.querySelector('signet-sign-in-form')?.byProxy();
  }

  protected override render() {
    return html`
      <main class="page" id="main">
        <div class="brand">
          ${icon('seal', { size: 56 })}
          <h1>${texts.product}</h1>
          <p class="muted">${texts.claim}</p>
        </div>
        <div class="card">
          ${
            this.arrival === 'signed-out' && this.kind !== 'local'
              ? html`<p role="status" data-testid="signed-out">${texts.signedOutHere}</p>`
              : nothing
          }
          <signet-sign-in-form
            .api=${this.api}
            kind=${this.kind}
            error=${this.arrival === 'in-vain' ? texts.signInFailed : ''}
            @signed-in=${(event: CustomEvent<SignedIn>) =>
              this.dispatchEvent(new CustomEvent<SignedIn>('signed-in', { detail: event.detail }))}
          ></signet-sign-in-form>
        </div>
      </main>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'signet-sign-in-form': SignInForm;
  }
}
