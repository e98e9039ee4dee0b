import type { Certificate, CertificateReport, CorrespondentReport } from '@signet/smime';
import type { EngineSession } from '../engine/engine-session.ts';
import { Observable } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import { sameAddress } from './address.ts';
import type { Capabilities, CertificateStore, Origin } from './store.ts';

/** A certificate that a mail has brought, and what it took the place of. */
export interface Saved {
  readonly certificate: Certificate;
  readonly address: string;
  readonly replaced: Certificate | null;
  /** The user has undone it. */
  readonly takenBack: boolean;
}

/** What was done, to a person. */
export function savedText({ address, replaced, takenBack }: Saved): string {
  if (takenBack)
    return replaced === null
      ? texts.certificateTakenBack(address)
      : texts.certificateGivenBack(address);
  return replaced === null ? texts.certificateSaved(address) : texts.certificateReplaced(address);
}

/** Certificates of those whom the user writes to. Which of them a mail may bring is the engine's to say. */
export class Correspondents extends Observable {
  private readonly engine: EngineSession;
  private readonly store: CertificateStore;
  private certificates: readonly Certificate[] = [];
  private readonly known = new Map<string, Capabilities>();
  private readonly origins = new Map<string, Origin>();
  private readonly takenBack = new Set<string>();

  constructor(engine: EngineSession, store: CertificateStore) {
    super();
    this.engine = engine;
    this.store = store;
  }

  get all(): readonly Certificate[] {
    return this.certificates;
  }

  /** What correspondents read, as the engine takes it: OIDs by fingerprint. */
  get capabilities(): Record<string, string[]> {
    return Object.fromEntries([...this.known].map(([print, { oids }]) => [print, [...oids]]));
  }

  async load(): Promise<void> {
    const kept = await this.store.correspondents();
    for (const { fingerprint, capabilities, origin } of kept) {
      if (capabilities !== undefined) this.known.set(fingerprint, capabilities);
      if (origin !== undefined) this.origins.set(fingerprint, origin);
    }
    const engine = await this.engine.engine();
    const read = await Promise.all(
      kept.map(({ der }) => engine.readCertificates(der).catch(() => [])),
    );
    this.certificates = read.flat();
    this.changed();
  }

  async read(bytes: Uint8Array): Promise<Certificate[]> {
    return (await this.engine.engine()).readCertificates(bytes);
  }

  /** What the engine says on the certificate, which came together with others; null where it cannot say. */
  async check(
    certificate: Certificate,
    beside: readonly Certificate[],
  ): Promise<CertificateReport | null> {
    const engine = await this.engine.engine();
    const intermediates = [...this.ders, ...beside.map((one) => one.der)];
    return engine.checkCertificate(certificate.der, { intermediates }).catch(() => null);
  }

  /** How the certificate came, or null where that was not noted. */
  origin({ fingerprints }: Certificate): Origin | null {
    return this.origins.get(fingerprints.sha256) ?? null;
  }

  has({ fingerprints }: Certificate): boolean {
    return this.certificates.some((one) => one.fingerprints.sha256 === fingerprints.sha256);
  }

  /** @param way how it came; missing: as it came before */
  async keep(certificate: Certificate, way?: Origin['way']): Promise<void> {
    const fingerprint = certificate.fingerprints.sha256;
    if (way !== undefined) this.origins.set(fingerprint, { way, at: Date.now() });
    await this.write(certificate);
    this.certificates = [
      ...this.certificates.filter((one) => one.fingerprints.sha256 !== fingerprint),
      certificate,
    ];
    this.changed();
  }

  /** Keeps what the engine says may be kept; null where there is nothing to keep, or the user has taken it back. */
  async save({
    certificate,
    address,
    decision,
    replaces,
  }: CorrespondentReport): Promise<Saved | null> {
    const fresh = certificate.certificate;
    if (decision !== 'import' || address === null) return null;
    if (this.takenBack.has(fresh.fingerprints.sha256)) return null;
    const older = this.certificates.find((one) => one.fingerprints.sha256 === replaces);
    // One that serves another address as well stays for that.
    const replaced = older !== undefined && servesNoOther(older, fresh) ? older : null;
    await this.keep(fresh, 'mail');
    if (replaced !== null) await this.forget(replaced.fingerprints.sha256);
    return { certificate: fresh, address, replaced, takenBack: false };
  }

  /** What there was before; the same certificate is not saved again while the page lasts. */
  async takeBack(saved: Saved): Promise<Saved> {
    const { certificate, replaced } = saved;
    this.takenBack.add(certificate.fingerprints.sha256);
    await this.forget(certificate.fingerprints.sha256);
    if (replaced !== null) await this.keep(replaced);
    return { ...saved, takenBack: true };
  }

  /**
   * Remembers what the owner of a certificate that is kept has said to read, in a signature that verified. What was
   * said last counts: an old mail that is read again changes nothing.
   */
  async learn(fingerprint: string, capabilities: Capabilities): Promise<void> {
    const kept = this.certificates.find((one) => one.fingerprints.sha256 === fingerprint);
    if (kept === undefined) return;
    if (capabilities.signedAt < (this.known.get(fingerprint)?.signedAt ?? 0)) return;
    this.known.set(fingerprint, capabilities);
    await this.write(kept);
  }

  private write({ der, fingerprints }: Certificate): Promise<void> {
    const capabilities = this.known.get(fingerprints.sha256);
    const origin = this.origins.get(fingerprints.sha256);
    return this.store.keep({
      fingerprint: fingerprints.sha256,
      der,
      ...(capabilities === undefined ? {} : { capabilities }),
      ...(origin === undefined ? {} : { origin }),
    });
  }

  async forget(fingerprint: string): Promise<void> {
    this.known.delete(fingerprint);
    await this.store.forget(fingerprint);
    this.certificates = this.certificates.filter((one) => one.fingerprints.sha256 !== fingerprint);
    this.changed();
  }

  /** The DER of all of them. */
  get ders(): Uint8Array[] {
    return this.certificates.map((certificate) => certificate.der);
  }
}

function servesNoOther(older: Certificate, newer: Certificate): boolean {
  return older.emailAddresses.every((address) =>
    newer.emailAddresses.some((other) => sameAddress(other, address)),
  );
}
