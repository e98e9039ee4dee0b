// A password manager offers to keep a passphrase because of the form in which it was typed. `credentials.store` is not
// called: Chromium would then drop what it has seen of the form, and there it is the form that decides.

/** What the browser's own store of passwords gives a page (Credential Management Level 1). */
interface SavedPassword extends Credential {
  readonly password?: string;
}

/** Whether the browser lets a page ask for a password that is saved. */
export function canRecall(): boolean {
  return 'PasswordCredential' in globalThis && 'credentials' in navigator;
}

/**
 * Has the user choose among what the browser has saved for this site.
 *
 * @returns the passphrase; null where another entry was chosen, or none
 */
export async function recall(account: string): Promise<string | null> {
  if (!canRecall()) return null;
  // Never without the user: what is saved for this site is the account's password as well.
  const options = { password: true, mediation: 'required' } as CredentialRequestOptions;
  const chosen: SavedPassword | null = await navigator.credentials.get(options).catch(() => null);
  return chosen?.id === account ? (chosen.password ?? null) : null;
}
