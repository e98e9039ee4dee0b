import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A correspondent's certificate. */
export interface KeptCertificate {
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly fingerprint: string;
  readonly der: Uint8Array;
  /** What its owner has said to read, in a signature that verified; missing where none said it. */
  readonly capabilities?: Capabilities;
  /** How it came; missing in what was kept before that was noted. */
  readonly origin?: Origin;
}

/** What somebody reads: OIDs, and when that was said, in milliseconds since 1970. */
export interface Capabilities {
  readonly oids: readonly string[];
  readonly signedAt: number;
}

/** How a certificate came to be kept: from a file, or from a mail that was opened. */
export interface Origin {
  readonly way: 'file' | 'mail';
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** Which of one's own certificates is used for an address where there are several: fingerprints, SHA-256. */
export interface Preference {
  /** In the form in which addresses are compared. */
  readonly address: string;
  readonly sign?: string;
  readonly encrypt?: string;
}

interface Schema extends DBSchema {
  correspondents: { key: string; value: KeptCertificate };
  preferences: { key: string; value: Preference };
  own: { key: string; value: { sha256: string; ders: Uint8Array[] } };
}

/**
 * Certificates in the browser's storage, apart for each user. Certificates are public; nothing else is ever written
 * there. Where the browser has no storage, they last as long as the page.
 */
export class CertificateStore {
  private readonly database: Promise<IDBPDatabase<Schema>> | null;
  private readonly correspondentsInMemory = new Map<string, KeptCertificate>();
  private readonly preferencesInMemory = new Map<string, Preference>();
  private readonly ownInMemory = new Map<string, Uint8Array[]>();

  constructor(user: string) {
    this.database =
      typeof indexedDB === 'undefined'
        ? null
        : openDB<Schema>(`signet-certificates-${user}`, 2, {
            upgrade(database, before) {
              if (before < 1) {
                database.createObjectStore('correspondents', { keyPath: 'fingerprint' });
                database.createObjectStore('own', { keyPath: 'sha256' });
              }
              database.createObjectStore('preferences', { keyPath: 'address' });
            },
            // Another tab with a newer version of the page must not wait for this one.
            blocking(_, __, event) {
              (event.target as IDBDatabase).close();
            },
          });
    this.database?.catch(() => undefined);
  }

  async correspondents(): Promise<KeptCertificate[]> {
    const database = await this.reach();
    return database === null
      ? [...this.correspondentsInMemory.values()]
      : database.getAll('correspondents');
  }

  async keep(certificate: KeptCertificate): Promise<void> {
    const database = await this.reach();
    if (database === null) this.correspondentsInMemory.set(certificate.fingerprint, certificate);
    else await database.put('correspondents', certificate);
  }

  async forget(fingerprint: string): Promise<void> {
    const database = await this.reach();
    if (database === null) this.correspondentsInMemory.delete(fingerprint);
    else await database.delete('correspondents', fingerprint);
  }

  /** The certificates that a key file with this SHA-256 was seen to hold. */
  async own(sha256: string): Promise<Uint8Array[]> {
    const database = await this.reach();
    if (database === null) return this.ownInMemory.get(sha256) ?? [];
    return (await database.get('own', sha256))?.ders ?? [];
  }

  async rememberOwn(sha256: string, ders: Uint8Array[]): Promise<void> {
    const database = await this.reach();
    if (database === null) this.ownInMemory.set(sha256, ders);
    else await database.put('own', { sha256, ders });
  }

  async preferences(): Promise<Preference[]> {
    const database = await this.reach();
    return database === null
      ? [...this.preferencesInMemory.values()]
      : database.getAll('preferences');
  }

  async prefer(preference: Preference): Promise<void> {
    const database = await this.reach();
    if (database === null) this.preferencesInMemory.set(preference.address, preference);
    else await database.put('preferences', preference);
  }

  private async reach(): Promise<IDBPDatabase<Schema> | null> {
    return this.database === null ? null : this.database.catch(() => null);
  }
}
