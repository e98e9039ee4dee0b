import type { FrameAnswer, FrameContent } from '@signet/elements';

// The document that shows a mail: takes sanitised HTML from the page around it, tells its height, and leaves its links
// to the page.
const page = window.parent;
const site = new URL(window.location.href).origin;
const { body, documentElement } = document;
const longestText = 2000;

function tell(answer: FrameAnswer): void {
  page.postMessage(answer, site);
}

window.addEventListener('message', (event: MessageEvent<Partial<FrameContent> | null>) => {
  if (event.source !== page || event.origin !== site) return;
  if (event.data?.type !== 'signet-mail' || typeof event.data.html !== 'string') return;
  body.innerHTML = event.data.html;
  tellHeight();
});

/** The document's own height does not count what is positioned outside the flow. */
function tellHeight(): void {
  const height = Math.max(documentElement.getBoundingClientRect().height, body.scrollHeight);
  tell({ type: 'signet-mail-height', height });
}

function linkAt(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element
    ? event.target.closest<HTMLAnchorElement>('a[href]')
    : null;
}

/** What a reader takes for the link's text, names of pictures included. */
function textOf(link: HTMLAnchorElement): string {
  const names = [...link.querySelectorAll('img')].map((image) => image.alt);
  return [link.innerText, ...names].join(' ').trim().slice(0, longestText);
}

function follow(event: MouseEvent): void {
  const link = linkAt(event);
  if (link === null || event.button > 1) return;
  event.preventDefault();
  tell({ type: 'signet-mail-link', href: link.href, text: textOf(link) });
}

for (const type of ['click', 'auxclick'] as const) document.addEventListener(type, follow, true);
for (const type of ['mouseover', 'focusin']) {
  document.addEventListener(type, (event) => {
    const link = linkAt(event);
    if (link !== null) tell({ type: 'signet-mail-point', href: link.href });
  });
}
for (const type of ['mouseout', 'focusout']) {
  document.addEventListener(type, (event) => {
    if (linkAt(event) !== null) tell({ type: 'signet-mail-point', href: null });
  });
}
new ResizeObserver(tellHeight).observe(documentElement);
tell({ type: 'signet-mail-ready' });
