import { controls, icon, notes, octets } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import type { ContentAttachment, MailContent } from '../mail/content.ts';
import { inlineImages } from '../mail/inline-images.ts';
import { save } from '../mail/saving.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';

/** What an entity says: its HTML in the frame or its text, and its attachments. */
export class MailContentView extends LitElement {
  static override properties = { content: { attribute: false } };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
        min-width: 0;
      }
      .text {
        margin: 0;
        font: inherit;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .paper {
        padding: var(--signet-gap-3);
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius);
      }
      section {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-2);
        padding-top: var(--signet-gap-4);
        border-top: 1px solid var(--signet-border);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--signet-gap-2);
        list-style: none;
      }
      li,
      li button {
        max-width: 100%;
      }
      li span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  declare content: MailContent;

  private renderBody(content: MailContent) {
    if (content.html !== null) {
      return html`<div class="paper">
        <signet-mail-frame
          .html=${content.html}
          .images=${inlineImages(content.attachments)}
        ></signet-mail-frame>
      </div>`;
    }
    if (content.text.trim() === '')
      return html`<p class="muted" data-testid="mail-body" data-kind="text">
        ${texts.emptyContent}
      </p>`;
    // As a property: white space around it in the template would show.
    return html`<div
      class="text"
      dir="auto"
      data-testid="mail-body"
      data-kind="text"
      .textContent=${content.text}
    ></div>`;
  }

  private renderAttachment(attachment: ContentAttachment) {
    return html`<li>
      <button
        type="button"
        data-testid="attachment"
        data-name=${attachment.name}
        title="${texts.download}: ${attachment.name}"
        @click=${() => save(attachment.octets, attachment.name, 'application/octet-stream')}
      >
        ${icon(attachment.signedPart ? 'certificate' : 'paperclip')}<span
          ><bdi>${attachment.name}</bdi></span
        ><small class="muted">${octets(attachment.octets.length)}</small>
      </button>
    </li>`;
  }

  protected override render() {
    const { content } = this;
    const plain = content.attachments.filter(
      (one) => !one.signedPart && !(one.inline && content.html !== null),
    );
    const signed = content.attachments.filter((one) => one.signedPart);
    return html`
      ${this.renderBody(content)}
      ${
        plain.length === 0
          ? nothing
          : html`<section>
              <h3>${texts.attachments}</h3>
              <ul>
                ${plain.map((one) => this.renderAttachment(one))}
              </ul>
            </section>`
      }
      ${
        signed.length === 0
          ? nothing
          : html`<section>
              <h3>${texts.signedParts}</h3>
              <p class="hint">${texts.signedPartsNote}</p>
              <ul>
                ${signed.map((one) => this.renderAttachment(one))}
              </ul>
            </section>`
      }
    `;
  }
}
