import { preparedPassphrase } from '@signet/elements';
import type { Certificate, Engine, Key, Pkcs12Info } from '@signet/smime';
import type { CertificateStore } from '../certificates/store.ts';
import type { EngineSession } from '../engine/engine-session.ts';
import { isSmimeError } from '../engine/failure.ts';
import type { Api, StoredKeyFile } from '../session/api.ts';
import { Observable } from '../state/observable.ts';

/** An encrypted key file on the server, and what may be known of it without its passphrase. */
export interface KeyFile extends StoredKeyFile {
  readonly info: Pkcs12Info | null;
  /** Leaf first where known: from the file, or as this browser saw them when it was unlocked. */
  readonly certificates: readonly Certificate[];
  /** Ids of the keys that were unlocked from it and may be unlocked still. */
  readonly keyIds: readonly string[];
}

const accountMark = 'S/MIME ';

/**
 * The user name under which a password manager keeps the passphrase of a key file: not an account's, and the same in
 * every language.
 */
export function accountOf(name: string): string {
  return `${accountMark}${name}`;
}

/** Whether this is the name of a key file's passphrase: what stands beside it must not be sent to the server. */
export function isKeyAccount(name: string): boolean {
  return name.startsWith(accountMark);
}

/** The user's encrypted key files. */
export class KeyFiles extends Observable {
  private readonly api: Api;
  private readonly engine: EngineSession;
  private readonly store: CertificateStore;
  private files: readonly KeyFile[] = [];
  private isLoaded = false;

  constructor(api: Api, engine: EngineSession, store: CertificateStore) {
    super();
    this.api = api;
    this.engine = engine;
    this.store = store;
  }

  get all(): readonly KeyFile[] {
    return this.files;
  }

  get loaded(): boolean {
    return this.isLoaded;
  }

  /** Reads the list anew; what is known of a file whose bytes did not change is kept. */
  async load(): Promise<void> {
    const listed = await this.api.keyFiles();
    const known = new Map(this.files.map((file) => [file.id, file]));
    this.files = await Promise.all(
      listed.map(async (file) => {
        const before = known.get(file.id);
        if (before?.sha256 === file.sha256) return { ...before, ...file };
        // Another passphrase locks nothing: what was unlocked from the file stays so.
        return { ...(await this.inspect(file)), keyIds: before?.keyIds ?? [] };
      }),
    );
    this.isLoaded = true;
    this.changed();
  }

  /** Under which a password manager keeps the passphrase of this file, and no other's. */
  account({ id, name }: KeyFile): string {
    const others = this.files.some((other) => other.name === name && other.id !== id);
    return accountOf(others ? `${name} (${id.slice(0, 4)})` : name);
  }

  bytes(id: string): Promise<Uint8Array> {
    return this.api.readKeyFile(id);
  }

  /** Stores a file whose passphrase was proved; `keys` are those that it holds. */
  async add(name: string, p12: Uint8Array, keys: readonly Key[]): Promise<void> {
    const id = crypto.randomUUID();
    await this.api.createKeyFile(id, name, p12);
    await this.load();
    await this.remember(id, keys, []);
  }

  /** Unlocks a stored file; rejects with what the engine or the server says. */
  async unlock(id: string, passphrase: string): Promise<Key[]> {
    const keys = await this.open(await this.bytes(id), passphrase);
    await this.remember(
      id,
      keys,
      keys.map((key) => key.id),
    );
    return keys;
  }

  /**
   * Puts the file under another passphrase, in this browser, and stores that in the place of the version which is
   * listed. The file is left as it is where that is not possible; the list is then read anew.
   *
   * @param newPassphrase in the form in which it is to be used
   * @throws {HttpError} 412: the file was changed elsewhere meanwhile
   */
  async changePassphrase(id: string, passphrase: string, newPassphrase: string): Promise<void> {
    const file = this.files.find((one) => one.id === id);
    if (file === undefined) throw new RangeError('no such key file');
    const p12 = await this.bytes(id);
    const [fresh, held] = await this.prove(p12, passphrase, async (engine, keys, used) => [
      await engine.reprotectPkcs12(p12, used, newPassphrase, { compatible: true }),
      keys,
    ]);
    try {
      await this.api.replaceKeyFile(id, file.name, fresh, file.sha256);
    } finally {
      await this.load();
    }
    await this.remember(id, held, this.files.find((one) => one.id === id)?.keyIds ?? []);
  }

  /**
   * Opens a .p12 in an engine of its own, where nothing stays unlocked.
   *
   * @param use is given the passphrase in the form that opened it
   */
  async prove<T>(
    p12: Uint8Array,
    passphrase: string,
    use: (engine: Engine, keys: readonly Key[], used: string) => Promise<T>,
  ): Promise<T> {
    return eitherForm(passphrase, (form) =>
      this.engine.prove(p12, form, (engine, keys) => use(engine, keys, form)),
    );
  }

  private open(p12: Uint8Array, passphrase: string): Promise<Key[]> {
    return eitherForm(passphrase, (form) => this.engine.unlock(p12, form));
  }

  async remove(id: string): Promise<void> {
    await this.api.removeKeyFile(id);
    await this.load();
  }

  /** The files none of whose keys is unlocked now. */
  get locked(): readonly KeyFile[] {
    const unlocked = new Set(this.engine.keys.map((key) => key.id));
    return this.files.filter((file) => !file.keyIds.some((id) => unlocked.has(id)));
  }

  private async inspect(file: StoredKeyFile): Promise<KeyFile> {
    try {
      const p12 = await this.bytes(file.id);
      const engine = await this.engine.engine();
      const info = await engine.inspectPkcs12(p12);
      const certificates =
        info.certificates.length > 0 ? info.certificates : await this.remembered(file.sha256);
      return { ...file, info, certificates, keyIds: [] };
    } catch {
      // The list must show a file that cannot be read, so that it can be removed.
      return { ...file, info: null, certificates: [], keyIds: [] };
    }
  }

  private async remember(
    id: string,
    keys: readonly Key[],
    keyIds: readonly string[],
  ): Promise<void> {
    const certificates = distinct(keys.flatMap((key) => [key.certificate, ...key.chain]));
    const file = this.files.find((one) => one.id === id);
    if (file === undefined) return;
    this.files = this.files.map((one) => (one.id === id ? { ...one, certificates, keyIds } : one));
    this.changed();
    await this.store.rememberOwn(
      file.sha256,
      certificates.map((certificate) => certificate.der),
    );
  }

  private async remembered(sha256: string): Promise<Certificate[]> {
    const ders = await this.store.own(sha256);
    const engine = await this.engine.engine();
    return (await Promise.all(ders.map((der) => engine.readCertificates(der)))).flat();
  }
}

function distinct(certificates: readonly Certificate[]): Certificate[] {
  return [
    ...new Map(
      certificates.map((certificate) => [certificate.fingerprints.sha256, certificate]),
    ).values(),
  ];
}

/** As typed, and where that is wrong, in the form in which the product sets passphrases. */
async function eitherForm<T>(passphrase: string, work: (form: string) => Promise<T>): Promise<T> {
  try {
    return await work(passphrase);
  } catch (error) {
    const prepared = preparedPassphrase(passphrase);
    if (!isSmimeError(error) || error.code !== 'wrong-passphrase' || prepared === passphrase)
      throw error;
    return work(prepared);
  }
}
