import { icon } from '@signet/elements';
import { html, nothing, type TemplateResult } from 'lit';
import type { MailAccount } from '../mail/account.ts';
import { texts } from '../texts/index.ts';

/** One template for both states, so that the form stays, with what was typed, while that is tried. */
const renderSignIn = (account: MailAccount): TemplateResult =>
  html`<signet-mail-sign-in .account=${account} .user=${account.user}></signet-mail-sign-in>`;

/** What stands in place of the list while the mail server is not there; null when it is. */
export function renderNoServer(account: MailAccount): TemplateResult | null {
  switch (account.state) {
    case 'signed-out':
      return renderSignIn(account);
    case 'failed':
      return html`<div
        class="card"
        data-testid="mail-failed"
        data-code=${account.failure?.code ?? ''}
      >
        <p class="note red" role="alert">
          ${icon('cross')}<span>${account.failure?.text ?? texts.listFailed}</span>
        </p>
        <div>
          <button type="button" data-testid="mail-retry" @click=${() => void account.retry()}>
            ${texts.retry}
          </button>
        </div>
      </div>`;
    case 'connecting':
      if (account.server !== null) return null;
      return account.user === ''
        ? html`<signet-progress label=${texts.connecting}></signet-progress>`
        : renderSignIn(account);
    case 'ready':
      return null;
  }
}

/** Said while the connection is lost; the list stays. */
export function renderLost(account: MailAccount): TemplateResult | typeof nothing {
  if (account.server === null || account.failure === null || account.state !== 'ready')
    return nothing;
  return html`<div class="note orange lost" role="status" data-testid="mail-connection-lost">
    ${icon('warning')}<span>${texts.connectionLost}</span>
    <button type="button" data-testid="mail-retry" @click=${() => void account.retry()}>
      ${texts.retry}
    </button>
  </div>`;
}
