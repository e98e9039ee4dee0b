import type { FrameAnswer, FrameContent } from '@signet/elements';

// The document that shows a mail: takes sanitised HTML from the page around it, and tells its height.
const page = window.parent;
const site = new URL(window.location.href).origin;
const { body, documentElement } = document;

function tell(answer: FrameAnswer): void {
  page.postMessage(answer, site);
}

window.addEventListener('message', (event: MessageEvent<Partial<FrameContent> | null>) => {
  if (event.source !== page || event.origin !== site) return;
  if (event.data?.type !== 'signet-mail' || typeof event.data.html !== 'string') return;
  body.innerHTML = event.data.html;
});

/** The document's own height does not count what is positioned outside the flow. */
function heightOfAll(): number {
  return Math.max(documentElement.getBoundingClientRect().height, body.scrollHeight);
}

new ResizeObserver(() => tell({ type: 'signet-mail-height', height: heightOfAll() })).observe(
  documentElement,
);
tell({ type: 'signet-mail-ready' });
