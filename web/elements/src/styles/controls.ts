import { css } from 'lit';

/** How buttons, fields and links look in every element; each shadow root takes it in. */
export const controls = css`
  :host {
    box-sizing: border-box;
    font-family: var(--signet-font);
    font-size: var(--signet-size);
    line-height: 1.5;
    color: var(--signet-text);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  svg {
    flex: none;
  }
  svg.along:dir(rtl) {
    scale: -1 1;
  }
  a {
    color: var(--signet-accent);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 2px solid var(--signet-focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--signet-gap-2);
    min-height: 2.25rem;
    padding: 0.3rem 0.875rem;
    border: 1px solid var(--signet-border-strong);
    border-radius: var(--signet-radius);
    background: var(--signet-surface);
    color: var(--signet-text);
    font: inherit;
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--signet-surface-sunken);
  }
  button:focus-visible,
  .button:focus-visible,
  input:focus-visible,
  textarea:focus-visible,
  select:focus-visible {
    border-radius: var(--signet-radius);
  }
  button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  button.primary,
  .button.primary {
    border-color: var(--signet-accent);
    background: var(--signet-accent);
    color: var(--signet-on-accent);
  }
  button.primary:hover:enabled,
  .button.primary:hover {
    border-color: var(--signet-accent-hover);
    background: var(--signet-accent-hover);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button.quiet:hover {
    background: var(--signet-surface-sunken);
  }
  button.danger {
    border-color: var(--signet-red-edge);
    color: var(--signet-red-text);
    background: var(--signet-red-surface);
  }
  button[aria-pressed='true'] {
    border-color: var(--signet-accent);
    background: var(--signet-accent-soft);
    color: var(--signet-accent);
  }
  label,
  .label {
    font-size: var(--signet-size-small);
    font-weight: 600;
  }
  input[type='text'],
  input[type='password'],
  input[type='email'],
  input:not([type]),
  textarea,
  select {
    width: 100%;
    min-height: 2.375rem;
    padding: 0.4rem 0.7rem;
    border: 1px solid var(--signet-border-strong);
    border-radius: var(--signet-radius);
    background: var(--signet-surface);
    color: var(--signet-text);
    font: inherit;
  }
  input[readonly] {
    background: var(--signet-surface-sunken);
    color: var(--signet-text-muted);
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--signet-red-edge);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0.125rem;
    accent-color: var(--signet-accent);
  }
  summary {
    min-height: 1.5rem;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: var(--signet-gap-1);
  }
  .hint,
  .muted {
    color: var(--signet-text-muted);
  }
  .hint,
  .small {
    font-size: var(--signet-size-small);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--signet-gap-2);
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--signet-gap-4);
  }
  .visually-hidden,
  input.visually-hidden[type] {
    position: absolute;
    width: 1px;
    min-height: 0;
    height: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .code {
    font-family: var(--signet-font-code);
    font-size: 0.85em;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'],
    [aria-selected='true'] {
      border-color: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    button:disabled {
      opacity: 1;
      border-color: GrayText;
      color: GrayText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation-duration: 0.001ms !important;
      animation-iteration-count: 1 !important;
    }
  }
`;

/** A note in one of the four colours: `class="note green"`. */
export const notes = css`
  .note {
    display: flex;
    gap: var(--signet-gap-2);
    padding: var(--signet-gap-3) var(--signet-gap-4);
    border-inline-start: 4px solid var(--signet-none-edge);
    border-radius: var(--signet-radius);
    background: var(--signet-none-surface);
    color: var(--signet-none-text);
    overflow-wrap: anywhere;
  }
  .note > svg {
    margin-top: 0.15em;
  }
  .note.green {
    border-color: var(--signet-green-edge);
    background: var(--signet-green-surface);
    color: var(--signet-green-text);
  }
  .note.orange {
    border-color: var(--signet-orange-edge);
    background: var(--signet-orange-surface);
    color: var(--signet-orange-text);
  }
  .note.red {
    border-color: var(--signet-red-edge);
    background: var(--signet-red-surface);
    color: var(--signet-red-text);
  }
`;
