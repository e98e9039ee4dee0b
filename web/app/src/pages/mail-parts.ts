import { Localised, type Pictures } from '@signet/elements';
import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ContentAttachment, MailContent } from '../mail/content.ts';
import { messageOfPart } from '../mail/part-message.ts';
import type { Workspace } from '../state/workspace.ts';

interface OpenPart {
  readonly attachment: ContentAttachment;
  readonly message: Uint8Array;
}

/**
 * A content, and below it the parts of it that were opened in place, each with a verdict of its own. They go with the
 * content.
 */
export class MailParts extends Localised {
  static override properties = {
    workspace: { attribute: false },
    content: { attribute: false },
    around: { attribute: false },
    pictures: {},
    open: { state: true },
  };

  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--signet-gap-4);
      min-width: 0;
    }
  `;

  declare workspace: Workspace;
  declare content: MailContent;
  /** The message that the content is of, octet for octet. */
  declare around: () => Promise<Uint8Array>;
  declare pictures: Pictures;
  declare open: { content: MailContent; parts: readonly OpenPart[] } | null;

  constructor() {
    super();
    this.pictures = 'refused';
    this.open = null;
  }

  private get parts(): readonly OpenPart[] {
    return this.open?.content === this.content ? this.open.parts : [];
  }

  private async openPart(event: CustomEvent<ContentAttachment>): Promise<void> {
    event.stopPropagation();
    const { content } = this;
    const attachment = event.detail;
    if (this.parts.some((part) => part.attachment === attachment)) return;
    const message = messageOfPart(attachment, await this.around());
    if (this.content !== content) return;
    this.open = { content, parts: [...this.parts, { attachment, message }] };
  }

  private close(part: OpenPart): void {
    const { content } = this;
    this.open = { content, parts: this.parts.filter((one) => one !== part) };
  }

  protected override render() {
    return html`
      <signet-mail-content
        .content=${this.content}
        .pictures=${this.pictures}
        @open-part=${(event: CustomEvent<ContentAttachment>) => void this.openPart(event)}
      ></signet-mail-content>
      ${repeat(
        this.parts,
        (part) => part,
        (part) =>
          html`<signet-part-reader
            .workspace=${this.workspace}
            .message=${part.message}
            .attachment=${part.attachment}
            .pictures=${this.pictures}
            @part-close=${(event: Event) => {
              event.stopPropagation();
              this.close(part);
            }}
          ></signet-part-reader>`,
      )}
    `;
  }
}
