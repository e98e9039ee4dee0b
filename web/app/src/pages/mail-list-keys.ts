/** What a key means in the list of mails. */
export type ListCommand =
  | { readonly go: 'by'; readonly rows: number; readonly extend: boolean }
  | { readonly go: 'page'; readonly pages: 1 | -1; readonly extend: boolean }
  | { readonly go: 'first' | 'last'; readonly extend: boolean }
  | { readonly act: 'open' | 'delete' | 'star' | 'unread' | 'toggle' | 'all' | 'clear' };

/** The command of a key while the list has the focus; null for all other keys, which stay the browser's. */
export function listCommand(event: KeyboardEvent): ListCommand | null {
  const extend = event.shiftKey;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey)
    return event.key.toLowerCase() === 'a' && !extend ? { act: 'all' } : null;
  switch (event.key) {
    case 'ArrowDown':
      return { go: 'by', rows: 1, extend };
    case 'ArrowUp':
      return { go: 'by', rows: -1, extend };
    case 'PageDown':
      return { go: 'page', pages: 1, extend };
    case 'PageUp':
      return { go: 'page', pages: -1, extend };
    case 'Home':
      return { go: 'first', extend };
    case 'End':
      return { go: 'last', extend };
    case 'Enter':
      return { act: 'open' };
    case 'Delete':
      return { act: 'delete' };
    case ' ':
      return { act: 'toggle' };
    case 's':
      return { act: 'star' };
    case 'u':
      return { act: 'unread' };
    case 'Escape':
      return { act: 'clear' };
    default:
      return null;
  }
}

/** Where a command goes to; beyond the ends, the selection stays at them. */
export function placeFor(
  command: Extract<ListCommand, { go: string }>,
  list: {
    readonly from: number;
    /** How many rows a page is. */
    readonly page: number;
    readonly total: number;
  },
): number {
  switch (command.go) {
    case 'by':
      return list.from + command.rows;
    case 'page':
      return list.from + command.pages * list.page;
    case 'first':
      return 0;
    case 'last':
      return list.total - 1;
  }
}
