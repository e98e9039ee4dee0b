import type { EngineModule, HostFunctions, Outcome, Refusal } from '../host/border.ts';
import { createHost } from '../host/index.ts';
import type { CallRequest, PageMessage, StartRequest, WorkerMessage } from '../protocol.ts';
import { pauser } from './pause.ts';
import { detachable } from './parts.ts';
import { Questions } from './questions.ts';
import { givenUp, isRefusal } from './refusal.ts';

/** Where the worker's messages come from and go to: its global scope, or one end of a channel. */
export interface PageLink {
  post(message: WorkerMessage, transfer: Transferable[]): void;
  listen(receive: (message: PageMessage) => void): void;
}

/** How the module is loaded, and what the worker has around it. */
export interface WorkerSetup {
  load(source: string, host: Promise<HostFunctions>): Promise<EngineModule>;
  crypto: Crypto | undefined;
  locks: LockManager | undefined;
  /** Calls back when the worker has been left alone for a while; what it gives takes that back. */
  whenQuiet(callback: () => void): () => void;
}

/** Octets: what is less is done before a pause would be over. */
const WORTH_A_PAUSE = 1 << 16;

/** Serves one page: holds the module, runs its operations, and tells how they end. */
export function serve(link: PageLink, setup: WorkerSetup): void {
  let module: EngineModule | undefined;
  let stayCold = (): void => {};
  let warm = false;
  const running = new Set<number>();
  const aborted = new Set<number>();
  const pause = pauser();
  const questions = new Questions((question, transfer) => link.post(question, transfer));

  const progress = (id: number, done: number, total: number): Promise<void> | null =>
    total < WORTH_A_PAUSE && !aborted.has(id) ? null : paused(id, done, total);

  const paused = async (id: number, done: number, total: number): Promise<void> => {
    if (!aborted.has(id)) link.post({ type: 'progress', id, done, total }, []);
    await pause();
    if (aborted.has(id)) {
      const refusal = givenUp();
      throw refusal;
    }
  };

  const start = async (request: StartRequest): Promise<void> => {
    holdLifeline(setup.locks, request.lifeline);
    const { preferModule, responders } = request;
    const askResponder: HostFunctions['askResponder'] = (id, responder, question) => {
      if (!responders) return null;
      const wanted = running.has(id) && !aborted.has(id);
      return wanted ? questions.ask(id, responder, question) : Promise.reject(givenUp());
    };
    // Not awaited: what WebCrypto has is tried while the module arrives and is compiled.
    const host = createHost({ crypto: setup.crypto, preferModule, askResponder, progress });
    module = await setup.load(request.module, host);
    module.configure(request.settings);
    link.post({ type: 'started', id: request.id, version: module.version }, []);
  };

  const call = async ({ id, operation, args }: CallRequest): Promise<void> => {
    if (module === undefined) throw new Error('not started');
    // Its derivations take longer than loading what reads the keys afterwards.
    if (operation === 'unlock') getWarm(module);
    const perform = module[operation].bind(module) as (args: object) => Promise<Outcome>;
    const outcome = detachable(await perform({ ...args, operation: id }));
    link.post(
      { type: 'finished', id, outcome },
      outcome.parts.map((part) => part.buffer),
    );
  };

  const getWarm = (idle: EngineModule): void => {
    if (warm) return;
    warm = true;
    // Where it fails the operation that needs it tries again, and says so.
    idle.prepare().catch(() => (warm = false));
  };

  const warmUp = (): void => {
    if (warm || module === undefined || running.size > 0) return;
    const idle = module;
    stayCold = setup.whenQuiet(() => getWarm(idle));
  };

  const answer = async (request: StartRequest | CallRequest): Promise<void> => {
    const { id } = request;
    running.add(id);
    stayCold();
    try {
      await (request.type === 'start' ? start(request) : call(request));
    } catch (error) {
      link.post(isRefusal(error) ? refused(id, error) : { type: 'broken', id }, []);
    } finally {
      running.delete(id);
      aborted.delete(id);
      questions.forget(id);
      warmUp();
    }
  };

  link.listen((message) => {
    if (message.type === 'responder-answered') questions.answered(message.ask, message.answer);
    else if (message.type !== 'abort') void answer(message);
    else if (running.has(message.id)) {
      aborted.add(message.id);
      questions.giveUp(message.id);
    }
  });
}

/** Held until the worker is gone, which is how the page learns of it. */
function holdLifeline(locks: LockManager | undefined, name: string): void {
  const forever = new Promise<never>(() => {});
  locks
    ?.request(name, () => forever)
    .catch(() => {
      // Refused by the platform: the page then has no proof of the worker's end and does without.
    });
}

function refused(id: number, { code, message, details }: Refusal): WorkerMessage {
  return { type: 'refused', id, refusal: { code, message, details: { ...details } } };
}
