import type { Certificate } from '@signet/smime';
import { comparable, sameAddress } from '../certificates/address.ts';
import { canEncryptTo } from '../certificates/choice.ts';
import type { CertificateStore, Preference } from '../certificates/store.ts';
import { canSignWith } from '../certificates/suitability.ts';
import { Observable } from '../state/observable.ts';
import type { KeyFile, KeyFiles } from './key-files.ts';

/** What one of one's own certificates is used for. */
export type Purpose = 'sign' | 'encrypt';

/** Which of one's own certificates, old and new, is used for which address. The choice is kept in this browser. */
export class OwnCertificates extends Observable {
  private readonly keyFiles: KeyFiles;
  private readonly store: CertificateStore;
  private preferences: readonly Preference[] = [];

  constructor(keyFiles: KeyFiles, store: CertificateStore) {
    super();
    this.keyFiles = keyFiles;
    this.store = store;
    keyFiles.subscribe(() => this.changed());
  }

  async load(): Promise<void> {
    this.preferences = await this.store.preferences();
    this.changed();
  }

  /**
   * The certificate that is used for the address: the one that was chosen, while it can be used, else the one that was
   * issued last; null where none can be used now.
   */
  defaultFor(address: string, purpose: Purpose, at = new Date()): Certificate | null {
    const usable = this.all.filter(
      (certificate) =>
        certificate.emailAddresses.some((other) => sameAddress(other, address)) &&
        canServe(certificate, purpose, at),
    );
    const chosen = this.preferenceFor(address)?.[purpose];
    return (
      usable.find(({ fingerprints }) => fingerprints.sha256 === chosen) ??
      usable.toSorted((one, other) => other.notBefore.getTime() - one.notBefore.getTime())[0] ??
      null
    );
  }

  /** The addresses for which this certificate is used now, for signing or for the copies that one keeps. */
  defaultOf(certificate: Certificate): string[] {
    const is = (other: Certificate | null): boolean =>
      other?.fingerprints.sha256 === certificate.fingerprints.sha256;
    return certificate.emailAddresses.filter(
      (address) => is(this.defaultFor(address, 'sign')) || is(this.defaultFor(address, 'encrypt')),
    );
  }

  /** Uses the certificate for each of its addresses from now on, as far as it can serve. */
  async makeDefault(certificate: Certificate): Promise<void> {
    const print = certificate.fingerprints.sha256;
    const at = new Date();
    for (const address of certificate.emailAddresses) {
      const before = this.preferenceFor(address);
      await this.store.prefer({
        ...before,
        address: comparable(address),
        ...(canServe(certificate, 'sign', at) ? { sign: print } : {}),
        ...(canServe(certificate, 'encrypt', at) ? { encrypt: print } : {}),
      });
    }
    await this.load();
  }

  /** The file that holds the certificate, or null. */
  fileOf(certificate: Certificate): KeyFile | null {
    return (
      this.keyFiles.all.find((file) =>
        file.certificates.some(
          (one) => one.fingerprints.sha256 === certificate.fingerprints.sha256,
        ),
      ) ?? null
    );
  }

  private get all(): Certificate[] {
    return this.keyFiles.all.flatMap((file) => file.certificates.filter((one) => !one.isCa));
  }

  private preferenceFor(address: string): Preference | undefined {
    return this.preferences.find((one) => one.address === comparable(address));
  }
}

/** Whether the certificate can be used so at that instant. */
export function canServe(certificate: Certificate, purpose: Purpose, at: Date): boolean {
  return purpose === 'sign' ? canSignWith(certificate, at) : canEncryptTo(certificate, at);
}
