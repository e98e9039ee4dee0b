import type { Answers } from './part.js';
import type { EngineModule, HostFunctions, PartName, Source } from './types.ts';

export function load(
  source: Source | Promise<Response>,
  host: HostFunctions | Promise<HostFunctions>,
  loadPart: (part: PartName) => Source | Promise<Response>,
): Promise<EngineModule>;

export function loadAnswers(
  source: Source | Promise<Response>,
  host: HostFunctions | Promise<HostFunctions>,
): Promise<Answers>;
