import { failureOfError, failureOfStatus, MailFailure } from './failure.ts';
import type { MethodAnswers } from './methods.ts';
import type { Identification } from './identification.ts';
import { core, mail, readSession, record, submission, type JmapSession } from './session.ts';
import type { ReadOptions } from '../source.ts';
import { upload } from './upload.ts';

/** A method call (RFC 8620, 3.2): name, arguments, and the id by which its answer is found. */
export type Call = readonly [
  method: keyof MethodAnswers,
  args: Readonly<Record<string, unknown>>,
  id: string,
];

/** The answers to the calls of one request. */
export class Answers {
  private readonly responses: readonly unknown[];

  constructor(responses: readonly unknown[]) {
    this.responses = responses;
  }

  /**
   * The answer to the call of this id. An implicit answer, such as that of `onSuccessUpdateEmail`, has the same id and
   * another method's name.
   *
   * @throws {MailFailure} what the server says instead
   */
  of<Method extends keyof MethodAnswers>(id: string, method: Method): MethodAnswers[Method] {
    const found = this.find(id, method);
    if (found !== null) return found as MethodAnswers[Method];
    throw failureOfError(this.find(id, 'error') ?? { type: 'missing' });
  }

  /** Why the call of this id failed, by its type, or null where it did not. */
  errorType(id: string): string | null {
    const { type } = record(this.find(id, 'error'));
    return typeof type === 'string' ? type : null;
  }

  private find(id: string, method: string): unknown {
    for (const response of this.responses) {
      if (!Array.isArray(response)) continue;
      if (response[0] === method && response[2] === id) return response[1] ?? null;
    }
    return null;
  }
}

/** Requests to one JMAP server in the name of one user. */
export class JmapClient {
  private readonly address: string;
  private readonly identification: Identification;
  private current: Promise<JmapSession> | null = null;

  /** @param address of the session resource */
  constructor(address: string, identification: Identification) {
    this.address = new URL(address, globalThis.location?.href).href;
    this.identification = identification;
  }

  /** The session, asked for once; after a failure anew. */
  session(signal?: AbortSignal): Promise<JmapSession> {
    this.current ??= this.load(signal).catch((error: unknown) => {
      this.current = null;
      throw error;
    });
    return this.current;
  }

  private async load(signal?: AbortSignal): Promise<JmapSession> {
    const answer = await this.send(this.address, { signal: signal ?? null });
    // Where the site's sign-in comes instead, it is a page.
    if (!isJson(answer)) {
      await discard(answer);
      throw new MailFailure(answer.redirected ? 'signed-out' : 'no-jmap');
    }
    return readSession(await json(answer), answer.url === '' ? this.address : answer.url);
  }

  /**
   * Calls methods in one request.
   *
   * @throws {MailFailure} where the request as a whole failed; a single call's failure is thrown by {@link Answers.of}
   */
  async call(calls: readonly Call[], signal?: AbortSignal): Promise<Answers> {
    const session = await this.session(signal);
    const using = [core, mail];
    if (session.submissionAccount !== null) using.push(submission);
    const answer = await this.send(session.api, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ using, methodCalls: calls }),
      signal: signal ?? null,
    });
    const { methodResponses, sessionState } = record(await json(answer));
    if (!Array.isArray(methodResponses)) throw new MailFailure('no-jmap');
    // Its addresses or limits are others now.
    if (typeof sessionState === 'string' && sessionState !== session.state) this.current = null;
    return new Answers(methodResponses);
  }

  /**
   * The octets of a blob.
   *
   * @param size in octets, for the progress; 0 where it is not known
   */
  async download(blob: string, size: number, options: ReadOptions = {}): Promise<Uint8Array> {
    const session = await this.session(options.signal);
    const answer = await this.send(session.download(blob), { signal: options.signal ?? null });
    return read(answer, size, options.onProgress);
  }

  /**
   * Puts octets onto the server, for a method that names them.
   *
   * @returns the blob's id
   */
  async upload(octets: Uint8Array, options: ReadOptions = {}): Promise<string> {
    const session = await this.session(options.signal);
    if (octets.length > session.limits.upload)
      throw new MailFailure('too-large', [String(session.limits.upload)]);
    const answer = await upload(
      session.upload(session.account),
      octets,
      this.identification,
      options,
    );
    const { blobId } = record(answer);
    if (typeof blobId !== 'string') throw new MailFailure('server');
    return blobId;
  }

  /** An answer that goes on for as long as the server likes (RFC 8620, 7.3), or null where it has none. */
  async events(types: readonly string[], signal: AbortSignal): Promise<Response | null> {
    const address = (await this.session(signal)).events(types, 30);
    if (address === null) return null;
    return this.send(address, { headers: { Accept: 'text/event-stream' }, signal });
  }

  private async send(address: string, init: RequestInit): Promise<Response> {
    const { authorization, credentials } = this.identification;
    const headers = new Headers(init.headers);
    if (!headers.has('Accept')) headers.set('Accept', 'application/json');
    if (authorization !== null) headers.set('Authorization', authorization);
    let answer: Response;
    try {
      answer = await fetch(address, {
        ...init,
        headers,
        credentials,
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    } catch (error) {
      throw whyNothingCame(error, init.signal);
    }
    if (answer.ok) return answer;
    const problem = isJson(answer) ? await answer.json().catch(() => null) : await discard(answer);
    throw failureOfStatus(answer.status, problem);
  }
}

function whyNothingCame(error: unknown, signal: AbortSignal | null | undefined): unknown {
  return signal?.aborted === true ? error : new MailFailure('network', [], '', error);
}

function isJson(answer: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(answer.headers.get('Content-Type') ?? '');
}

async function discard(answer: Response): Promise<null> {
  await answer.body?.cancel().catch(() => undefined);
  return null;
}

/** The connection may break in the middle of an answer, or the answer be nothing of JSON. */
async function json(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new MailFailure(error instanceof SyntaxError ? 'no-jmap' : 'network', [], '', error);
  }
}

async function read(
  answer: Response,
  size: number,
  onProgress: ReadOptions['onProgress'],
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let done = 0;
  try {
    const reader = answer.body?.getReader();
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) break;
      parts.push(chunk.value);
      done += chunk.value.length;
      onProgress?.(done, size);
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new MailFailure('network', [], '', error);
  }
  const whole = new Uint8Array(done);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
