import { css } from 'lit';

/** Folders, list and mail beside each other; where there is little room, one at a time. */
export const mailPageStyles = css`
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: var(--signet-gap-4);
    padding: var(--signet-gap-4);
  }
  .panes.files-only:not(.reading) {
    max-inline-size: 62rem;
    margin-inline: auto;
  }
  .panes.files-only.reading {
    grid-template-columns: minmax(22rem, 5fr) minmax(0, 9fr);
  }
  .panes.served {
    grid-template-columns: 13rem minmax(0, 1fr);
  }
  .panes.served.reading {
    grid-template-columns: 13rem minmax(20rem, 5fr) minmax(0, 9fr);
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: var(--signet-gap-3);
    min-inline-size: 0;
  }
  .side.filled {
    position: sticky;
    inset-block-start: calc(3.5rem + var(--signet-gap-4));
    block-size: calc(100dvh - var(--mail-top, 3.5rem) - 2 * var(--signet-gap-4));
    min-block-size: 22rem;
  }
  .side > signet-mail-list {
    flex: 1;
  }
  .folders {
    position: sticky;
    inset-block-start: calc(3.5rem + var(--signet-gap-4));
    min-inline-size: 0;
  }
  .note > span {
    flex: 1;
    min-inline-size: 0;
    align-self: center;
  }
  .note > button {
    flex: none;
  }
  .empty {
    align-items: flex-start;
  }
  .empty ol {
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  .empty li + li {
    margin-block-start: var(--signet-gap-2);
  }
  signet-mail-reader {
    min-inline-size: 0;
  }
  @media (max-width: 64rem) {
    .panes,
    .panes.reading,
    .panes.served,
    .panes.served.reading,
    .panes.files-only.reading {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--signet-gap-3);
    }
    .panes.reading .side,
    .panes.reading .folders {
      display: none;
    }
    .side.filled,
    .folders {
      position: static;
    }
  }
  @media (max-width: 40rem) {
    .panes {
      padding: var(--signet-gap-2);
    }
  }
`;
