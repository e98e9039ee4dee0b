import {
  Localised,
  controls,
  dateAndTime,
  icon,
  notes,
  picturesOf,
  wantsKey,
  type Pictures,
} from '@signet/elements';
import type { OpenedMessage } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { shown } from '../compose/addresses.ts';
import { failureOf, wasAborted, type Failure } from '../engine/failure.ts';
import { fileThatOpens } from '../keys/matching.ts';
import { ContentReader } from '../mail/content-reader.ts';
import type { ContentAttachment, MailContent } from '../mail/content.ts';
import { summarise, type MailSummary } from '../mail/summary.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { layout } from './layout.ts';
import { Unlocking } from './unlocking.ts';

interface Found {
  readonly summary: MailSummary;
  readonly opened: OpenedMessage;
  readonly content: MailContent | null;
}

/**
 * A part of a mail, opened as a message of its own: with a bar of its own, which says nothing on what is around it.
 *
 * @fires part-close - the user wants it closed
 */
export class PartReader extends Localised {
  static override properties = {
    workspace: { attribute: false },
    message: { attribute: false },
    attachment: { attribute: false },
    pictures: {},
    found: { state: true },
    failure: { state: true },
    detailsOpen: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      article {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-3);
        padding: var(--signet-gap-3);
        border: 2px solid var(--signet-border-strong);
        border-radius: var(--signet-radius);
      }
      h3 {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 var(--signet-gap-3);
        font-size: var(--signet-size-small);
      }
      dt {
        color: var(--signet-text-muted);
      }
      dd {
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare workspace: Workspace;
  /** The part as a message, octet for octet. */
  declare message: Uint8Array;
  declare attachment: ContentAttachment;
  /** Whether pictures may be loaded in the message around it: where they may not, they may not here. */
  declare pictures: Pictures;
  declare found: Found | null;
  declare failure: Failure | null;
  declare detailsOpen: boolean;

  private readonly reader = new ContentReader();
  private readonly unlocking = new Unlocking(this, () => this.workspace);
  private abort: AbortController | null = null;
  private keys = '';
  private deafToEngine: (() => void) | null = null;

  constructor() {
    super();
    this.pictures = 'refused';
    this.found = null;
    this.failure = null;
    this.detailsOpen = false;
    watch(this, () => [this.workspace.keyFiles, this.workspace.engine]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.deafToEngine = this.workspace.engine.subscribe(() => this.keysChanged());
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.deafToEngine?.();
    this.abort?.abort();
    this.abort = null;
    this.found = null;
    this.reader.close();
  }

  private held(): string {
    return this.workspace.engine.keys.map((key) => key.id).join(' ');
  }

  /** What a key has opened goes with the key. */
  private keysChanged(): void {
    const encrypted = this.found !== null && this.found.opened.encryption !== null;
    if (encrypted && this.held() !== this.keys) void this.open();
  }

  private async open(): Promise<void> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.found = null;
    this.failure = null;
    const { signal } = abort;
    try {
      const { engine, correspondents } = this.workspace;
      const summary = await summarise(this.message);
      const opened = await engine.open(this.message, {
        signal,
        intermediates: correspondents.ders,
      });
      if (signal.aborted) return;
      this.keys = this.held();
      this.found = { summary, opened, content: null };
      this.workspace.announce(opened.status.message);
      if (opened.content === null) return;
      const content = await this.reader.read(opened.content, signal).catch(() => null);
      if (signal.aborted) return;
      this.found = { summary, opened, content };
      if (content === null) this.failure = { code: 'unreadable', text: texts.unreadableContent };
    } catch (error) {
      if (!signal.aborted && !wasAborted(error)) this.failure = failureOf(error);
    } finally {
      if (this.abort === abort) this.abort = null;
      this.requestUpdate();
    }
  }

  private unlock(opened: OpenedMessage): void {
    const files = this.workspace.keyFiles.locked;
    if (files.length === 0) {
      this.detailsOpen = true;
      return;
    }
    this.unlocking.ask({
      files,
      preferred: fileThatOpens(files, opened.encryption)?.id ?? '',
      purpose: () => texts.unlockToRead,
      unlocked: () => void this.open(),
    });
  }

  private renderHead({ subject, from, date }: MailSummary) {
    if (this.attachment.opens !== 'message') return html`<p class="hint">${texts.partNote}</p>`;
    return html`
      <p class="hint">${texts.attachedMessageNote}</p>
      <dl data-testid="part-head">
        <dt>${texts.from}</dt>
        <dd>${from.map((one, index) => html`${index > 0 ? ', ' : ''}<bdi>${shown(one)}</bdi>`)}</dd>
        <dt>${texts.subject}</dt>
        <dd><bdi>${subject || texts.noSubject}</bdi></dd>
        <dt>${texts.date}</dt>
        <dd>${date === null ? texts.noDate : dateAndTime(date)}</dd>
      </dl>
    `;
  }

  private renderFound({ summary, opened, content }: Found) {
    const pictures = this.pictures === 'offered' ? picturesOf(opened) : 'refused';
    return html`
      ${this.renderHead(summary)}
      <signet-status-bar
        .opened=${opened}
        @signet-details=${() => (this.detailsOpen = true)}
        @signet-unlock=${() => this.unlock(opened)}
      ></signet-status-bar>
      ${opened.content === null ? html`<p class="muted">${wantsKey(opened) ? texts.lockedBody : texts.noContent}</p>` : nothing}
      ${
        content === null
          ? nothing
          : html`<signet-mail-parts
              .workspace=${this.workspace}
              .content=${content}
              .around=${() => Promise.resolve(this.message)}
              .pictures=${pictures}
            ></signet-mail-parts>`
      }
      <signet-status-details
        .opened=${opened}
        ?open=${this.detailsOpen}
        @signet-close=${() => (this.detailsOpen = false)}
      ></signet-status-details>
    `;
  }

  protected override render() {
    const { found, failure } = this;
    return html`
      <article data-testid="part" data-name=${this.attachment.name}>
        <div class="spread">
          <h3><bdi>${this.attachment.name}</bdi></h3>
          <button
            type="button"
            class="quiet"
            data-testid="part-close"
            aria-label="${texts.closePart}: ${this.attachment.name}"
            @click=${() => this.dispatchEvent(new CustomEvent('part-close'))}
          >
            ${icon('close')}
          </button>
        </div>
        ${this.abort === null ? nothing : html`<signet-progress label=${texts.opening}></signet-progress>`}
        ${
          failure === null
            ? nothing
            : html`<p
                class="note red"
                role="alert"
                data-testid="part-error"
                data-code=${failure.code}
              >
                ${icon('cross')}<span>${failure.text}</span>
              </p>`
        }
        ${found === null ? nothing : this.renderFound(found)}
      </article>
      ${this.unlocking.render()}
    `;
  }
}
