/**
 * Whether two addresses name the same mailbox, for choosing a certificate: without case, domains in A-label form.
 * Verdicts on signatures are the engine's alone.
 */
export function sameAddress(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

/** The form in which addresses are compared. */
export function comparable(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return address.trim().toLowerCase();
  const domain = address.slice(at + 1).trim();
  return `${address.slice(0, at).trim().toLowerCase()}@${aLabels(domain)}`;
}

function aLabels(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname.toLowerCase();
  } catch {
    return domain.toLowerCase();
  }
}
