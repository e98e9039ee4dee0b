import { type Environment, type WorkerPort } from '../../src/page/environment.ts';
import type { PageMessage } from '../../src/protocol.ts';
import { serve } from '../../src/worker/serve.ts';
import { FakeModule } from './fake-module.ts';

/** A worker in the same thread: the real messages and the real serving side around a fake module. */
export class FakeWorker extends EventTarget implements WorkerPort {
  readonly script: string;
  readonly posted: PageMessage[] = [];
  module: FakeModule | undefined;
  terminated = false;
  /** What waits for the worker to be left alone. */
  quiet: (() => void) | undefined;
  readonly #page: MessagePort;

  constructor(script: URL, loads: boolean) {
    super();
    this.script = script.href;
    const { port1, port2 } = new MessageChannel();
    this.#page = port1;
    port1.addEventListener('message', (event) => {
      if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data: event.data }));
    });
    port1.start();
    serve(
      {
        post: (message, transfer) => port2.postMessage(message, transfer),
        listen(receive) {
          port2.addEventListener('message', (event) => receive(event.data as PageMessage));
          port2.start();
        },
      },
      {
        load: async (source, host) => {
          if (!loads) throw new WebAssembly.CompileError(`cannot compile ${source}`);
          this.module = new FakeModule(await host);
          return this.module;
        },
        crypto: globalThis.crypto,
        locks: undefined,
        whenQuiet: (callback) => {
          this.quiet = callback;
          return () => (this.quiet = undefined);
        },
      },
    );
  }

  postMessage(message: PageMessage, transfer: unknown): void {
    if (this.terminated) return;
    this.posted.push(message);
    this.#page.postMessage(message, transfer as Transferable[]);
  }

  terminate(): void {
    this.terminated = true;
    this.#page.close();
  }

  crash(type: 'error' | 'messageerror'): void {
    this.dispatchEvent(new Event(type, { cancelable: true }));
  }
}

export class FakeEnvironment implements Environment {
  readonly workers: FakeWorker[] = [];
  /** Whether the next workers find their module. */
  loads = true;
  /** Whether workers can be created at all. */
  allowed = true;
  readonly gone: string[] = [];
  /** When terminated workers are gone. */
  end: Promise<void> = Promise.resolve();

  createWorker(script: URL): FakeWorker {
    if (!this.allowed) throw new DOMException('another origin', 'SecurityError');
    const worker = new FakeWorker(script, this.loads);
    this.workers.push(worker);
    return worker;
  }

  async whenGone(lifeline: string): Promise<void> {
    this.gone.push(lifeline);
    await this.end;
  }

  get last(): FakeWorker {
    const worker = this.workers.at(-1);
    if (worker === undefined) throw new Error('no worker was created');
    return worker;
  }

  /** Ends what a test left. */
  endAll(): void {
    for (const worker of this.workers) worker.terminate();
  }
}
