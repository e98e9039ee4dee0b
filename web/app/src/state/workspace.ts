import { language, onLanguage } from '@signet/elements';
import { createEngine, type Certificate, type OpenedMessage } from '@signet/smime';
import { Correspondents, savedText } from '../certificates/correspondents.ts';
import { CertificateStore } from '../certificates/store.ts';
import { answerTo, type AnswerKind } from '../compose/answer.ts';
import { attachedMessage } from '../compose/attached-message.ts';
import { Composition } from '../compose/composition.ts';
import { identities, senderFor, type Identity } from '../compose/identity.ts';
import { fileNameFor } from '../compose/make.ts';
import { emptyStart, type ComposeStart } from '../compose/start.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { failureOf } from '../engine/failure.ts';
import { KeyFiles } from '../keys/key-files.ts';
import { OwnCertificates } from '../keys/own-certificates.ts';
import { ContentReader } from '../mail/content-reader.ts';
import { JmapAccount } from '../mail/jmap/account.ts';
import { LearntKinds } from '../mail/kinds.ts';
import { LocalSource } from '../mail/local-source.ts';
import { Mailbox } from '../mail/mailbox.ts';
import { Opening } from '../mail/opening.ts';
import { Reading } from '../mail/reading.ts';
import type { MailEntry } from '../mail/source.ts';
import { DoubtfulDraft, Drafts } from '../outbox/drafts.ts';
import { Outbox } from '../outbox/outbox.ts';
import type { Api, Credentials, ServerConfig, Session } from '../session/api.ts';
import { texts } from '../texts/index.ts';
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
  readonly own: OwnCertificates;
  readonly correspondents: Correspondents;
  readonly files = new LocalSource();
  /** The account on the mail server; null where the site has none. */
  readonly mail: JmapAccount | null;
  private readonly kinds: LearntKinds;
  readonly reading: Reading;
  readonly mailbox: Mailbox;
  readonly opening: Opening;
  readonly route = new Route();
  private said = '';
  private told: OpenedMessage | null = null;
  private toldSaved = 0;
  readonly composition = new Composition();
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  /** Reads what is compared and what is edited; what is shown has a reader of its own. */
  private readonly contents = new ContentReader();
  private next: ComposeStart | null = null;
  private readonly endLanguage: () => void;

  constructor(api: Api, config: ServerConfig, session: Session) {
    super();
    this.config = config;
    this.session = session;
    const store = new CertificateStore(session.user);
    this.engine = new EngineSession(async () => {
      const engine = await createEngine({
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
      });
      // It may have been switched while the engine started.
      engine.language = language();
      return engine;
    });
    this.endLanguage = onLanguage(() => {
      this.engine.speak(language());
      this.announce('');
    });
    this.keyFiles = new KeyFiles(api, this.engine, store);
    this.own = new OwnCertificates(this.keyFiles, store);
    void this.own.load();
    this.correspondents = new Correspondents(this.engine, store);
    const kinds = new LearntKinds(session.user);
    this.kinds = kinds;
    this.mail = config.mail === null ? null : new JmapAccount(config.mail, config.signIn, kinds);
    this.reading = new Reading(this.engine, new ContentReader(), this.correspondents, kinds);
    this.files.kind = (entry) => this.reading.kind(entry);
    this.mailbox = new Mailbox(this.files, this.mail, (text) => this.announce(text));
    this.opening = new Opening(
      this.mailbox,
      this.reading,
      async (entry) => (await this.editDraft(entry)) === 'opened',
    );
    this.reading.subscribe(() => this.tellReading());
    const content = (entity: Uint8Array) =>
      this.contents.read(entity, new AbortController().signal);
    this.outbox = new Outbox({
      engine: () => this.engine.engine(),
      content,
      intermediates: () => this.correspondents.ders,
      composition: this.composition,
      files: this.files,
      announce: (text) => this.announce(text),
      keysUsed: () => void this.engine.look().catch(() => undefined),
    });
    this.drafts = new Drafts({
      engine: () => this.engine.engine(),
      content,
      composition: this.composition,
      server: () => this.mail?.server ?? null,
      sender: () => this.sender,
      sending: () => this.outbox.busy,
    });
  }

  /** Somebody has typed name and password again; the mail server may be waiting for them as well. */
  signInToMail({ user, password }: Credentials): void {
    if (this.mail?.state === 'signed-out') void this.mail.signIn(user, password);
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

  /** Whom the user can write as. */
  get identities(): Identity[] {
    const { engine, keyFiles, mail } = this;
    return identities(engine.keys, keyFiles.all, keyFiles.locked, {
      served: mail?.server?.identities,
      defaultFor: (address, purpose) => this.own.defaultFor(address, purpose),
    });
  }

  /** Whom the mail that is written is from; null where nobody can write. */
  get sender(): Identity | null {
    const { from, preferredFrom } = this.composition.state;
    return senderFor(this.identities, from === '' ? preferredFrom : [from]);
  }

  /** What a mail is to begin with that waits until it is decided what becomes of the one before. */
  get waiting(): ComposeStart | null {
    return this.next;
  }

  /** Opens the compose page on a new mail; where another one would be lost, the page asks first. */
  compose(start: ComposeStart = emptyStart): void {
    if (this.composition.unsaved || this.outbox.busy) this.next = start;
    else this.begin(start);
    this.route.go('compose');
    this.changed();
  }

  /** The user has decided: the mail that waits is begun, or not. */
  decide(begin: boolean): void {
    const { next } = this;
    this.next = null;
    if (begin && next !== null) this.begin(next);
    this.changed();
  }

  private begin(start: ComposeStart): void {
    this.outbox.clear();
    this.composition.begin(start);
  }

  /** Brings a draft from the mail server back to the compose page; `locked`: a key must be unlocked first. */
  async editDraft(entry: MailEntry): Promise<'opened' | 'locked' | 'failed'> {
    const server = this.mail?.server ?? null;
    if (server === null) return 'failed';
    await this.drafts.save();
    if (this.composition.unsaved) {
      this.announce(texts.dropHeading);
      return 'failed';
    }
    try {
      if (!(await this.drafts.open(server, entry.id))) return 'locked';
    } catch (error) {
      this.announce(error instanceof DoubtfulDraft ? texts.draftDoubtful : failureOf(error).text);
      return 'failed';
    }
    this.outbox.clear();
    this.route.go('compose');
    return 'opened';
  }

  /** Answers the mail that is open, or passes it on. */
  async answer(kind: AnswerKind): Promise<void> {
    const { entry, source, result } = this.reading;
    if (entry === null || source === null) return;
    const start = answerTo(kind, {
      summary: entry.summary,
      kind: this.reading.kind(entry),
      opened: result.opened,
      content: result.content,
      own: this.identities.map((one) => one.address),
    });
    const origin = {
      source,
      id: entry.id,
      as: kind === 'reply' || kind === 'reply-all' ? 'answered' : 'forwarded',
    } as const;
    const attachments =
      kind === 'forward-as-attachment'
        ? [
            attachedMessage(
              await this.reading.bytes(),
              result.opened,
              fileNameFor(entry.summary.subject),
            ),
          ]
        : start.attachments;
    this.compose({ ...start, attachments, origin });
  }

  async end(): Promise<void> {
    this.endLanguage();
    this.reading.close();
    this.drafts.close();
    this.contents.close();
    this.mailbox.close();
    this.mail?.close();
    this.kinds.close();
    await this.engine.close();
  }
}
