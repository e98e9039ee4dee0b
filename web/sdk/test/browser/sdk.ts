import { check } from './expect.ts';
import type { createEngine } from '../../src/contract.ts';

/** The built SDK, as a page loads it. */
export async function sdk(): Promise<typeof createEngine> {
  const address = new URL('/sdk/index.js', location.href).href;
  const built = (await import(/* @vite-ignore */ address)) as { createEngine: typeof createEngine };
  return built.createEngine;
}

/** A file that was made for the tests. */
export async function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`/fixtures/${name}`);
  check(response.ok, `no fixture ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}
