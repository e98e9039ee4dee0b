/** Places of a list, from `first` up to, without, `after`. */
export interface Places {
  readonly first: number;
  readonly after: number;
}

/** What of a list is to be drawn: rows are all equally high, so two divisions tell. All lengths in CSS pixels. */
export function inSight(view: {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly total: number;
  /** How many rows are drawn before and after those that are seen. */
  readonly margin: number;
}): Places {
  const { rowHeight, total, margin } = view;
  const seen = Math.floor(Math.max(0, view.top) / rowHeight);
  const count = Math.ceil(view.height / rowHeight) + 1;
  // In steps of half a margin, so that not every row that is scrolled is drawn anew.
  const step = Math.max(1, Math.floor(margin / 2));
  const first = Math.floor((seen - margin) / step) * step;
  const after = Math.ceil((seen + count + margin) / step) * step;
  return {
    first: Math.min(Math.max(0, first), Math.max(0, total - 1)),
    after: Math.min(total, Math.max(0, after)),
  };
}

/** How far to scroll so that a row is wholly seen; where it is seen already, nowhere. */
export function scrolledTo(
  index: number,
  view: { readonly top: number; readonly height: number; readonly rowHeight: number },
): number {
  const top = index * view.rowHeight;
  if (top < view.top) return top;
  const bottom = top + view.rowHeight;
  return bottom > view.top + view.height ? bottom - view.height : view.top;
}
