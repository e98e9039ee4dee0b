/** What the page's side needs of a worker. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** What the page's side has around it; tests put their own in its place. */
export interface Environment {
  createWorker(script: URL): WorkerPort;
  /**
   * Resolves when a worker that was terminated is gone: when the lock that it holds for its
   * lifetime is free. Where the platform has no such locks it resolves at once, for then nothing
   * tells.
   */
  whenGone(lifeline: string): Promise<void>;
}

/** How long the end of a worker is waited for. */
const PATIENCE_MS = 10_000;

export const browser: Environment = {
  createWorker: (script) => new Worker(script, { type: 'module', name: 'signet' }),

  async whenGone(lifeline) {
    const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
    if (locks === undefined) return;
    try {
      await locks.request(lifeline, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => undefined);
    } catch {
      // Terminated all the same; the platform would only not say when.
    }
  },
};
