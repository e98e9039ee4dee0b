import { forbiddenCharacter, type PassphrasePolicy } from '@signet/elements';
import type { Certificate, Engine, Key, Pkcs12Info } from '@signet/smime';
import { concernsOf, type Concern } from '../certificates/suitability.ts';
import type { KeyFiles } from './key-files.ts';

/** A .p12 that was chosen and looked at, its passphrase not yet known. */
export interface ChosenFile {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly info: Pkcs12Info;
}

/** Something that the user is to know of one certificate before the file is stored. */
export interface Finding {
  readonly concern: Concern;
  readonly certificate: Certificate;
}

/** What is found in certificates of one's own; those of authorities beside them are left out. */
export function findingsIn(
  certificates: readonly Certificate[],
  addresses: readonly string[],
  at: Date,
): Finding[] {
  return certificates
    .filter((certificate) => !certificate.isCa)
    .flatMap((certificate) =>
      concernsOf(certificate, addresses, at).map((concern) => ({ concern, certificate })),
    );
}

/** What the user has said to. */
export interface Consent {
  /** Findings that were shown. */
  readonly seen: readonly Finding[];
  /** Whether a weakly protected file is to be protected as today, under the same passphrase. */
  readonly reprotect: boolean;
  /** To protect it with, in place of one that may not be used; null while none was asked for. */
  readonly newPassphrase: string | null;
}

/** The file was stored, or what the user has to say first. */
export type ImportResult =
  | { readonly kind: 'stored'; readonly keys: readonly Key[] }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'passphrase-needed' };

/**
 * Opens the file with its passphrase in an engine of its own, and stores it encrypted; nothing is stored before the
 * user has seen what is to be known of it. Rejects with what the engine or the server says.
 */
export async function importKeyFile(
  keyFiles: KeyFiles,
  file: ChosenFile,
  passphrase: string,
  rules: { policy: PassphrasePolicy; addresses: readonly string[] },
  consent: Consent,
): Promise<ImportResult> {
  return keyFiles.prove(file.octets, passphrase, async (engine, keys, used) => {
    const findings = findingsIn(
      keys.map((key) => key.certificate),
      rules.addresses,
      new Date(),
    );
    if (findings.some((finding) => !consent.seen.some((seen) => isSame(finding, seen))))
      return { kind: 'findings', findings };
    const mustChange = used === '' || forbiddenCharacter(used, rules.policy) !== null;
    if (mustChange && consent.newPassphrase === null) return { kind: 'passphrase-needed' };
    const next = consent.newPassphrase ?? used;
    const reprotect = consent.newPassphrase !== null || consent.reprotect;
    const p12 = reprotect ? await protect(engine, file.octets, used, next) : file.octets;
    await keyFiles.add(file.name, p12, keys);
    return { kind: 'stored', keys };
  });
}

/** With a MAC that other programs know: what is stored here is what a person downloads for them. */
function protect(engine: Engine, p12: Uint8Array, passphrase: string, next: string) {
  return engine.reprotectPkcs12(p12, passphrase, next, { compatible: true });
}

function isSame(one: Finding, other: Finding): boolean {
  return (
    one.concern === other.concern &&
    one.certificate.fingerprints.sha256 === other.certificate.fingerprints.sha256
  );
}
