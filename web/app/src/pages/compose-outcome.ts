import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import type { OutboxState } from '../outbox/outbox.ts';
import { texts } from '../texts/index.ts';

/**
 * What became of a draft.
 *
 * @fires open-copy - `detail` is the entry
 * @fires look-again - whether what was not answered has been sent
 * @fires send-again
 */
export class ComposeOutcome extends Localised {
  static override properties = { state: { attribute: false } };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: block;
      }
    `,
  ];

  declare state: OutboxState;

  constructor() {
    super();
    this.state = { kind: 'idle' };
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private renderFailure() {
    const { state } = this;
    if (state.kind !== 'failed' && state.kind !== 'open') return nothing;
    return html`<p class="note red" data-testid="compose-error" data-code=${state.failure.code}>
      ${icon('cross')}<span>${state.failure.text}</span>
    </p>`;
  }

  /** The server is asked first; sending once more is never the first thing that is offered. */
  private renderOpen() {
    const { state } = this;
    if (state.kind !== 'open' || state.outcome.state === 'sent') return nothing;
    const { outcome } = state;
    const unknown = outcome.state === 'unknown';
    return html`<div class="row">
      ${
        unknown
          ? html`<button
              type="button"
              class="primary"
              data-testid="compose-look"
              @click=${() => this.tell('look-again')}
            >
              ${texts.lookAgain}
            </button>`
          : nothing
      }
      <button type="button" data-testid="compose-again" @click=${() => this.tell('send-again')}>
        ${unknown ? texts.sendAgain : texts.sendRest}
      </button>
    </div>`;
  }

  private renderDone() {
    const { state } = this;
    if (state.kind === 'sent')
      return html`<p class="note green" data-testid="compose-sent">
        ${icon('check')}<span>${texts.sent(state.to)}</span>
      </p>`;
    if (state.kind !== 'made') return nothing;
    return html`<div class="note green" data-testid="compose-result" data-mail-id=${state.entry.id}>
      ${icon('check')}
      <div class="stack">
        <span>${texts.made(state.name)}</span>
        <div>
          <button
            type="button"
            data-testid="compose-open"
            @click=${() => this.tell('open-copy', state.entry)}
          >
            ${texts.openCopy}
          </button>
        </div>
      </div>
    </div>`;
  }

  protected override render() {
    return html`
      <div role="alert">${this.renderFailure()}</div>
      ${this.renderOpen()} ${this.renderDone()}
    `;
  }
}
