import type { EngineModule, HostFunctions } from './types.ts';

export function load(
  source: Response | Promise<Response> | BufferSource,
  host: HostFunctions,
): Promise<EngineModule>;
