import type { Outcome } from '../host/border.ts';
import type { Arguments, OperationName } from '../protocol.ts';
import type { Environment } from './environment.ts';
import { aborted, closed, keyLocked } from './failure.ts';
import { IdleTimer } from './idle-timer.ts';
import { type Attention, untilAborted } from './operation.ts';
import { Session } from './session.ts';
import type { Configuration } from './settings.ts';

/** Keys that were unlocked and then not used at all are kept so long where the policy says 0. */
const UNUSED_MS = 60_000;

/** Why a worker was ended that did nothing wrong; what it was doing can be done by another. */
class Locked extends Error {}

/** One operation and what it has to do with keys. */
export interface Task<O extends OperationName, T> {
  operation: O;
  /** Copies what is to be sent; called again where the operation is repeated. */
  args(): Arguments<O>;
  /** Makes the outcome the caller's, with handles of this generation. */
  read(outcome: Outcome, generation: number): T;
  attention: Attention;
  /** Generation of the worker that the operation needs, because a key of it is named. */
  generation?: number;
  /** Whether a passphrase or a key in clear comes into the worker, which a lock therefore ends. */
  bringsSecrets: boolean;
  /** Whether the operation makes sense on another worker, after a lock has ended the first. */
  repeatable: boolean;
  /** Whether keys may be in use while it runs, and are therefore not idle. */
  mayUseKeys: boolean;
  /** Whether unlocked keys were used; the result is undefined where the operation failed. */
  usedKeys(result: T | undefined): boolean;
}

/** Gives operations to the one worker that there is, and sees to it that there is one. */
export class Sessions {
  readonly #environment: Environment;
  readonly #configuration: Configuration;
  readonly #idle = new IdleTimer(() => this.#lockIfIdle());
  #current: Session | undefined;
  #generations = 0;
  /** Operations under way that may be using keys; the keys are not idle meanwhile. */
  #using = 0;
  #closed = false;
  /** Resolves when every worker that was ended is gone. */
  #gone: Promise<unknown> = Promise.resolve();

  constructor(environment: Environment, configuration: Configuration) {
    this.#environment = environment;
    this.#configuration = configuration;
  }

  /** Starts a worker where there is none; resolves with the engine's version. */
  async start(): Promise<string> {
    return this.#session().ready;
  }

  /** @throws Failure `engine-closed` */
  assertOpen(): void {
    if (this.#closed) throw closed();
  }

  /** Generation of the worker that may hold keys, or undefined: no key is unlocked. */
  get unlocked(): number | undefined {
    this.#lockIfIdle();
    return this.#current?.holdsSecrets === true ? this.#current.generation : undefined;
  }

  /** When the keys are forgotten unless they are used; undefined while none is unlocked. */
  get locksAt(): number | undefined {
    return this.unlocked === undefined ? undefined : this.#idle.deadline;
  }

  async run<O extends OperationName, T>(task: Task<O, T>): Promise<T> {
    this.#lockIfIdle();
    let args: Arguments<O> | undefined = task.args();
    if (task.mayUseKeys) this.#using++;
    try {
      for (;;) {
        const session = this.#session();
        try {
          return await this.#runOn(session, task, args ?? task.args());
        } catch (error) {
          if (!(error instanceof Locked)) throw error;
          if (!task.repeatable) throw keyLocked();
          args = undefined;
        }
      }
    } finally {
      if (task.mayUseKeys) this.#using--;
      this.#lockIfIdle();
    }
  }

  /**
   * Ends the worker that may hold keys, and starts another. Resolves when it is gone, and any that
   * was ended before.
   */
  async lock(): Promise<void> {
    if (this.#current?.holdsSecrets === true) {
      this.#current.end(new Locked());
      this.#session();
    }
    await this.#gone;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#current?.end(closed());
    await this.#gone;
  }

  async #runOn<O extends OperationName, T>(
    session: Session,
    task: Task<O, T>,
    args: Arguments<O>,
  ): Promise<T> {
    if (task.generation !== undefined && task.generation !== session.generation) throw keyLocked();
    // Before anything is waited for: a lock from now on is meant for this operation, too.
    if (task.bringsSecrets) session.holdsSecrets = true;
    let result: T | undefined;
    try {
      const { signal } = task.attention;
      result = await untilAborted(signal, this.#call(session, task, args));
      return result;
    } finally {
      this.#count(session, task, result);
    }
  }

  async #call<O extends OperationName, T>(session: Session, task: Task<O, T>, args: Arguments<O>) {
    const { signal, onProgress } = task.attention;
    await session.ready;
    if (signal?.aborted === true) throw aborted();
    const outcome = await session.call(task.operation, args, signal, onProgress);
    return task.read(outcome, session.generation);
  }

  /** Counts the idle time of the keys anew after an operation that used them, or forgets them. */
  #count<O extends OperationName, T>(session: Session, task: Task<O, T>, result?: T): void {
    if (session !== this.#current || !session.holdsSecrets) return;
    const keep = this.#configuration.unlockMinutes * 60_000;
    if (task.usedKeys(result)) {
      if (keep === 0 && !task.bringsSecrets) void this.lock();
      else this.#idle.restart(keep === 0 ? UNUSED_MS : keep);
    } else if (!this.#idle.running) {
      // Nothing was unlocked, but a passphrase was there: its worker is ended in time as well.
      this.#idle.restart(keep === 0 ? UNUSED_MS : keep);
    }
  }

  #lockIfIdle(): void {
    if (this.#using === 0 && this.#idle.isOver()) void this.lock();
  }

  #session(): Session {
    this.assertOpen();
    this.#current ??= new Session({
      environment: this.#environment,
      configuration: this.#configuration,
      generation: ++this.#generations,
      onEnd: (session) => {
        this.#gone = Promise.all([this.#gone, session.whenGone()]);
        this.#current = undefined;
        this.#idle.stop();
      },
    });
    return this.#current;
  }
}
