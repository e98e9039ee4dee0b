import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing, type PropertyValues } from 'lit';
import { failureOf, type Failure } from '../engine/failure.ts';
import {
  Api,
  type Credentials,
  type ServerConfig,
  type Session,
  type SignedIn,
} from '../session/api.ts';
import { cameBackInVain } from '../session/landing.ts';
import { OtherTabs } from '../session/other-tabs.ts';
import { Renewal } from '../session/renewal.ts';
import type { Page } from '../state/route.ts';
import { Theme } from '../state/theme.ts';
import { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { focusPage, nameDocument, pageName } from './arrival.ts';
import { layout } from './layout.ts';
import type { Arrival } from './sign-in.ts';

/** How long a tab that has signed in may be told by another that this was for its sake, in ms. */
const answerWithin = 10_000;

/** The WebApp: the sign-in page, or the header with the page that the address names. */
export class SignetApp extends Localised {
  static override properties = {
    workspace: { state: true },
    config: { state: true },
    error: { state: true },
    arrival: { state: true },
    workIsElsewhere: { state: true },
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
        /* Where it would stand by itself, below everything, it made the page scroll. */
        inset-block-start: 0;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .corner {
        display: flex;
        justify-content: flex-end;
        gap: var(--signet-gap-1);
        padding: var(--signet-gap-3);
      }
      .skip {
        position: absolute;
        z-index: 3;
        inset-block-start: var(--signet-gap-2);
        inset-inline-start: var(--signet-gap-2);
      }
      .skip:not(:focus) {
        width: 1px;
        min-height: 0;
        height: 1px;
        padding: 0;
        border: 0;
        overflow: hidden;
        clip-path: inset(50%);
      }
      main:focus {
        outline: none;
      }
      main {
        scroll-margin-block-start: 5rem;
      }
    `,
  ];

  declare workspace: Workspace | null;
  declare config: ServerConfig | null;
  declare error: Failure | null;
  declare arrival: Arrival;
  /** This page was opened only to sign in again for another tab. */
  declare workIsElsewhere: boolean;

  private readonly renewal = new Renewal();
  private readonly api = new Api(this.renewal);
  private tabs: OtherTabs | null = null;
  private begunAt = Number.NEGATIVE_INFINITY;
  private readonly theme = new Theme();
  private watch: (() => void)[] = [];
  /** The page that the focus has been led to. */
  private shown: Page | null = null;

  constructor() {
    super();
    this.workspace = null;
    this.config = null;
    this.error = null;
    this.arrival = cameBackInVain() ? 'in-vain' : 'fresh';
    this.workIsElsewhere = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('focus', this.confirm);
    this.tabs = new OtherTabs((word) => this.hear(word));
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('focus', this.confirm);
    this.tabs?.close();
    this.tabs = null;
  }

  /**
   * The session may have ended meanwhile, or somebody else may have signed in in another tab: what belongs to the old
   * user must not stay then.
   */
  private readonly confirm = async (): Promise<void> => {
    const { workspace } = this;
    if (workspace === null) return;
    const session = await this.api.session().catch(() => undefined);
    if (session === undefined || this.workspace !== workspace) return;
    if (session === null) this.renewal.ask();
    else await this.renew(workspace, { session, typed: null });
  };

  private async renew(workspace: Workspace, { session, typed }: SignedIn): Promise<void> {
    if (session.user !== workspace.session.user) {
      await this.end(workspace);
      if (this.config !== null) this.enter(this.config, session, typed);
      return;
    }
    if (typed !== null) workspace.signInToMail(typed);
    if (!this.renewal.isNeeded) return;
    this.tabs?.tell('awaited');
    workspace.announce(texts.signedInAgain);
    // A verdict that was made without the responder's word may be another now.
    if (this.renewal.done()) await workspace.reading.again();
  }

  private hear(word: 'begun' | 'awaited' | 'ended'): void {
    const { workspace } = this;
    if (workspace === null) return;
    if (word === 'begun') void this.confirm();
    if (word === 'awaited') this.workIsElsewhere = performance.now() - this.begunAt < answerWithin;
    if (word === 'ended') void this.end(workspace);
  }

  private async begin(): Promise<void> {
    this.error = null;
    try {
      const config = await this.api.config();
      const session = await this.api.session();
      this.config = config;
      if (session !== null) this.enter(config, session, null);
    } catch (error) {
      this.error = failureOf(error);
    }
  }

  private enter(config: ServerConfig, session: Session, typed: Credentials | null): void {
    const workspace = new Workspace(this.api, config, session);
    this.renewal.watch();
    this.begunAt = performance.now();
    this.tabs?.tell('begun');
    const draw = (): void => this.requestUpdate();
    this.watch = [workspace, workspace.route].map((one) => one.subscribe(draw));
    this.workspace = workspace;
    void workspace.mail?.start(typed);
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
    this.error = null;
    // Whatever the server says, or does not say: who wants to leave leaves no key behind.
    await workspace.engine.lock().catch(() => undefined);
    try {
      await this.api.signOut();
    } catch (error) {
      const session = await this.api.session().catch(() => workspace.session);
      if (session !== null) {
        workspace.announce(failureOf(error).text);
        this.error = failureOf(error);
        return;
      }
    }
    this.tabs?.tell('ended');
    await this.end(workspace);
  }

  private async end(workspace: Workspace): Promise<void> {
    for (const end of this.watch) end();
    this.renewal.end();
    this.arrival = 'signed-out';
    this.workIsElsewhere = false;
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

  private renderChoices() {
    return html`
      <signet-language-choice slot="choices"></signet-language-choice>
      <signet-theme-choice slot="choices" .theme=${this.theme}></signet-theme-choice>
    `;
  }

  private renderElsewhere() {
    if (!this.workIsElsewhere) return nothing;
    return html`<p class="note green" role="status" data-testid="work-elsewhere">
      ${icon('check')}<span>${texts.workIsElsewhere}</span>
    </p>`;
  }

  private renderError() {
    return html`<main class="page" id="main">
      <h1>${texts.product}</h1>
      <p class="note red" role="alert">${icon('cross')}<span>${this.error?.text}</span></p>
      <div><button type="button" @click=${() => void this.begin()}>${texts.retry}</button></div>
    </main>`;
  }

  private renderSignIn(config: ServerConfig) {
    return html`
      <header class="corner">${this.renderChoices()}</header>
      <signet-sign-in-page
        .api=${this.api}
        kind=${config.signIn}
        arrival=${this.arrival}
        @signed-in=${(event: CustomEvent<SignedIn>) =>
          this.enter(config, event.detail.session, event.detail.typed)}
      ></signet-sign-in-page>
    `;
  }

  private skip(event: Event): void {
    // The part of the address after `#` names the page, so the link itself must lead nowhere.
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }

  protected override render() {
    const { workspace, config } = this;
    if (config === null) {
      return this.error === null
        ? html`<p class="loading muted" role="status">${texts.loading}</p>`
        : this.renderError();
    }
    if (workspace === null) return this.renderSignIn(config);
    return html`
      <nav aria-label=${texts.skipToContent}>
        <a class="skip button" href="#main" data-testid="skip" @click=${this.skip}
          >${texts.skipToContent}</a
        >
      </nav>
      <signet-header .workspace=${workspace} @sign-out=${() => void this.leave()}
        >${this.renderChoices()}</signet-header
      >
      <signet-session-ended
        .api=${this.api}
        .renewal=${this.renewal}
        kind=${config.signIn}
        user=${workspace.session.user}
        @signed-in=${(event: CustomEvent<SignedIn>) => void this.renew(workspace, event.detail)}
      ></signet-session-ended>
      ${this.renderElsewhere()}
      ${this.error === null ? nothing : html`<p class="note red" role="alert">${icon('cross')}<span>${this.error.text}</span></p>`}
      <main id="main" tabindex="-1">${this.renderPage(workspace.route.page, workspace)}</main>
      <div class="live" role="status" aria-live="polite" data-testid="live-region">
        ${workspace.announcement}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const page = this.workspace?.route.page ?? null;
    nameDocument(page === null ? (this.config === null ? '' : texts.signIn) : pageName(page));
    if (page === this.shown) return;
    this.shown = page;
    const main = this.renderRoot.querySelector<HTMLElement>('#main');
    // Without a page there is the sign-in, which puts the focus into its form.
    if (page !== null && main !== null) void focusPage(main);
  }
}
