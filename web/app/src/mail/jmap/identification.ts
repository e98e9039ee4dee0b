/** How the page tells the mail server who its user is. */
export interface Identification {
  /** The value of `Authorization`, or null where a cookie of the site says it. */
  readonly authorization: string | null;
  /** Cookies go along only where the site signs its users in by them: nowhere else may the browser itself ask. */
  readonly credentials: 'same-origin' | 'omit';
}

/** Basic authentication, in UTF-8 (RFC 7617). */
export function basic(user: string, password: string): string {
  const octets = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(octets, (octet) => String.fromCodePoint(octet)).join(''))}`;
}
