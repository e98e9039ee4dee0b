import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Strokes on a field of 24 by 24. */
const shapes = {
  lock: svg`<rect x="5" y="11" width="14" height="9.5" rx="2"/><path d="M8 11V7.5a4 4 0 0 1 8 0V11"/><path d="M12 15v2"/>`,
  unlock: svg`<rect x="5" y="11" width="14" height="9.5" rx="2"/><path d="M8 11V7.5a4 4 0 0 1 7.6-1.7"/>`,
  certificate: svg`<rect x="3" y="4" width="18" height="12" rx="2"/><path d="M7 8h10M7 11.5h5"/><circle cx="16" cy="14.5" r="2.8"/><path d="m14.5 17-.6 4 2.1-1.2 2.1 1.2-.6-4"/>`,
  check: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.7L16 9.5"/>`,
  warning: svg`<path d="M12 4 2.8 19.5h18.4z"/><path d="M12 10v4.5M12 17v.4"/>`,
  cross: svg`<circle cx="12" cy="12" r="9"/><path d="m9 9 6 6m0-6-6 6"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8v.4"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  mail: svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6 8-6"/>`,
  pen: svg`<path d="M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19z"/><path d="m14 7 3 3"/>`,
  gear: svg`<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2"/>`,
  key: svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8.5-8.5M16 7l2.5 2.5"/>`,
  paperclip: svg`<path d="m20 11-8.4 8.4a5 5 0 0 1-7.1-7.1L13 3.9a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7"/>`,
  download: svg`<path d="M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M4 20h16"/>`,
  upload: svg`<path d="M12 16V5m0 0L7.5 9.5M12 5l4.5 4.5M4 20h16"/>`,
  trash: svg`<path d="M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5"/>`,
  reply: svg`<path d="M10 6 4 12l6 6v-4c5 0 8 1.5 10 5 0-6-3.5-9.5-10-9.5z"/>`,
  back: svg`<path d="M19 12H5m0 0 6-6m-6 6 6 6"/>`,
  chevron: svg`<path d="m9 6 6 6-6 6"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"/>`,
  globe: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 2.6 4.2 5.6 4.2 9S15 18.4 12 21c-3-2.6-4.2-5.6-4.2-9S9 5.6 12 3z"/>`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>`,
  contrast: svg`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>`,
  seal: svg`<circle cx="12" cy="9.5" r="6.5"/><circle cx="12" cy="9.5" r="2.6"/><path d="m8.5 15-1.3 6.5 4.8-2.3 4.8 2.3-1.3-6.5"/>`,
  star: svg`<path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z"/>`,
  starred: svg`<path fill="currentColor" d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z"/>`,
  folder: svg`<path d="M3 7a2 2 0 0 1 2-2h4l2.5 2.5H19a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/>`,
  inbox: svg`<path d="M4 13 6.5 5h11L20 13v5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18z"/><path d="M4 13h4.5l1.5 2.5h4l1.5-2.5H20"/>`,
  send: svg`<path d="M4 12 20.5 4 15 20.5l-3.5-7z"/><path d="M20.5 4 11.5 13.5"/>`,
  archive: svg`<rect x="3.5" y="4.5" width="17" height="4.5" rx="1"/><path d="M5 9v10.5h14V9M10 13h4"/>`,
  junk: svg`<circle cx="12" cy="12" r="8.5"/><path d="m6 6 12 12"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`,
  opened: svg`<path d="M3 10l9-6 9 6v8.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5z"/><path d="m4 11 8 5 8-5"/>`,
  forward: svg`<path d="m14 6 6 6-6 6v-4c-5 0-8 1.5-10 5 0-6 3.5-9.5 10-9.5z"/>`,
  replyAll: svg`<path d="m8 6-6 6 6 6"/><path d="m13 6-6 6 6 6v-4c4 0 7 1.5 9 5 0-6-3-9.5-9-9.5z"/>`,
  move: svg`<path d="M3 17V7a2 2 0 0 1 2-2h4l2.5 2.5H19a2 2 0 0 1 2 2V11M3 17a2 2 0 0 0 2 2h6M14 17h7m0 0-3-3m3 3-3 3"/>`,
  undo: svg`<path d="M8 5 4 9l4 4"/><path d="M4 9h10a5.5 5.5 0 0 1 0 11h-4"/>`,
  more: svg`<path d="M5.5 12h.1M12 12h.1M18.5 12h.1" stroke-width="3"/>`,
  out: svg`<path d="M14 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8M10 12h11m0 0-4-4m4 4-4 4"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** Those that point along the line: they point the other way where the line runs from the right. */
const along: ReadonlySet<IconName> = new Set<IconName>([
  'reply',
  'replyAll',
  'forward',
  'send',
  'move',
  'undo',
  'back',
  'chevron',
  'out',
]);

/** An icon; without a label it is decoration and hidden from assistive technology. `size` in px. */
export function icon(
  name: IconName,
  options: { label?: string; size?: number } = {},
): TemplateResult {
  const size = options.size ?? 18;
  const shape = shapes[name];
  return options.label === undefined
    ? html`<svg
        class=${along.has(name) ? 'along' : nothing}
        aria-hidden="true"
        width=${size}
        height=${size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        ${shape}
      </svg>`
    : html`<svg
        class=${along.has(name) ? 'along' : nothing}
        role="img"
        aria-label=${options.label}
        width=${size}
        height=${size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        ${shape}
      </svg>`;
}
