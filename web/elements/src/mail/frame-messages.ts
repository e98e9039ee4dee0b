/** What the page posts to the frame's document. */
export interface FrameContent {
  readonly type: 'signet-mail';
  readonly html: string;
}

/** What the frame's document posts to the page. */
export type FrameAnswer =
  | { readonly type: 'signet-mail-ready' }
  /** The content's height in CSS px. */
  | { readonly type: 'signet-mail-height'; readonly height: number }
  /** A link is pointed at or has the focus; null: no longer. */
  | { readonly type: 'signet-mail-point'; readonly href: string | null }
  /** A link was clicked. */
  | { readonly type: 'signet-mail-link'; readonly href: string; readonly text: string };

/** Null for what is none: whatever runs in the frame could have posted it. */
export function frameAnswer(data: unknown): FrameAnswer | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, height, href, text } = data as Record<string, unknown>;
  switch (type) {
    case 'signet-mail-ready':
      return { type };
    case 'signet-mail-height':
      return typeof height === 'number' && Number.isFinite(height) ? { type, height } : null;
    case 'signet-mail-point':
      return typeof href === 'string' || href === null ? { type, href } : null;
    case 'signet-mail-link':
      return typeof href === 'string' && typeof text === 'string' ? { type, href, text } : null;
    default:
      return null;
  }
}
