import { css } from 'lit';

/** A list of facts, each with its name beside it, or above it where there is little room. */
export const facts = css`
  dl {
    display: grid;
    grid-template-columns: 8.5rem 1fr;
    gap: var(--signet-gap-1) var(--signet-gap-4);
    font-size: var(--signet-size-small);
  }
  dt {
    color: var(--signet-text-muted);
  }
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 32rem) {
    dl {
      grid-template-columns: 1fr;
      gap: 0;
    }
    dd {
      margin-bottom: var(--signet-gap-2);
    }
  }
`;
