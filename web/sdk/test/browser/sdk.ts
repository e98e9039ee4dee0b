import type { createEngine } from '../../src/contract.ts';

/** The built SDK, as a page loads it. */
export async function sdk(): Promise<typeof createEngine> {
  const address = new URL('/sdk/index.js', location.href).href;
  const built = (await import(/* @vite-ignore */ address)) as { createEngine: typeof createEngine };
  return built.createEngine;
}
