import type { Engine, EngineOptions } from '../contract.ts';
import { WorkerEngine } from './engine.ts';
import { browser, type Environment } from './environment.ts';
import { Sessions } from './sessions.ts';
import { configurationOf } from './settings.ts';

/** `createEngine` in surroundings of the caller's choice. */
export async function createEngineIn(
  environment: Environment,
  options?: EngineOptions,
): Promise<Engine> {
  const configuration = configurationOf(options);
  const sessions = new Sessions(environment, configuration);
  return new WorkerEngine(await sessions.start(), sessions, configuration.language);
}

export const createEngine = (options?: EngineOptions): Promise<Engine> =>
  createEngineIn(browser, options);
