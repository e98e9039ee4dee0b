import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { icon } from '../icon.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts.ts';
import { MailSanitiser, type InlineImages } from './sanitise.ts';

/** What the page posts to the frame, and the frame to the page. */
export interface FrameContent {
  readonly type: 'signet-mail';
  readonly html: string;
}
export type FrameAnswer =
  | { readonly type: 'signet-mail-ready' }
  /** The content's height in CSS px. */
  | { readonly type: 'signet-mail-height'; readonly height: number };

const highest = 30_000;
const lowest = 64;

/**
 * Shows a mail's HTML in a sandboxed document of its own. It sanitises by itself, so a host cannot forget to. The
 * frame's origin is none, so the content can be posted to it but nothing in it reaches the page.
 */
export class SignetMailFrame extends LitElement {
  static override properties = {
    html: { attribute: false },
    images: { attribute: false },
    source: {},
    remoteRemoved: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      iframe {
        display: block;
        width: 100%;
        height: 12rem;
        border: 0;
        border-radius: var(--signet-radius);
        background: #fff;
        color-scheme: light;
      }
      .note {
        display: flex;
        align-items: center;
        gap: var(--signet-gap-2);
        padding: var(--signet-gap-2) 0;
      }
    `,
  ];

  /** As it came; it is sanitised here. */
  declare html: string;
  declare images: InlineImages;
  /** The address of the frame's document, which the server gives a policy of its own. */
  declare source: string;
  declare remoteRemoved: number;

  private sanitiser: MailSanitiser | null = null;
  private clean = '';
  private ready = false;

  constructor() {
    super();
    this.html = '';
    this.images = () => null;
    this.source = '/mail-frame.html';
    this.remoteRemoved = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.receive);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.receive);
    this.ready = false;
  }

  private readonly receive = (event: MessageEvent<unknown>): void => {
    const frame = this.frame();
    if (frame === null || event.source !== frame.contentWindow) return;
    const answer = event.data as Partial<FrameAnswer> | null;
    if (answer?.type === 'signet-mail-ready') {
      this.ready = true;
      this.post();
    } else if (answer?.type === 'signet-mail-height') {
      const { height } = answer as { height?: unknown };
      if (typeof height !== 'number' || !Number.isFinite(height)) return;
      frame.style.height = `${Math.min(highest, Math.max(lowest, Math.ceil(height)))}px`;
    }
  };

  private frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }

  private post(): void {
    const content: FrameContent = { type: 'signet-mail', html: this.clean };
    // The frame has no origin that could be named; what is posted is only what it is to show.
    this.frame()?.contentWindow?.postMessage(content, '*');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('html') && !changed.has('images')) return;
    this.sanitiser ??= new MailSanitiser(window);
    const mail = this.sanitiser.sanitise(this.html, this.images);
    this.clean = mail.html;
    this.remoteRemoved = mail.remoteRemoved;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed.has('html') || changed.has('images')) && this.ready) this.post();
  }

  protected override render() {
    return html`
      ${
        this.remoteRemoved > 0
          ? html`<p class="note small muted">
              ${icon('info', { size: 16 })}${texts.remoteRemoved(this.remoteRemoved)}
            </p>`
          : nothing
      }
      <iframe
        data-testid="mail-body"
        data-kind="html"
        title=${texts.mailContent}
        sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
        referrerpolicy="no-referrer"
        src=${this.source}
      ></iframe>
    `;
  }
}
