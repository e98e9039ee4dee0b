import type { Bytes, EngineModule, HostFunctions, Source } from './types.ts';

export function load(
  source: Source | Promise<Response>,
  host: HostFunctions,
  loadRare: () => Source | Promise<Response>,
): Promise<EngineModule>;

export function loadAnswers(
  source: Source | Promise<Response>,
  host: HostFunctions,
): Promise<(ask: Bytes[]) => Bytes[]>;
