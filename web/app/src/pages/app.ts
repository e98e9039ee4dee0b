import { controls, icon, notes, type IconName } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import { Api, type ServerConfig, type Session } from '../session/api.ts';
import type { Page } from '../state/route.ts';
import { Theme } from '../state/theme.ts';
import { watch } from '../state/observable.ts';
import { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';

/** The WebApp: the sign-in page, or the header with the page that the address names. */
export class SignetApp extends LitElement {
  static override properties = {
    workspace: { state: true },
    config: { state: true },
    error: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      .loading {
        padding: var(--signet-gap-6);
        text-align: center;
      }
      .live {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .corner {
        position: fixed;
        top: var(--signet-gap-3);
        right: var(--signet-gap-3);
      }
    `,
  ];

  declare workspace: Workspace | null;
  declare config: ServerConfig | null;
  declare error: string;

  private readonly api = new Api();
  private readonly theme = new Theme();
  private watch: (() => void)[] = [];

  constructor() {
    super();
    this.workspace = null;
    this.config = null;
    this.error = '';
    watch(this, () => [this.theme]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('focus', this.confirm);
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('focus', this.confirm);
  }

  /** Somebody may have signed out, or in, in another tab: what belongs to the old user must not stay. */
  private readonly confirm = async (): Promise<void> => {
    const { workspace } = this;
    if (workspace === null) return;
    const session = await this.api.session().catch(() => workspace.session);
    if (session?.user !== workspace.session.user && this.workspace === workspace) {
      await this.end(workspace);
    }
  };

  private async begin(): Promise<void> {
    this.error = '';
    try {
      const config = await this.api.config();
      const session = await this.api.session();
      this.config = config;
      if (session !== null) this.enter(config, session);
    } catch (error) {
      this.error = failureOf(error).text;
    }
  }

  private enter(config: ServerConfig, session: Session): void {
    const workspace = new Workspace(this.api, config, session);
    const draw = (): void => this.requestUpdate();
    this.watch = [workspace, workspace.route].map((one) => one.subscribe(draw));
    this.workspace = workspace;
    // Both begin at once; a page that needs them shows why when they fail.
    void workspace.keyFiles
      .load()
      .catch((error: unknown) => workspace.announce(failureOf(error).text));
    void workspace.correspondents
      .load()
      .catch((error: unknown) => workspace.announce(failureOf(error).text));
  }

  private async leave(): Promise<void> {
    const { workspace } = this;
    if (workspace === null) return;
    this.error = '';
    // Whatever the server says, or does not say: who wants to leave leaves no key behind.
    await workspace.engine.lock().catch(() => undefined);
    try {
      await this.api.signOut();
    } catch (error) {
      const session = await this.api.session().catch(() => workspace.session);
      if (session !== null) {
        workspace.announce(failureOf(error).text);
        this.error = failureOf(error).text;
        return;
      }
    }
    await this.end(workspace);
  }

  private async end(workspace: Workspace): Promise<void> {
    for (const end of this.watch) end();
    this.workspace = null;
    await workspace.end();
    workspace.route.go('mail');
  }

  private renderPage(page: Page, workspace: Workspace) {
    switch (page) {
      case 'compose':
        return html`<signet-compose-page .workspace=${workspace}></signet-compose-page>`;
      case 'settings':
        return html`<signet-settings-page .workspace=${workspace}></signet-settings-page>`;
      case 'mail':
        return html`<signet-mail-page .workspace=${workspace}></signet-mail-page>`;
    }
  }

  private renderTheme() {
    const symbols: Record<Theme['current'], IconName> = {
      auto: 'contrast',
      light: 'sun',
      dark: 'moon',
    };
    const { current } = this.theme;
    return html`<button
      slot="theme"
      class="quiet"
      type="button"
      data-testid="theme-toggle"
      data-theme=${current}
      aria-label=${texts.theme[current]}
      title=${texts.theme[current]}
      @click=${() => this.theme.next()}
    >
      ${icon(symbols[current])}
    </button>`;
  }

  private renderError() {
    return html`<div class="page">
      <p class="note red" role="alert">${icon('cross')}<span>${this.error}</span></p>
      <div><button type="button" @click=${() => void this.begin()}>${texts.retry}</button></div>
    </div>`;
  }

  protected override render() {
    const { workspace, config } = this;
    if (config === null) {
      return this.error === ''
        ? html`<p class="loading muted" role="status">${texts.loading}</p>`
        : this.renderError();
    }
    if (workspace === null) {
      return html`
        <div class="corner">${this.renderTheme()}</div>
        <signet-sign-in-page
          .api=${this.api}
          ?elsewhere=${config.signIn !== 'local'}
          @signed-in=${(event: CustomEvent<Session>) => this.enter(config, event.detail)}
        ></signet-sign-in-page>
      `;
    }
    return html`
      <signet-header .workspace=${workspace} @sign-out=${() => void this.leave()}
        >${this.renderTheme()}</signet-header
      >
      ${this.error === '' ? nothing : html`<p class="note red" role="alert">${icon('cross')}<span>${this.error}</span></p>`}
      <main id="main">${this.renderPage(workspace.route.page, workspace)}</main>
      <div class="live" role="status" aria-live="polite" data-testid="live-region">
        ${workspace.announcement}
      </div>
    `;
  }
}
