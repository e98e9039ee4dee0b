import type { ReadOptions } from '../source.ts';
import type { Answers, Call, JmapClient } from './client.ts';
import { MailFailure } from './failure.ts';
import type { JmapSession } from './session.ts';

/** What became of a request: it was answered, or why it was not. */
export type Heard = (failure: MailFailure | null) => void;

/** The way to the mail server: whoever signs in anew takes another one, and the rest of the page need not know. */
export class Link {
  private readonly heard: Heard;
  private client: JmapClient | null = null;

  /** @param heard is told of every request, so that a lost connection shows wherever it is noticed */
  constructor(heard: Heard) {
    this.heard = heard;
  }

  use(client: JmapClient | null): void {
    this.client = client;
  }

  session(signal?: AbortSignal): Promise<JmapSession> {
    return this.through((client) => client.session(signal));
  }

  call(calls: readonly Call[], signal?: AbortSignal): Promise<Answers> {
    return this.through((client) => client.call(calls, signal));
  }

  download(blob: string, size: number, options?: ReadOptions): Promise<Uint8Array> {
    return this.through((client) => client.download(blob, size, options));
  }

  upload(octets: Uint8Array, options?: ReadOptions): Promise<string> {
    return this.through((client) => client.upload(octets, options));
  }

  events(types: readonly string[], signal: AbortSignal): Promise<Response | null> {
    return this.through((client) => client.events(types, signal));
  }

  private async through<T>(use: (client: JmapClient) => Promise<T>): Promise<T> {
    const { client } = this;
    if (client === null) throw new MailFailure('signed-out');
    try {
      const answer = await use(client);
      if (this.client === client) this.heard(null);
      return answer;
    } catch (error) {
      // What was asked by the way before says nothing of this one.
      if (this.client === client && error instanceof MailFailure) this.heard(error);
      throw error;
    }
  }
}
