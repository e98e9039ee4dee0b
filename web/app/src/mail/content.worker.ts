import { readContent, type MailContent } from './content.ts';

/** The part of a worker's scope that is used here. */
interface Scope {
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<{ id: number; entity: Uint8Array }>) => void,
  ): void;
  postMessage(answer: { id: number; content: MailContent | null }, transfer: Transferable[]): void;
}

// Reading a large mail takes a while; here it does not hold up the page.
const scope = globalThis as unknown as Scope;

async function answer(id: number, entity: Uint8Array): Promise<void> {
  const content = await readContent(entity).catch(() => null);
  const buffers = new Set(content?.attachments.map((attachment) => attachment.octets.buffer));
  scope.postMessage({ id, content }, [...buffers]);
}

scope.addEventListener('message', (event) => void answer(event.data.id, event.data.entity));
