import type { OpenedMessage, Status } from '@signet/smime';

/** What an engine may answer, for elements that only show it. */
export function opened(
  status: Partial<Status>,
  changes: Partial<OpenedMessage> = {},
): OpenedMessage {
  return {
    layers: [],
    status: { colour: 'none', code: 'unsigned', message: 'One sentence.', ...status },
    content: new Uint8Array(),
    signature: null,
    encryption: null,
    ...changes,
  };
}
