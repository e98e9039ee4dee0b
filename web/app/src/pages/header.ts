import { controls, icon, type IconName } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import type { Page } from '../state/route.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';

/**
 * Navigation, the state of the keys, and the way out.
 *
 * @slot theme - the button for light and dark
 * @fires sign-out
 */
export class AppHeader extends LitElement {
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
        border-radius: var(--signet-radius);
        color: var(--signet-text-muted);
        font-weight: 550;
        text-decoration: none;
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
        flex-wrap: wrap;
        align-items: center;
        gap: var(--signet-gap-2);
        margin-left: auto;
      }
      .keys {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-2);
        padding: 0.1rem 0.1rem 0.1rem var(--signet-gap-3);
        border-radius: var(--signet-radius);
        background: var(--signet-green-surface);
        color: var(--signet-green-text);
        font-size: var(--signet-size-small);
        font-weight: 600;
      }
      .keys button {
        min-height: 2rem;
        padding: 0 var(--signet-gap-3);
      }
      .user {
        max-width: 12rem;
        overflow: hidden;
        color: var(--signet-text-muted);
        font-size: var(--signet-size-small);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 46rem) {
        :host {
          position: static;
        }
        nav {
          order: 3;
          width: 100%;
        }
        nav a {
          flex: 1;
          justify-content: center;
        }
        .user,
        .out span {
          display: none;
        }
      }
    `,
  ];

  declare workspace: Workspace;

  constructor() {
    super();
    watch(this, () => [this.workspace.engine, this.workspace.route]);
  }

  private async lock(): Promise<void> {
    await this.workspace.engine.lock();
    this.workspace.announce(texts.keysLocked);
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

  private renderKeys(count: number) {
    return html`<div class="keys">
      <span data-testid="unlocked-keys" data-count=${count}>${texts.unlockedKeys(count)}</span>
      <button
        type="button"
        data-testid="lock-keys"
        title=${texts.lockAll}
        @click=${() => void this.lock()}
      >
        ${icon('lock', { size: 16 })}${texts.lock}
      </button>
    </div>`;
  }

  protected override render() {
    const count = this.workspace.engine.keys.length;
    return html`
      <header>
        <span class="brand">${icon('seal', { size: 24 })}${texts.product}</span>
        <nav aria-label=${texts.product}>
          ${this.renderLink('mail', 'mail', texts.mail)}
          ${this.renderLink('compose', 'pen', texts.compose)}
          ${this.renderLink('settings', 'gear', texts.settings)}
        </nav>
        <div class="end">
          ${count > 0 ? this.renderKeys(count) : nothing}
          <slot name="theme"></slot>
          <span class="user" data-testid="user-name">${this.workspace.session.user}</span>
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
        </div>
      </header>
    `;
  }
}
