/** How hard a passphrase is to guess: 0 for at once, 4 for not within reach. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Longer ones are not looked at to their end: what is so long is as strong as can be said, or one thing over and over. */
const longest = 100;

/**
 * How hard somebody who knows what people choose would find it. `about` are words that such a person tries first, like
 * the address. Runs in this page alone; the dictionaries are loaded when the first passphrase is typed.
 */
export async function strengthOf(passphrase: string, about: readonly string[]): Promise<Strength> {
  const { guessing } = await import('./guessing.ts');
  const looked = Array.from(passphrase).slice(0, longest).join('');
  return guessing().check(looked, [...about]).score;
}
