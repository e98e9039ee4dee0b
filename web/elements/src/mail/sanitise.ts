import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';

/** HTML that is fit for the mail frame. */
export interface SanitisedMail {
  readonly html: string;
  /** How many references to remote content were taken out. */
  readonly remoteRemoved: number;
}

/** Answers the address of an image that the mail carries itself, by its Content-ID without brackets. */
export type InlineImages = (contentId: string) => string | null;

/** Attributes that make a browser load something. */
const loading = new Set(['src', 'srcset', 'background', 'poster', 'lowsrc', 'dynsrc']);
const picture = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp)[;,]/i;
const followed = /^(?:https?:|mailto:)/i;
const remoteInStyle =
  /(?:url|src)\s*\(\s*(?!["']?\s*data:image\/)[^)]*\)?|(?:-webkit-)?image-set\s*\(|@import[^;]*;?/gi;

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
    'is',
    'popover',
    'popovertarget',
    'autofocus',
    'tabindex',
    'contenteditable',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  FORCE_BODY: true,
  SANITIZE_NAMED_PROPS: true,
};

/**
 * Takes out of a mail's HTML what runs, what loads from elsewhere and what submits. The frame's own policy forbids the
 * same once more: neither is trusted alone. Links open in a page of their own and tell nothing on this one.
 */
export class MailSanitiser {
  private readonly purify: DOMPurify;
  private remoteRemoved = 0;
  private images: InlineImages = () => null;

  constructor(window: Window & typeof globalThis) {
    this.purify = createDOMPurify(window);
    this.purify.addHook('uponSanitizeAttribute', (element, attribute) => {
      const name = attribute.attrName;
      if (name === 'style') attribute.attrValue = this.withoutRemote(attribute.attrValue);
      else if (loading.has(name)) attribute.keepAttr = this.keepsLoading(element, attribute);
      else if (name === 'href') attribute.keepAttr = followed.test(attribute.attrValue.trim());
    });
    this.purify.addHook('uponSanitizeElement', (node) => {
      if (node.nodeName === 'STYLE') node.textContent = this.withoutRemote(node.textContent ?? '');
    });
    this.purify.addHook('afterSanitizeAttributes', (element) => {
      if (element.nodeName !== 'A' || !element.hasAttribute('href')) return;
      element.setAttribute('target', '_blank');
      element.setAttribute('rel', 'noopener noreferrer');
    });
  }

  sanitise(html: string, images: InlineImages = () => null): SanitisedMail {
    this.remoteRemoved = 0;
    this.images = images;
    const clean = this.purify.sanitize(html, config);
    return { html: clean, remoteRemoved: this.remoteRemoved };
  }

  private keepsLoading(
    element: Element,
    attribute: { attrName: string; attrValue: string },
  ): boolean {
    const value = attribute.attrValue.trim();
    if (element.nodeName === 'IMG' && attribute.attrName === 'src') {
      if (picture.test(value)) return true;
      const inline = /^cid:/i.test(value) ? this.images(decoded(value.slice(4))) : null;
      if (inline !== null) {
        attribute.attrValue = inline;
        return true;
      }
    }
    if (value !== '') this.remoteRemoved += 1;
    return false;
  }

  private withoutRemote(style: string): string {
    return style.replace(remoteInStyle, () => {
      this.remoteRemoved += 1;
      return '';
    });
  }
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}
