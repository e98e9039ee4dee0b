import type { Outcome } from '../host/border.ts';
import type {
  Arguments,
  OperationName,
  PageMessage,
  ResponderQuestion,
  WorkerMessage,
} from '../protocol.ts';
import type { Environment, WorkerPort } from './environment.ts';
import { broken, Failure, unavailable } from './failure.ts';
import { PATIENCE_OF_CALL_MS } from './responders.ts';
import type { Configuration } from './settings.ts';
import { transferable } from './transfer.ts';

const START = 0;

/** How often waiting calls are looked at. */
export const TICK_MS = 10_000;
/**
 * Looks without a word about a call before its worker is given up for dead: five minutes. Looks are
 * counted, not time, so that a computer that slept does not lose its worker.
 */
export const SILENT_TICKS = 30;

/** A call that waits for its worker. `resolve` and `reject` do nothing once the caller gave up. */
interface Waiting {
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
  onProgress: (done: number, total: number) => void;
  /** Aborted when the call is over, however it ends, or has asked for too long: it asks no more. */
  asking: AbortController;
  patience: ReturnType<typeof setTimeout> | undefined;
  ticks: number;
}

const waitingCall = (
  resolve: Waiting['resolve'],
  reject: Waiting['reject'],
  onProgress: Waiting['onProgress'],
): Waiting => ({
  resolve,
  reject,
  onProgress,
  asking: new AbortController(),
  patience: undefined,
  ticks: 0,
});

export interface SessionSetup {
  environment: Environment;
  configuration: Configuration;
  /** Distinguishes this session's keys from those of every other of the engine. */
  generation: number;
  /** Called once, when the worker is no longer to be used. */
  onEnd(session: Session): void;
}

/** One worker from its start to its end, and the calls that wait for it. */
export class Session {
  readonly generation: number;
  /** Version of the engine, once the worker is ready; rejects where it cannot be started. */
  readonly ready: Promise<string>;
  /** Whether a passphrase or a private key was ever given to this worker. */
  holdsSecrets = false;

  readonly #setup: SessionSetup;
  /** Locks are shared by all pages of an origin; `randomUUID` is missing on pages without TLS. */
  readonly #lifeline = `signet-${Date.now()}-${Math.random()}`;
  readonly #waiting = new Map<number, Waiting>();
  #worker: WorkerPort | undefined;
  #nextId = START + 1;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #started!: (version: string) => void;
  #failed!: (error: Error) => void;
  #ended: Error | undefined;

  constructor(setup: SessionSetup) {
    this.#setup = setup;
    this.generation = setup.generation;
    this.ready = new Promise((resolve, reject) => {
      this.#started = resolve;
      this.#failed = reject;
    });
    // Whoever waits for `ready` handles its failure; a worker that nobody waits for may fail silently.
    this.ready.catch(() => undefined);
    this.#start();
  }

  /**
   * Runs one operation. Rejects with a {@link Failure} of the engine, `internal-error` where the
   * worker breaks, or the reason that {@link end} was given. The signal only tells the worker to stop.
   */
  async call<O extends OperationName>(
    operation: O,
    args: Arguments<O>,
    signal: AbortSignal | undefined,
    onProgress: (done: number, total: number) => void,
  ): Promise<Outcome> {
    if (this.#ended !== undefined) throw this.#ended;
    const id = this.#nextId++;
    const giveUp = (): void => {
      this.#post({ type: 'abort', id });
      call?.asking.abort();
    };
    let call: Waiting | undefined;
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        call = waitingCall(resolve, reject, onProgress);
        this.#await(id, call);
        signal?.addEventListener('abort', giveUp, { once: true });
        this.#post({ type: 'call', id, operation, args });
      });
    } finally {
      signal?.removeEventListener('abort', giveUp);
      clearTimeout(call?.patience);
      call?.asking.abort();
    }
  }

  /** Ends the worker at once; every waiting call rejects with the reason. */
  end(reason: Error): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    this.#worker?.terminate();
    clearInterval(this.#ticker);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#setup.onEnd(this);
    for (const call of waiting) call.reject(reason);
    this.#failed(reason);
  }

  /** Resolves when the worker is gone, after {@link end}. */
  whenGone(): Promise<void> {
    return this.#setup.environment.whenGone(this.#lifeline);
  }

  #start(): void {
    const { assets, settings, preferModule, askResponder } = this.#setup.configuration;
    const nothing = (): void => undefined;
    this.#await(START, waitingCall(nothing, this.#failed, nothing));
    try {
      const worker = this.#setup.environment.createWorker(new URL('worker.js', assets));
      worker.addEventListener('message', (event) => this.#receive(event.data as WorkerMessage));
      worker.addEventListener('messageerror', () => this.#break('unreadable message'));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        this.#break('uncaught error');
      });
      this.#worker = worker;
      this.#post({
        type: 'start',
        id: START,
        module: new URL('signet.wasm', assets).href,
        settings,
        preferModule,
        responders: askResponder !== null,
        lifeline: this.#lifeline,
      });
    } catch {
      // Such as a SecurityError for a script of another origin.
      this.#break('worker refused');
    }
  }

  #post(message: PageMessage): void {
    if (this.#ended !== undefined) return;
    // The settings serve every worker of the engine, so they are not given away.
    const given = message.type === 'call' ? message.args : message;
    const transfer = message.type === 'start' ? [] : transferable(given);
    this.#worker?.postMessage(message, transfer);
  }

  #receive(message: WorkerMessage): void {
    const call = this.#waiting.get(message.id);
    if (call === undefined) return;
    if (message.type === 'progress') {
      call.ticks = 0;
      call.onProgress(message.done, message.total);
      return;
    }
    if (message.type === 'ask-responder') {
      void this.#askResponder(message, call);
      return;
    }
    if (message.type === 'broken') {
      this.#break('failure in the module');
      return;
    }
    this.#settled(message.id);
    if (message.type === 'started') this.#started(message.version);
    else if (message.type === 'finished') call.resolve(message.outcome);
    else if (message.id === START) this.end(Failure.from(message.refusal));
    else call.reject(Failure.from(message.refusal));
  }

  /* That the worker waits for a responder is a sign of life, and how long it waits is bounded. */
  async #askResponder(question: ResponderQuestion, call: Waiting): Promise<void> {
    const { id, ask, responder, request } = question;
    const { askResponder } = this.#setup.configuration;
    call.ticks = 0;
    call.patience ??= setTimeout(() => call.asking.abort(), PATIENCE_OF_CALL_MS);
    const answer = (await askResponder?.(responder, request, call.asking.signal)) ?? null;
    call.ticks = 0;
    this.#post({ type: 'responder-answered', id, ask, answer });
  }

  #await(id: number, call: Waiting): void {
    this.#waiting.set(id, call);
    this.#ticker ??= setInterval(() => this.#tick(), TICK_MS);
  }

  #settled(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size > 0) return;
    clearInterval(this.#ticker);
    this.#ticker = undefined;
  }

  #tick(): void {
    for (const call of this.#waiting.values()) {
      if (++call.ticks >= SILENT_TICKS) return this.#break('no sign of life');
    }
  }

  #break(cause: string): void {
    this.end(this.#waiting.has(START) ? unavailable(cause) : broken(cause));
  }
}
