// Signet, as a webmail uses it: an engine in its worker, with Alice's key unlocked.
import { createEngine } from '@signet/smime';
import { octets } from './octets.js';

export const MODES = [
  ['Signet', 'in its worker, with the browser’s cryptography', false],
  ['Signet, all of it in Wasm', '`preferModule`', true],
];

/** @returns the engine, and Alice's key in it */
export async function opened(person, { preferModule = false, policy = {} } = {}) {
  const engine = await createEngine({
    trustAnchors: [octets(person.root)],
    ocsp: false,
    preferModule,
    // Nobody is away from this computer, and a run may take longer than the five minutes.
    policy: { ...policy, unlockMinutes: 600 },
  });
  const [key] = await engine.unlock(octets(person.p12), person.passphrase);
  return { engine, key };
}

/** Both ways of Signet as contestants; `each(engine, key)` gives what else a contestant has. */
export async function signets(person, policy, each) {
  const made = [];
  for (const [name, note, preferModule] of MODES) {
    const { engine, key } = await opened(person, { preferModule, policy });
    made.push({ must: true, name, note, checks: {}, close: () => engine.close(), ...each(engine, key) });
  }
  return made;
}

/** Whether an opened message is green and all there; else its verdict in words. */
export function green(message) {
  const { status } = message;
  return status.code === 'verified-revocation-off' || `${status.colour}, ${status.code}: ${status.message}`;
}
