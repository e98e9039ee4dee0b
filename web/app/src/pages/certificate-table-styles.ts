import { css } from 'lit';

/** The table of certificates; where it is narrow, each row becomes a block with its labels. */
export const certificateTableStyles = css`
  :host {
    container-type: inline-size;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--signet-size-small);
  }
  caption {
    padding-block-end: var(--signet-gap-2);
    color: var(--signet-text-muted);
    text-align: start;
  }
  th,
  td {
    padding: var(--signet-gap-2);
    vertical-align: top;
    text-align: start;
    overflow-wrap: anywhere;
  }
  th {
    overflow-wrap: normal;
  }
  tbody tr {
    border-block-start: 1px solid var(--signet-border);
  }
  tbody tr.facts {
    border-block-start: 0;
  }
  td small {
    display: block;
    color: var(--signet-text-muted);
    font-size: inherit;
  }
  th button,
  .toggle {
    min-height: 1.75rem;
    padding: 0 var(--signet-gap-1);
    font-size: inherit;
    text-align: start;
    justify-content: flex-start;
  }
  .toggle svg {
    transition: rotate 120ms;
  }
  .toggle[aria-expanded='true'] svg {
    rotate: 90deg;
  }
  .act {
    min-width: 2.25rem;
    padding: 0;
  }
  .row {
    padding-block-start: var(--signet-gap-3);
  }
  @container (max-width: 44rem) {
    table,
    tbody,
    tbody tr,
    td {
      display: block;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
    }
    th.plain {
      position: absolute;
      width: 1px;
      height: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
    td {
      padding-block: 0;
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      color: var(--signet-text-muted);
    }
    td small {
      display: inline;
    }
    td small::before {
      content: ' · ';
    }
    tbody tr {
      padding-block: var(--signet-gap-3);
    }
  }
`;
