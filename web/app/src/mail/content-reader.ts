import type { MailContent } from './content.ts';

/** The longest that reading may take, in ms: a mail that is made to keep a parser busy ends there. */
const longest = 10_000;

interface Answer {
  readonly id: number;
  readonly content: MailContent | null;
}

/** Reads entities for display, in a worker that is ended when one takes too long or is no longer wanted. */
export class ContentReader {
  private worker: Worker | null = null;
  private last = 0;

  /** Rejects where the entity cannot be read, or with the signal's reason. */
  read(entity: Uint8Array, signal: AbortSignal): Promise<MailContent> {
    signal.throwIfAborted();
    this.last += 1;
    const id = this.last;
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', aborted);
        worker.removeEventListener('message', answered);
        worker.removeEventListener('error', failed);
      };
      const giveUp = (reason: unknown): void => {
        end();
        worker.terminate();
        if (this.worker === worker) this.worker = null;
        reject(reason instanceof Error ? reason : new Error('reading was given up'));
      };
      const aborted = (): void => giveUp(signal.reason);
      const failed = (): void => giveUp(new Error('the reader failed'));
      const answered = (event: MessageEvent<Answer>): void => {
        if (event.data.id !== id) return;
        end();
        if (event.data.content === null) reject(new Error('the content cannot be read'));
        else resolve(event.data.content);
      };
      const timer = setTimeout(() => giveUp(new Error('reading took too long')), longest);
      signal.addEventListener('abort', aborted);
      worker.addEventListener('message', answered);
      worker.addEventListener('error', failed);
      // A copy goes over: the page still needs the verified octets.
      worker.postMessage({ id, entity }, []);
    });
  }

  /** Ends the worker, and with it what it still holds of a mail. */
  close(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  private start(): Worker {
    return new Worker(new URL('./content.worker.ts', import.meta.url), { type: 'module' });
  }
}
