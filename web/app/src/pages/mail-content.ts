import {
  Localised,
  controls,
  icon,
  notes,
  octets,
  type InlineImages,
  type Pictures,
} from '@signet/elements';
import { css, html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ContentAttachment, MailContent } from '../mail/content.ts';
import { inlineImages } from '../mail/inline-images.ts';
import { save } from '../mail/saving.ts';
import { texts } from '../texts/index.ts';
import { layout } from './layout.ts';

/**
 * What an entity says: its HTML in the frame or its text, and its attachments. What has protection of its own within
 * it, or is a message of its own, stands apart.
 *
 * @fires open-part - a part is to be opened in place; `detail` is the attachment, with its octets
 */
export class MailContentView extends Localised {
  static override properties = {
    content: { attribute: false },
    pictures: {},
  };

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
      .paper {
        padding: var(--signet-gap-3);
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius);
      }
      section {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-2);
        padding-block-start: var(--signet-gap-4);
        border-block-start: 1px solid var(--signet-border);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--signet-gap-2);
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--signet-gap-1);
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
  /** Whether the reader may load pictures from elsewhere. */
  declare pictures: Pictures;

  private images: InlineImages = () => null;

  constructor() {
    super();
    this.pictures = 'refused';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('content')) this.images = inlineImages(this.content.attachments);
  }

  private renderBody(content: MailContent) {
    if (content.html !== null) {
      return html`<div class="paper">
        ${keyed(
          content,
          html`<signet-mail-frame
            .html=${content.html}
            .images=${this.images}
            .pictures=${this.pictures}
          ></signet-mail-frame>`,
        )}
      </div>`;
    }
    if (content.text.trim() === '')
      return html`<p class="muted" data-testid="mail-body" data-kind="text">
        ${texts.emptyContent}
      </p>`;
    return html`${
        content.htmlLeftOut
          ? html`<p class="hint" data-testid="html-left-out">${texts.htmlLeftOut}</p>`
          : nothing
      }<signet-mail-text .text=${content.text}></signet-mail-text>`;
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
      ${
        attachment.opens === null
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              data-testid="open-part"
              data-name=${attachment.name}
              aria-label="${texts.openPart}: ${attachment.name}"
              @click=${() => this.openPart(attachment)}
            >
              ${texts.openPart}
            </button>`
      }
    </li>`;
  }

  private openPart(attachment: ContentAttachment): void {
    this.dispatchEvent(
      new CustomEvent<ContentAttachment>('open-part', {
        detail: attachment,
        bubbles: true,
        composed: true,
      }),
    );
  }

  private renderParts(heading: string, hint: string, parts: readonly ContentAttachment[]) {
    if (parts.length === 0) return nothing;
    return html`<section>
      <h3>${heading}</h3>
      ${hint === '' ? nothing : html`<p class="hint">${hint}</p>`}
      <ul>
        ${parts.map((one) => this.renderAttachment(one))}
      </ul>
    </section>`;
  }

  protected override render() {
    const { content } = this;
    const apart = content.attachments.filter(
      (one) => one.opens !== null && one.opens !== 'message',
    );
    const messages = content.attachments.filter((one) => one.opens === 'message');
    const plain = content.attachments.filter(
      (one) => one.opens === null && !(one.inline && content.html !== null),
    );
    return html`
      ${
        apart.length === 0
          ? nothing
          : html`<p class="note" data-testid="around-parts">
              ${icon('info')}<span>${texts.aroundParts}</span>
            </p>`
      }
      ${this.renderBody(content)} ${this.renderParts(texts.attachments, '', plain)}
      ${this.renderParts(texts.attachedMessages, texts.attachedMessagesNote, messages)}
      ${this.renderParts(texts.signedParts, texts.signedPartsNote, apart)}
    `;
  }
}
