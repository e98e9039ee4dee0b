/** The worker's script: ties the messages of this worker to the module. */
import { loadEngine } from '../../../../client-wasm/src/main/js/loader.ts';
import type { PageMessage } from '../protocol.ts';
import { serve } from './serve.ts';

/** What is used of a worker's global scope, which is not that of a page. */
interface Scope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PageMessage>) => void): void;
}
const scope = globalThis as unknown as Scope;

/** Milliseconds without work, after which what the first operation with a key needs is loaded. */
const QUIET = 1000;

serve(
  {
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: (receive) => scope.addEventListener('message', (event) => receive(event.data)),
  },
  {
    load: (source, host) =>
      // The modules that compute lie beside the engine, and are fetched when they are needed.
      loadEngine(fetch(source), host, (part) => fetch(new URL(`signet-${part}.wasm`, source))),
    crypto: globalThis.crypto,
    locks: navigator.locks,
    whenQuiet: (callback) => {
      const timer = setTimeout(callback, QUIET);
      return () => clearTimeout(timer);
    },
  },
);
