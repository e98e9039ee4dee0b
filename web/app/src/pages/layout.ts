import { css } from 'lit';

/** What pages share beyond the controls: cards and headings. */
export const layout = css`
  :host {
    display: block;
  }
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--signet-gap-5);
    max-width: 56rem;
    margin: 0 auto;
    padding: var(--signet-gap-5) var(--signet-gap-4) var(--signet-gap-6);
  }
  h1 {
    font-size: var(--signet-size-title);
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: var(--signet-size-large);
  }
  h3 {
    font-size: var(--signet-size);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--signet-gap-4);
    padding: var(--signet-gap-5);
    border: 1px solid var(--signet-border);
    border-radius: var(--signet-radius-large);
    background: var(--signet-surface);
    box-shadow: var(--signet-shadow);
  }
  .list {
    display: flex;
    flex-direction: column;
    list-style: none;
  }
  .list > li {
    display: flex;
    flex-direction: column;
    gap: var(--signet-gap-2);
    padding: var(--signet-gap-3) 0;
    border-top: 1px solid var(--signet-border);
  }
  .spread {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--signet-gap-2);
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0 0.5rem;
    border-radius: 99px;
    background: var(--signet-surface-sunken);
    color: var(--signet-text-muted);
    font-size: var(--signet-size-small);
    font-weight: 600;
  }
  .tag.good {
    background: var(--signet-green-surface);
    color: var(--signet-green-text);
  }
  .tag.warn {
    background: var(--signet-orange-surface);
    color: var(--signet-orange-text);
  }
  summary {
    width: fit-content;
    cursor: pointer;
    font-size: var(--signet-size-small);
    color: var(--signet-accent);
  }
  .break {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 40rem) {
    .page {
      padding: var(--signet-gap-4) var(--signet-gap-3);
    }
    .card {
      padding: var(--signet-gap-4);
    }
  }
`;
