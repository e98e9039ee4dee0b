import type { Certificate, CertificateReport } from '@signet/smime';
import type { EngineSession } from '../engine/engine-session.ts';
import { Observable } from '../state/observable.ts';
import { sameAddress } from './address.ts';
import type { Capabilities, CertificateStore } from './store.ts';

/** Certificates of those whom the user writes to. */
export class Correspondents extends Observable {
  private readonly engine: EngineSession;
  private readonly store: CertificateStore;
  private certificates: readonly Certificate[] = [];
  private readonly known = new Map<string, Capabilities>();

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
    for (const { fingerprint, capabilities } of kept) {
      if (capabilities !== undefined) this.known.set(fingerprint, capabilities);
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

  /** What the engine says on the certificate; null where it cannot say yet. */
  async check(certificate: Certificate): Promise<CertificateReport | null> {
    const engine = await this.engine.engine();
    return engine
      .checkCertificate(certificate.der, { intermediates: this.ders() })
      .catch(() => null);
  }

  async keep(certificate: Certificate): Promise<void> {
    const fingerprint = certificate.fingerprints.sha256;
    await this.write(certificate);
    this.certificates = [
      ...this.certificates.filter((one) => one.fingerprints.sha256 !== fingerprint),
      certificate,
    ];
    this.changed();
  }

  /** Keeps the certificate unless it, or one that lasts longer for the same addresses, is kept already. */
  async keepIfNewer(certificate: Certificate): Promise<boolean> {
    if (certificate.emailAddresses.length === 0) return false;
    const covered = certificate.emailAddresses.every((address) =>
      this.certificates.some(
        (one) =>
          one.notAfter >= certificate.notAfter &&
          one.emailAddresses.some((other) => sameAddress(other, address)),
      ),
    );
    if (covered) return false;
    await this.keep(certificate);
    return true;
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
    const certificate = { fingerprint: fingerprints.sha256, der };
    return this.store.keep(
      capabilities === undefined ? certificate : { ...certificate, capabilities },
    );
  }

  async forget(fingerprint: string): Promise<void> {
    this.known.delete(fingerprint);
    await this.store.forget(fingerprint);
    this.certificates = this.certificates.filter((one) => one.fingerprints.sha256 !== fingerprint);
    this.changed();
  }

  private ders(): Uint8Array[] {
    return this.certificates.map((certificate) => certificate.der);
  }
}
