import { css, html, nothing } from 'lit';
import { Localised } from '../localised.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';
import { doubtOf, linkOf, mailtoFields, type Doubt, type Link, type MailtoFields } from './link.ts';

/** Beyond this many characters the end of an address is left out: what matters is its host. */
const longestShown = 400;

/**
 * Stands around content with links: shows, outside of it, the true address of the link that is pointed at or has the
 * focus, and asks before a link is opened whose text looks like another address. What it opens knows nothing of this
 * page, and is not told where it was linked from.
 *
 * @slot - the content
 * @fires signet-mailto - a link to a mailbox was followed; `detail` is what it asks to write. Where nobody prevents the
 *     default, the browser's own way of writing mail is taken
 */
export class SignetLinkGuard extends Localised {
  static override properties = {
    pointed: { state: true },
    asked: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .address {
        position: sticky;
        inset-block-end: 0;
        z-index: 1;
        min-height: 1.75rem;
        padding: 0.125rem var(--signet-gap-2);
        overflow-wrap: anywhere;
        font-size: var(--signet-size-small);
        pointer-events: none;
      }
      .address.shown {
        border-block-start: 1px solid var(--signet-border);
        background: var(--signet-surface-raised);
        color: var(--signet-text-muted);
      }
      b {
        color: var(--signet-text);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--signet-gap-1) var(--signet-gap-3);
        margin-block: var(--signet-gap-3);
      }
      dt {
        color: var(--signet-text-muted);
      }
      dd {
        min-width: 0;
        max-height: 12rem;
        overflow: auto;
        overflow-wrap: anywhere;
      }
      .row {
        justify-content: flex-end;
        margin-block-start: var(--signet-gap-5);
      }
    `,
  ];

  declare pointed: Link | null;
  declare asked: { link: Link; text: string; doubt: Doubt } | null;

  constructor() {
    super();
    this.pointed = null;
    this.asked = null;
  }

  /** Shows the address of the link that is pointed at; null: of none. */
  point(href: string | null): void {
    this.pointed = href === null ? null : linkOf(href);
  }

  /** Opens what a link leads to, or asks first. Does nothing for what is no link to follow. */
  follow(href: string, text: string): void {
    const link = linkOf(href);
    if (link === null || this.asked !== null) return;
    const doubt = doubtOf(link, text);
    if (doubt === null) this.open(link);
    else this.asked = { link, text, doubt };
  }

  private open(link: Link): void {
    if (link.kind === 'mail') {
      const handled = !this.dispatchEvent(
        new CustomEvent<MailtoFields>('signet-mailto', {
          detail: mailtoFields(link.href),
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
      if (handled) return;
    }
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.rel = 'noopener noreferrer';
    anchor.referrerPolicy = 'no-referrer';
    // The system's mail program needs no tab.
    if (link.kind === 'web') anchor.target = '_blank';
    anchor.click();
  }

  private renderAddress(link: Link) {
    const [before, host, after] = link.shown;
    const rest = after.length > longestShown ? `${after.slice(0, longestShown)} …` : after;
    return html`<bdi dir="ltr">${before}<b>${host}</b>${rest}</bdi>`;
  }

  private renderQuestion() {
    const { asked } = this;
    return html`
      <signet-dialog
        heading=${texts.linkHeading}
        hook="link-question"
        close-hook="link-question-close"
        ?open=${asked !== null}
        @signet-close=${() => (this.asked = null)}
      >
        ${
          asked === null
            ? nothing
            : html`
                <p data-doubt=${asked.doubt}>${texts.linkDoubts[asked.doubt]}</p>
                <dl>
                  <dt>${texts.linkText}</dt>
                  <dd><bdi>${asked.text.slice(0, longestShown)}</bdi></dd>
                  <dt>${texts.linkTarget}</dt>
                  <dd data-testid="link-target">${this.renderAddress(asked.link)}</dd>
                </dl>
                <div class="row">
                  <button
                    type="button"
                    data-testid="link-cancel"
                    @click=${() => (this.asked = null)}
                  >
                    ${texts.cancel}
                  </button>
                  <button
                    type="button"
                    class="danger"
                    data-testid="link-open"
                    @click=${() => {
                      this.asked = null;
                      this.open(asked.link);
                    }}
                  >
                    ${texts.linkOpen}
                  </button>
                </div>
              `
        }
      </signet-dialog>
    `;
  }

  protected override render() {
    const { pointed } = this;
    return html`
      <slot></slot>
      <p
        class="address ${pointed === null ? '' : 'shown'}"
        aria-live="off"
        data-testid="link-address"
      >
        ${pointed === null ? nothing : this.renderAddress(pointed)}
      </p>
      ${this.renderQuestion()}
    `;
  }
}
