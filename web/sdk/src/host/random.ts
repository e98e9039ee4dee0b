/** What `getRandomValues` gives at once (Web Cryptography API, 10.1.1). */
const QUOTA = 65_536;

/** Fills the array with random octets; false where the platform has no such source. */
export function fillRandom(target: Uint8Array<ArrayBuffer>, crypto: Crypto | undefined): boolean {
  if (typeof crypto?.getRandomValues !== 'function') return false;
  try {
    for (let from = 0; from < target.length; from += QUOTA) {
      crypto.getRandomValues(target.subarray(from, from + QUOTA));
    }
    return true;
  } catch {
    // Part of the array may be random by now; the engine uses none of it after a false.
    return false;
  }
}
