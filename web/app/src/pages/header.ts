import { Localised, controls, icon, type IconName } from '@signet/elements';
import { css, html, nothing } from 'lit';
import type { Page } from '../state/route.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';

/**
 * Navigation, the state of the keys, and the way out.
 *
 * @slot choices - language, and light or dark
 * @fires sign-out
 */
export class AppHeader extends Localised {
  static override properties = { workspace: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: sticky;
        top: 0;
        z-index: 2;
        border-bottom: 1px solid var(--signet-border);
        background: var(--signet-surface);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--signet-gap-2) var(--signet-gap-4);
        min-height: 3.5rem;
        padding: var(--signet-gap-1) var(--signet-gap-4);
      }
      .brand {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-2);
        font-size: var(--signet-size-large);
        font-weight: 700;
        letter-spacing: -0.01em;
      }
      .brand svg {
        color: var(--signet-accent);
      }
      nav {
        display: flex;
        gap: var(--signet-gap-1);
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-2);
        min-height: 2.25rem;
        padding: 0 var(--signet-gap-3);
        border: 1px solid transparent;
        border-radius: var(--signet-radius);
        color: var(--signet-text-muted);
        font-weight: 550;
        text-decoration: none;
        transition:
          background-color 120ms,
          color 120ms;
      }
      nav a:hover {
        background: var(--signet-surface-sunken);
        color: var(--signet-text);
      }
      nav a[aria-current] {
        background: var(--signet-accent-soft);
        color: var(--signet-accent);
      }
      .end {
        display: flex;
        align-items: center;
        gap: var(--signet-gap-1);
        margin-inline-start: auto;
      }
      .account {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-1);
        margin-inline-start: var(--signet-gap-2);
        padding-inline-start: var(--signet-gap-3);
        border-inline-start: 1px solid var(--signet-border);
      }
      .user {
        max-width: 13rem;
        overflow: hidden;
        color: var(--signet-text-muted);
        font-size: var(--signet-size-small);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .out {
        padding-inline: 0.5rem;
      }
      @media (max-width: 90rem) {
        .out span {
          display: none;
        }
      }
      @media (max-width: 46rem) {
        :host {
          position: static;
        }
        header {
          column-gap: var(--signet-gap-2);
          padding-inline: var(--signet-gap-3);
        }
        nav {
          order: 3;
          width: 100%;
        }
        nav a {
          flex: 1 1 0;
          flex-direction: column;
          justify-content: center;
          gap: 0.125rem;
          min-width: 0;
          min-height: 3rem;
          padding: var(--signet-gap-1);
          font-size: var(--signet-size-small);
        }
        .account {
          margin-inline-start: 0;
          padding-inline-start: 0;
          border: 0;
        }
        .user {
          display: none;
        }
      }
      @media (max-width: 22rem) {
        .product {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (forced-colors: active) {
        nav a[aria-current] {
          border-color: Highlight;
        }
      }
    `,
  ];

  declare workspace: Workspace;

  constructor() {
    super();
    watch(this, () => [this.workspace.route]);
  }

  private renderLink(page: Page, symbol: IconName, label: string) {
    const current = this.workspace.route.page === page;
    return html`<a
      href="#/${page}"
      data-testid="nav-${page}"
      aria-current=${current ? 'page' : nothing}
      >${icon(symbol)}${label}</a
    >`;
  }

  protected override render() {
    const { user } = this.workspace.session;
    return html`
      <header>
        <span class="brand"
          >${icon('seal', { size: 26 })}<span class="product">${texts.product}</span></span
        >
        <nav aria-label=${texts.pages}>
          ${this.renderLink('mail', 'mail', texts.mail)}
          ${this.renderLink('compose', 'pen', texts.compose)}
          ${this.renderLink('settings', 'gear', texts.settings)}
        </nav>
        <signet-unlocked-keys .workspace=${this.workspace}></signet-unlocked-keys>
        <div class="end">
          <slot name="choices"></slot>
          <span class="account">
            <bdi class="user" data-testid="user-name" title=${user}>${user}</bdi>
            <button
              class="quiet out"
              type="button"
              data-testid="sign-out"
              aria-label=${texts.signOut}
              title=${texts.signOut}
              @click=${() => this.dispatchEvent(new CustomEvent('sign-out'))}
            >
              ${icon('out')}<span>${texts.signOut}</span>
            </button>
          </span>
        </div>
      </header>
    `;
  }
}
