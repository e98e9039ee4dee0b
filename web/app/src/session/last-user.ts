const place = 'signet-user';

/**
 * Who signed in last in this browser; empty where that is not known. With a name in the field, password managers fill
 * that account's password and no other entry of this site, of which each key file may have one.
 */
export function lastUser(): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

export function keepUser(user: string): void {
  try {
    localStorage.setItem(place, user);
  } catch {
    // Without storage the name is typed.
  }
}
