import type { Bytes } from '../host/border.ts';
import type { ResponderQuestion } from '../protocol.ts';
import { givenUp } from './refusal.ts';

interface Asked {
  operation: number;
  resolve(answer: Bytes | null): void;
  reject(reason: unknown): void;
}

/** Questions to responders. The page puts them: its way there may be a function of the host's. */
export class Questions {
  readonly #post: (question: ResponderQuestion, transfer: Transferable[]) => void;
  readonly #asked = new Map<number, Asked>();
  #next = 1;

  constructor(post: (question: ResponderQuestion, transfer: Transferable[]) => void) {
    this.#post = post;
  }

  /** Resolves with what the page answers; rejects where the caller gives up meanwhile. */
  ask(operation: number, responder: string, request: Bytes): Promise<Bytes | null> {
    const ask = this.#next++;
    // What the module gave may be a range of something larger, which is not the page's.
    const copy = request.slice();
    return new Promise((resolve, reject) => {
      this.#asked.set(ask, { operation, resolve, reject });
      this.#post({ type: 'ask-responder', id: operation, ask, responder, request: copy }, [
        copy.buffer,
      ]);
    });
  }

  /** An answer that nobody waits for any more is none. */
  answered(ask: number, answer: Bytes | null): void {
    this.#asked.get(ask)?.resolve(answer);
    this.#asked.delete(ask);
  }

  giveUp(operation: number): void {
    this.#end(operation, (asked) => asked.reject(givenUp()));
  }

  /** The operation has ended; what it asked is of no interest. */
  forget(operation: number): void {
    this.#end(operation, (asked) => asked.resolve(null));
  }

  #end(operation: number, settle: (asked: Asked) => void): void {
    for (const [ask, asked] of this.#asked) {
      if (asked.operation !== operation) continue;
      this.#asked.delete(ask);
      settle(asked);
    }
  }
}
