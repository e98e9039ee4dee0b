import { css, html, type PropertyValues } from 'lit';
import { Localised } from '../localised.ts';
import { controls } from '../styles/controls.ts';
import type { SignetLinkGuard } from './link-guard.ts';
import { linkified } from './linkify.ts';

/** Quoting deeper than this looks like this. */
const deepest = 5;
/** A text of more lines than this is shown without looking for quotes: each is an element. */
const mostBlocks = 5000;

interface Block {
  readonly depth: number;
  readonly text: string;
}

/** Takes a text apart by how deep its lines are quoted (`>`); the blocks, joined by line breaks, are the text. */
export function quoteBlocks(text: string): Block[] {
  const blocks: { depth: number; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const depth = Math.min(deepest, quoteDepth(line));
    const last = blocks.at(-1);
    if (last?.depth === depth) last.lines.push(line);
    else blocks.push({ depth, lines: [line] });
    if (blocks.length > mostBlocks) return [{ depth: 0, text }];
  }
  return blocks.map(({ depth, lines }) => ({ depth, text: lines.join('\n') }));
}

function quoteDepth(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length && depth < deepest; at += 1) {
    const character = line.charAt(at);
    if (character === '>') depth += 1;
    else if (character !== ' ' || line.charAt(at + 1) !== '>') break;
  }
  return depth;
}

/** Shows a mail's plain text: what is quoted set apart, and addresses as links. */
export class SignetMailText extends Localised {
  static override properties = { text: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .text {
        overflow-wrap: anywhere;
      }
      .block {
        white-space: pre-wrap;
      }
      .quote {
        padding-inline-start: var(--signet-gap-2);
        border-inline-start: 2px solid var(--signet-border-strong);
        color: var(--signet-text-muted);
      }
    `,
  ];

  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  private guard(): SignetLinkGuard | null {
    return this.renderRoot.querySelector<SignetLinkGuard>('signet-link-guard');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('text')) return;
    // Built by hand: a template's white space would show, and a long text has thousands of pieces.
    this.renderRoot
      .querySelector('.text')
      ?.replaceChildren(...quoteBlocks(this.text).map((block) => this.block(block)));
  }

  private block({ depth, text }: Block): HTMLElement {
    const element = document.createElement('div');
    element.className = depth > 0 ? 'block quote' : 'block';
    element.dir = 'auto';
    element.append(
      ...linkified(text).map((piece) => {
        if (piece.link === null) return piece.text;
        const anchor = document.createElement('a');
        anchor.href = piece.link.href;
        anchor.rel = 'noopener noreferrer';
        anchor.textContent = piece.text;
        return anchor;
      }),
    );
    return element;
  }

  private readonly follow = (event: MouseEvent): void => {
    const anchor = anchorAt(event);
    if (anchor === null || event.button > 1) return;
    event.preventDefault();
    this.guard()?.follow(anchor.href, anchor.textContent ?? '');
  };

  private readonly point = (event: Event): void => {
    const over = event.type === 'pointerover' || event.type === 'focusin';
    this.guard()?.point(over ? (anchorAt(event)?.href ?? null) : null);
  };

  protected override render() {
    return html`<signet-link-guard
      ><div
        class="text"
        dir="auto"
        data-testid="mail-body"
        data-kind="text"
        @click=${this.follow}
        @auxclick=${this.follow}
        @pointerover=${this.point}
        @pointerout=${this.point}
        @focusin=${this.point}
        @focusout=${this.point}
      ></div
    ></signet-link-guard>`;
  }
}

function anchorAt(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest('a') : null;
}
