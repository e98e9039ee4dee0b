import { css, html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Localised } from '../localised.ts';
import { icon } from '../icon.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';
import { frameAnswer, type FrameContent } from './frame-messages.ts';
import type { SignetLinkGuard } from './link-guard.ts';
import type { Pictures } from './pictures.ts';
import { MailSanitiser, type InlineImages, type SanitisedMail } from './sanitise.ts';

const highest = 30_000;
const lowest = 64;
/** Content that is as high as its frame and some more would let it grow without end. */
const mostGrowths = 100;
/** The longest that the frame's document may take to come, in ms. */
const patience = 15_000;
const empty: SanitisedMail = { html: '', remoteRemoved: 0, pictures: 0 };

/**
 * Shows a mail's HTML in a sandboxed document of its own. It sanitises by itself, so a host cannot forget to. The
 * frame's origin is none, so the content can be posted to it but nothing in it reaches the page; it opens nothing
 * either: a link that is clicked there is followed here, after its address was looked at.
 *
 * Pictures from elsewhere are loaded only after a click, for this mail alone, in another document, whose policy lets
 * it load pictures by https and nothing else.
 */
export class SignetMailFrame extends Localised {
  static override properties = {
    html: { attribute: false },
    images: { attribute: false },
    source: {},
    picturesSource: { attribute: 'pictures-source' },
    pictures: {},
    withPictures: { state: true },
    failed: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
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
        flex-wrap: wrap;
        align-items: center;
        gap: var(--signet-gap-2);
        padding-block: var(--signet-gap-2);
      }
      .note span {
        flex: 1 1 12rem;
        min-width: 0;
      }
    `,
  ];

  /** As it came; it is sanitised here. */
  declare html: string;
  declare images: InlineImages;
  /** The address of the frame's document, which the server gives a policy of its own. */
  declare source: string;
  /** The address of the document that may load pictures. */
  declare picturesSource: string;
  /** Whether the user may load pictures: what `picturesOf` answers. */
  declare pictures: Pictures;
  declare withPictures: boolean;
  declare failed: 'mail' | 'pictures' | null;

  private sanitiser: MailSanitiser | null = null;
  private clean = empty;
  private ready = false;
  private growths = 0;
  private height = 0;
  private timer = 0;

  constructor() {
    super();
    this.html = '';
    this.images = () => null;
    this.source = '/mail-frame.html';
    this.picturesSource = '/mail-frame-pictures.html';
    this.pictures = 'refused';
    this.withPictures = false;
    this.failed = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.receive);
    if (this.hasUpdated) this.expect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.receive);
    clearTimeout(this.timer);
    this.ready = false;
  }

  private readonly receive = (event: MessageEvent<unknown>): void => {
    const frame = this.frame();
    if (frame === null || event.source !== frame.contentWindow) return;
    const answer = frameAnswer(event.data);
    switch (answer?.type) {
      case 'signet-mail-ready':
        this.ready = true;
        clearTimeout(this.timer);
        this.post();
        break;
      case 'signet-mail-height':
        this.resize(frame, answer.height);
        break;
      case 'signet-mail-point':
        this.guard()?.point(answer.href);
        break;
      case 'signet-mail-link':
        this.guard()?.follow(answer.href, answer.text);
        break;
      default:
    }
  };

  private resize(frame: HTMLIFrameElement, wanted: number): void {
    const height = Math.min(highest, Math.max(lowest, Math.ceil(wanted)));
    if (height > this.height && (this.growths += 1) > mostGrowths) return;
    this.height = height;
    frame.style.height = `${height}px`;
  }

  private frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }

  private guard(): SignetLinkGuard | null {
    return this.renderRoot.querySelector<SignetLinkGuard>('signet-link-guard');
  }

  private post(): void {
    this.growths = 0;
    this.height = 0;
    const content: FrameContent = { type: 'signet-mail', html: this.clean.html };
    // The frame has no origin that could be named; what is posted is only what it is to show.
    this.frame()?.contentWindow?.postMessage(content, '*');
  }

  /** A frame that never comes, for its policy or the network, ends in words. */
  private expect(): void {
    this.ready = false;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.failed = this.withPictures ? 'pictures' : 'mail';
      this.withPictures = false;
    }, patience);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const fresh = changed.has('html') || changed.has('images');
    if (fresh || this.pictures !== 'offered') this.withPictures = false;
    if (fresh) this.failed = null;
    if (!fresh && !changed.has('withPictures')) return;
    try {
      this.sanitiser ??= new MailSanitiser(window);
      this.clean = this.sanitiser.sanitise(this.html, this.images, this.withPictures);
    } catch {
      this.clean = empty;
      this.failed = 'mail';
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const anew = changed.has('withPictures') || changed.has('source');
    if (anew) this.expect();
    else if ((changed.has('html') || changed.has('images')) && this.ready) this.post();
  }

  private renderNote() {
    if (this.failed === 'mail') return this.note(texts.frameFailed);
    if (this.failed === 'pictures') return this.note(texts.picturesFailed);
    if (this.withPictures) return this.note(texts.picturesLoaded);
    const { pictures, remoteRemoved } = this.clean;
    if (pictures > 0 && this.pictures === 'offered') {
      return this.note(
        texts.remoteRemoved(remoteRemoved),
        html`<button
          type="button"
          data-testid="load-pictures"
          title=${texts.loadPicturesNote}
          @click=${() => (this.withPictures = true)}
        >
          ${texts.loadPictures}
        </button>`,
      );
    }
    if (pictures > 0) return this.note(`${texts.remoteRemoved(remoteRemoved)} ${texts.noPictures}`);
    return remoteRemoved > 0 ? this.note(texts.remoteRemoved(remoteRemoved)) : nothing;
  }

  private note(text: string, button: unknown = nothing) {
    return html`<div
      class="note small muted"
      data-testid="pictures-note"
      data-pictures=${this.pictures}
    >
      ${icon('info', { size: 16 })}<span>${text}</span>${button}
    </div>`;
  }

  protected override render() {
    const source = this.withPictures ? this.picturesSource : this.source;
    return html`
      ${this.renderNote()}
      <signet-link-guard>
        ${keyed(
          source,
          html`<iframe
            data-testid="mail-body"
            data-kind="html"
            title=${texts.mailContent}
            sandbox="allow-scripts"
            referrerpolicy="no-referrer"
            src=${source}
          ></iframe>`,
        )}
      </signet-link-guard>
    `;
  }
}
