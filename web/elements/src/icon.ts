import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

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
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>`,
  contrast: svg`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>`,
  seal: svg`<circle cx="12" cy="9.5" r="6.5"/><circle cx="12" cy="9.5" r="2.6"/><path d="m8.5 15-1.3 6.5 4.8-2.3 4.8 2.3-1.3-6.5"/>`,
  out: svg`<path d="M14 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8M10 12h11m0 0-4-4m4 4-4 4"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** An icon; without a label it is decoration and hidden from assistive technology. `size` in px. */
export function icon(
  name: IconName,
  options: { label?: string; size?: number } = {},
): TemplateResult {
  const size = options.size ?? 18;
  const shape = shapes[name];
  return options.label === undefined
    ? html`<svg
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
