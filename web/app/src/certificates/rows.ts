import type { Certificate } from '@signet/smime';
import type { Origin } from './store.ts';
import { canEncryptTo } from './choice.ts';
import { canSignWith, isForMail } from './suitability.ts';

/** A public certificate as a table shows it. */
export interface CertificateRow {
  readonly certificate: Certificate;
  readonly kind: 'own' | 'correspondent';
  /** How a correspondent's came; null where that is not known. */
  readonly origin: Origin | null;
}

export type SortKey = 'address' | 'until' | 'kind';

/** The user's own certificates and those of correspondents, each once. */
export function certificateRows(
  own: readonly Certificate[],
  correspondents: readonly Certificate[],
  originOf: (certificate: Certificate) => Origin | null,
): CertificateRow[] {
  const distinct = new Map(own.map((one) => [one.fingerprints.sha256, one]));
  return [
    ...[...distinct.values()].map((certificate): CertificateRow => ({
      certificate,
      kind: 'own',
      origin: null,
    })),
    ...correspondents.map((certificate): CertificateRow => ({
      certificate,
      kind: 'correspondent',
      origin: originOf(certificate),
    })),
  ];
}

/** Sorted; what is equal keeps the order of the addresses, so that the same rows never jump. */
export function sortedRows(
  rows: readonly CertificateRow[],
  key: SortKey,
  descending: boolean,
): CertificateRow[] {
  const byAddress = (one: CertificateRow, other: CertificateRow): number =>
    nameOf(one).localeCompare(nameOf(other));
  const compare = {
    address: byAddress,
    until: (one: CertificateRow, other: CertificateRow) =>
      one.certificate.notAfter.getTime() - other.certificate.notAfter.getTime(),
    kind: (one: CertificateRow, other: CertificateRow) => other.kind.localeCompare(one.kind),
  }[key];
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => sign * compare(one, other) || byAddress(one, other));
}

function nameOf({ certificate }: CertificateRow): string {
  return certificate.emailAddresses[0]?.toLowerCase() ?? certificate.subject;
}

/** Whether its owner has issued it: no authority stands behind it. */
export function isSelfIssued({ subject, issuer }: Certificate): boolean {
  return subject === issuer;
}

/** The common name in a distinguished name, or the whole of it. */
export function shortName(name: string): string {
  return /(?:^|[,+]\s*)CN=((?:[^,+\\]|\\.)+)/i.exec(name)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? name;
}

/** What mail the certificate may be used for, as it says itself, whenever it is valid. */
export function purposesOf(certificate: Certificate): ('sign' | 'encrypt')[] {
  if (!isForMail(certificate)) return [];
  const within = certificate.notBefore;
  return [
    ...(canSignWith(certificate, within) ? (['sign'] as const) : []),
    ...(canEncryptTo(certificate, within) ? (['encrypt'] as const) : []),
  ];
}
