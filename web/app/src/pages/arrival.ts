/** What tells who cannot see it that another page has come: its title, and where the focus goes. */
import type { LitElement } from 'lit';
import type { Page } from '../state/route.ts';
import { texts } from '../texts/index.ts';

/** What a page is called. */
export function pageName(page: Page): string {
  switch (page) {
    case 'compose':
      return texts.compose;
    case 'settings':
      return texts.settings;
    case 'mail':
      return texts.mail;
  }
}

/** Names the document; the page first, since that is what tells tabs and histories apart. */
export function nameDocument(page: string): void {
  document.title = page === '' ? texts.product : `${page} – ${texts.product}`;
}

/** Moves the focus to the heading of the page in `main`, unless the page has put it somewhere itself. */
export async function focusPage(main: HTMLElement): Promise<void> {
  const page = main.firstElementChild as (HTMLElement & Partial<LitElement>) | null;
  await page?.updateComplete;
  if (!main.isConnected || main.contains((main.getRootNode() as ShadowRoot).activeElement)) return;
  const heading = page?.shadowRoot?.querySelector('h1') ?? main.querySelector('h1') ?? main;
  heading.tabIndex = -1;
  heading.focus();
  window.scrollTo(0, 0);
}
