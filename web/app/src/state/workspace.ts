import { createEngine, type Certificate, type OpenedMessage } from '@signet/smime';
import { Correspondents, savedText } from '../certificates/correspondents.ts';
import { CertificateStore } from '../certificates/store.ts';
import { emptyStart, type ComposeStart } from '../compose/reply.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { KeyFiles } from '../keys/key-files.ts';
import { ContentReader } from '../mail/content-reader.ts';
import { LocalSource } from '../mail/local-source.ts';
import { Reading } from '../mail/reading.ts';
import type { Api, ServerConfig, Session } from '../session/api.ts';
import { language } from './language.ts';
import { Observable } from './observable.ts';
import { Route } from './route.ts';

/** The folder with the engine's worker and module, named by their content. */
declare const SIGNET_ENGINE: string;

/** Everything that belongs to one signed-in user; it is thrown away when the user signs out. */
export class Workspace extends Observable {
  readonly config: ServerConfig;
  readonly session: Session;
  readonly engine: EngineSession;
  readonly keyFiles: KeyFiles;
  readonly correspondents: Correspondents;
  readonly local = new LocalSource('local');
  readonly written = new LocalSource('written');
  readonly reading: Reading;
  readonly route = new Route();
  private said = '';
  private told: OpenedMessage | null = null;
  private toldSaved = 0;
  private start: ComposeStart = emptyStart;
  private drafts = 0;

  constructor(api: Api, config: ServerConfig, session: Session) {
    super();
    this.config = config;
    this.session = session;
    const store = new CertificateStore(session.user);
    this.engine = new EngineSession(async () =>
      createEngine({
        assets: new URL(SIGNET_ENGINE, window.location.origin),
        language: language(),
        trustAnchors: [await api.trustAnchors()],
        // Not the SDK's own way: the session, and with it its token, may be another one later.
        ocsp: config.ocsp
          ? (responder, question, signal) => api.askResponder(responder, question, signal)
          : false,
        policy: {
          contentCipher: config.contentCipher,
          digest: config.digest,
          newPassphrase: config.newPassphrase,
          unlockMinutes: config.unlockMinutes,
        },
      }),
    );
    this.keyFiles = new KeyFiles(api, this.engine, store);
    this.correspondents = new Correspondents(this.engine, store);
    this.reading = new Reading(this.engine, new ContentReader(), this.correspondents);
    this.reading.subscribe(() => this.tellReading());
  }

  /** What a screen reader is told. */
  get announcement(): string {
    return this.said;
  }

  announce(text: string): void {
    this.said = text;
    this.changed();
  }

  /** The verdict, and what the mail has brought: in one text, since a text that comes soon after would hide the first. */
  private tellReading(): void {
    const { saved, result } = this.reading;
    const { opened } = result;
    const fresh = saved.slice(this.toldSaved);
    this.toldSaved = saved.length;
    if (opened === this.told && fresh.length === 0) return;
    this.told = opened;
    if (opened !== null) this.announce([opened.status.message, ...fresh.map(savedText)].join(' '));
  }

  /** Every certificate that a recipient's may be found among: the correspondents' and the user's own. */
  get knownCertificates(): Certificate[] {
    return [
      ...this.correspondents.all,
      ...this.engine.keys.map((key) => key.certificate),
      ...this.keyFiles.all.flatMap((file) => file.certificates),
    ];
  }

  /** What the compose page starts with, and a number that is new for every draft. */
  get draft(): { start: ComposeStart; number: number } {
    return { start: this.start, number: this.drafts };
  }

  /** Opens the compose page on a new draft; the one before is dropped. */
  compose(start: ComposeStart): void {
    this.start = start;
    this.drafts += 1;
    this.route.go('compose');
    this.changed();
  }

  /** What was written so far, for when the user comes back to the compose page. In memory only. */
  keepDraft(start: ComposeStart): void {
    this.start = start;
  }

  async end(): Promise<void> {
    this.reading.close();
    await this.engine.close();
  }
}
