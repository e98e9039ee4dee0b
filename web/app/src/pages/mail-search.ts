import { Localised, controls, icon } from '@signet/elements';
import { css, html, nothing } from 'lit';
import type { Mailbox } from '../mail/mailbox.ts';
import { watch } from '../state/observable.ts';
import { texts } from '../texts/index.ts';

/** How long typing must pause before it is searched, in ms. */
const pause = 250;

/** The search in the folder that is shown. */
export class MailSearch extends Localised {
  static override properties = { mailbox: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        min-inline-size: 0;
      }
      .symbol {
        position: absolute;
        inset-block: 0;
        inset-inline-start: var(--signet-gap-3);
        display: flex;
        align-items: center;
        color: var(--signet-text-muted);
        pointer-events: none;
      }
      input[type='text'] {
        padding-inline: 2.4rem;
      }
      button {
        position: absolute;
        inset-block: 0.1875rem;
        inset-inline-end: 0.1875rem;
        min-block-size: 2rem;
        inline-size: 2rem;
        padding: 0;
      }
    `,
  ];

  declare mailbox: Mailbox;

  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = '';

  constructor() {
    super();
    watch(this, () => [this.mailbox]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  private type(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), pause);
    this.requestUpdate();
  }

  private search(): void {
    clearTimeout(this.timer);
    this.shown = this.field?.value.trim() ?? '';
    this.mailbox.find(this.shown);
  }

  private clear(): void {
    const { field } = this;
    if (field === null) return;
    field.value = '';
    field.focus();
    this.search();
    this.requestUpdate();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.field?.value) {
      event.preventDefault();
      this.clear();
    }
    if (event.key === 'Enter') this.search();
  };

  protected override updated(): void {
    const { field } = this;
    // Another folder begins without a search.
    if (field !== null && this.mailbox.search !== this.shown) {
      this.shown = this.mailbox.search;
      field.value = this.shown;
      this.requestUpdate();
    }
  }

  protected override render() {
    return html`
      <span class="symbol">${icon('search')}</span>
      <input
        type="text"
        role="searchbox"
        autocomplete="off"
        enterkeyhint="search"
        data-testid="mail-search"
        aria-label=${texts.searchMails}
        placeholder=${texts.searchMails}
        @input=${() => this.type()}
        @keydown=${this.onKey}
      />
      ${
        this.field?.value
          ? html`<button
              type="button"
              class="quiet"
              data-testid="mail-search-clear"
              aria-label=${texts.clearSearch}
              title=${texts.clearSearch}
              @click=${() => this.clear()}
            >
              ${icon('close')}
            </button>`
          : nothing
      }
    `;
  }
}
