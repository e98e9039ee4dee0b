/** The way to the Wasm module for the worker's script. */

import { load } from './module.js';
import type { EngineModule, HostFunctions, PartName, Source } from './types.ts';

/**
 * Compiles the module, while it arrives where the server names its type, and starts it with a host,
 * which may still be on its way when the module arrives.
 * Needs no more of a policy than `script-src 'wasm-unsafe-eval'`.
 *
 * `loadPart` gives one of the modules that compute: `primitives` what the host does not have, `rare`
 * the rarely used algorithms. It is called when an operation first asks for one of them, and again
 * after it failed: such an operation then ends as if the engine could not be loaded, and `open` with
 * the status `internal-error`.
 *
 * Rejects with a `Refusal` of code `engine-unavailable`: no WebAssembly with garbage collection
 * here, or the module did not arrive.
 */
export function loadEngine(
  source: Source | Promise<Response>,
  host: HostFunctions | Promise<HostFunctions>,
  loadPart: (part: PartName) => Source | Promise<Response>,
): Promise<EngineModule> {
  return load(source, host, loadPart);
}
