import type { DraftAttachment } from './mime-writer.ts';

/** A file that could not be read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('a file could not be read', { cause });
    this.file = file;
  }
}

/**
 * Reads files, one after the other.
 *
 * @throws {UnreadableFile} for one that went away meanwhile, or may not be read
 * @throws {DOMException} AbortError
 */
export async function readFiles(
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<DraftAttachment[]> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const read: DraftAttachment[] = [];
  let before = 0;
  for (const file of files) {
    const start = before;
    const octets = await readFile(file, signal, (done) => onProgress(start + done, total));
    before += octets.length;
    read.push({ name: file.name, type: file.type, octets });
  }
  return read;
}

async function readFile(
  file: File,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  const octets = new Uint8Array(file.size);
  let at = 0;
  try {
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) await reader.cancel();
      signal.throwIfAborted();
      if (done) break;
      // One that grows while it is read does not fit, and is an error like any other.
      octets.set(value, at);
      at += value.length;
      onProgress(at);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new UnreadableFile(file.name, error);
  }
  if (at !== file.size) throw new UnreadableFile(file.name, null);
  return octets;
}
