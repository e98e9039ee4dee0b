/** What a new passphrase may hold: printable ASCII and space, or all of Unicode. */
export type PassphrasePolicy = 'ascii' | 'unicode';

/** The first character that a new passphrase may not hold. */
export interface ForbiddenCharacter {
  /** What is to be shown of it: the character itself where it can be seen, else its code point, such as `U+0007`. */
  readonly shown: string;
  /** Which of the passphrase's characters it is, from 1 on. */
  readonly place: number;
}

/**
 * The form in which a passphrase is used, the same on every platform: keyboards differ in how they put an umlaut
 * together and in which space they write. As the profile OpaqueString (RFC 8265, 4.2.2) has it: spaces beyond ASCII
 * become the ASCII one, then NFC.
 */
export function preparedPassphrase(passphrase: string): string {
  return passphrase.replaceAll(/\p{Zs}/gu, ' ').normalize('NFC');
}

/**
 * The first character that the policy does not allow in a new passphrase, or null. Of Unicode, control characters,
 * halves of characters and those that this browser's Unicode does not know are left out: another program could not
 * be given them, or would put them together otherwise.
 */
export function forbiddenCharacter(
  passphrase: string,
  policy: PassphrasePolicy,
): ForbiddenCharacter | null {
  const allowed = policy === 'ascii' ? /^[\x20-\x7e]$/u : /^[^\p{Cc}\p{Cs}\p{Cn}]$/u;
  const characters = Array.from(passphrase);
  const at = characters.findIndex((character) => !allowed.test(character));
  const found = characters[at];
  return found === undefined ? null : { shown: shownCharacter(found), place: at + 1 };
}

function shownCharacter(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
