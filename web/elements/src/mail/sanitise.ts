import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';
import { linkOf } from './link.ts';
import { rewrittenStyle } from './style.ts';

/** HTML that is fit for the mail frame. */
export interface SanitisedMail {
  readonly html: string;
  /** How many references to remote content were taken out. */
  readonly remoteRemoved: number;
  /** How many of those are pictures that could be loaded, or were left in. */
  readonly pictures: number;
}

/** Answers the address of an image that the mail carries itself, by its Content-ID without brackets. */
export type InlineImages = (contentId: string) => string | null;

/** Attributes that make a browser load something. */
const loading = new Set(['src', 'srcset', 'background', 'poster', 'lowsrc', 'dynsrc']);

/**
 * Elements that act as soon as they are parsed, in a document that is shown to nobody as well: a base, and the track of
 * a video, which Chromium loads. The page's policy refuses both and reports them as faults of the page. They are made
 * unknown ones first.
 */
const acting = /<(base|track)(?=[\s/>])/gi;

const picture = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp)[;,]/i;

const config: Config = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    'form',
    'input',
    'button',
    'select',
    'option',
    'optgroup',
    'textarea',
    'datalist',
    'label',
    'fieldset',
    'legend',
    'output',
    'dialog',
    'audio',
    'video',
    'source',
    'track',
    'picture',
    'map',
    'area',
    'slot',
    'menu',
    'template',
  ],
  FORBID_ATTR: [
    'id',
    'name',
    'slot',
    'part',
    'exportparts',
    'is',
    'popover',
    'popovertarget',
    'popovertargetaction',
    'autofocus',
    'tabindex',
    'contenteditable',
    'inert',
    'usemap',
    'ismap',
    'download',
    // With credentials, or when it comes into view: a picture must tell no more than that it is loaded.
    'crossorigin',
    'loading',
    'referrerpolicy',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  FORCE_BODY: true,
  SANITIZE_NAMED_PROPS: true,
};

/**
 * Takes out of a mail's HTML what runs, what loads from elsewhere and what submits. The frame's own policy forbids the
 * same once more: neither is trusted alone. A link carries its true address as its title.
 */
export class MailSanitiser {
  private readonly purify: DOMPurify;
  private remoteRemoved = 0;
  private pictures = 0;
  private images: InlineImages = () => null;
  private remotePictures = false;

  constructor(window: Window & typeof globalThis) {
    this.purify = createDOMPurify(window);
    this.purify.addHook('uponSanitizeAttribute', (element, attribute) => {
      const name = attribute.attrName;
      if (name === 'style') attribute.attrValue = this.style(attribute.attrValue);
      else if (loading.has(name)) attribute.keepAttr = this.keepsLoading(element, attribute);
      else if (name === 'href') attribute.keepAttr = linkOf(attribute.attrValue) !== null;
    });
    this.purify.addHook('uponSanitizeElement', (node) => {
      if (node.nodeName === 'STYLE') node.textContent = this.style(node.textContent ?? '');
    });
    this.purify.addHook('afterSanitizeAttributes', (element) => {
      if (element.nodeName !== 'A') return;
      const link = linkOf(element.getAttribute('href') ?? '');
      if (link === null) return;
      element.setAttribute('href', link.href);
      element.setAttribute('title', link.shown.join(''));
      element.setAttribute('target', '_blank');
      element.setAttribute('rel', 'noopener noreferrer');
    });
  }

  /**
   * @param remotePictures leaves in pictures from elsewhere, by https. Only for a frame whose policy lets it load
   *     pictures and nothing else, and only where {@link picturesOf} lets them be offered
   */
  sanitise(html: string, images: InlineImages = () => null, remotePictures = false): SanitisedMail {
    this.remoteRemoved = 0;
    this.pictures = 0;
    this.images = images;
    this.remotePictures = remotePictures;
    const clean = this.purify.sanitize(html.replaceAll(acting, '<no-$1'), config);
    return { html: clean, remoteRemoved: this.remoteRemoved, pictures: this.pictures };
  }

  private keepsLoading(
    element: Element,
    attribute: { attrName: string; attrValue: string },
  ): boolean {
    const value = attribute.attrValue.trim();
    const image = element.nodeName === 'IMG' && attribute.attrName === 'src';
    if (image) {
      if (picture.test(value)) return true;
      const inline = /^cid:/i.test(value) ? this.images(decoded(value.slice(4))) : null;
      if (inline !== null) {
        attribute.attrValue = inline;
        return true;
      }
    }
    if (value === '') return false;
    const kept = image || attribute.attrName === 'background' ? this.remotePicture(value) : null;
    if (kept === null) {
      this.remoteRemoved += 1;
      return false;
    }
    attribute.attrValue = kept;
    return true;
  }

  /** Null where it is none, or none is to be left in. */
  private remotePicture(address: string): string | null {
    const secure = secureAddress(address);
    if (secure === null) return null;
    this.pictures += 1;
    return this.remotePictures ? secure : null;
  }

  private style(style: string): string {
    return rewrittenStyle(style, (address) => {
      const kept = this.remotePicture(address);
      if (kept === null) this.remoteRemoved += 1;
      return kept;
    });
  }
}

/** By https, whether or not the mail says http; null for what is neither. In ASCII, without quotes. */
function secureAddress(address: string): string | null {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  url.protocol = 'https:';
  // A name and passphrase in an address would be sent along.
  url.username = '';
  url.password = '';
  return url.href.replace(/["'()\\]/g, (found) => `%${found.charCodeAt(0).toString(16)}`);
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}
