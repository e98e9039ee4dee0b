/** The way to the Wasm module for the worker's script. */

import { load } from './module.js';
import type { EngineModule, HostFunctions } from './types.ts';

/**
 * Compiles the module, while it arrives where the server names its type, and starts it with a host.
 * Needs no more of a policy than `script-src 'wasm-unsafe-eval'`.
 *
 * Rejects with a `Refusal` of code `engine-unavailable`: no WebAssembly with garbage collection
 * here, or the module did not arrive.
 */
export function loadEngine(
  source: Response | Promise<Response> | BufferSource,
  host: HostFunctions,
): Promise<EngineModule> {
  return load(source, host);
}
