import { failureOf, wasAborted, type Failure } from '../../engine/failure.ts';
import type { Credentials, ServerConfig } from '../../session/api.ts';
import { Observable } from '../../state/observable.ts';
import type { MailAccount } from '../account.ts';
import type { LearntKinds } from '../kinds.ts';
import { JmapClient } from './client.ts';
import { MailFailure, mayPass } from './failure.ts';
import { Freshness } from './freshness.ts';
import { basic, type Identification } from './identification.ts';
import { Link } from './link.ts';
import { Push } from './push.ts';
import { JmapServer } from './server.ts';

type State = MailAccount['state'];

/** An account on a JMAP server, reached by the user's name and password or by what the site's sign-in left. */
export class JmapAccount extends Observable implements MailAccount {
  private readonly address: string;
  private readonly bySite: boolean;
  private readonly kinds: LearntKinds;
  user = '';
  private now: State = 'connecting';
  private open: JmapServer | null = null;
  private why: MailFailure | null = null;
  private identification: Identification | null = null;
  private attempt: AbortController | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private retries = 0;
  private readonly link = new Link((failure) => this.heard(failure));
  private readonly push = new Push(this.link, () => this.freshness.now());
  private readonly freshness = new Freshness((signal) => this.catchUp(signal));

  /**
   * @param address of the session resource: a path of this site, or another site's
   * @param signIn how this site's users sign in: where they do not type a password here, the mail server may know them
   * @param kinds what opening mails has shown
   */
  constructor(address: string, signIn: ServerConfig['signIn'], kinds: LearntKinds) {
    super();
    this.address = address;
    this.kinds = kinds;
    this.bySite = signIn !== 'local';
  }

  get state(): State {
    return this.now;
  }

  get server(): JmapServer | null {
    return this.open;
  }

  get failure(): Failure | null {
    return this.why === null ? null : failureOf(this.why);
  }

  /** Begins, with what the user has just typed to sign in to this site; null where he typed nothing. */
  async start(typed: Credentials | null): Promise<void> {
    if (typed !== null) this.identification = this.typed(typed);
    else if (this.bySite) this.identification = { authorization: null, credentials: 'same-origin' };
    await this.connect(null);
  }

  async signIn(user: string, password: string): Promise<void> {
    this.user = user;
    this.identification = this.typed({ user, password });
    await this.connect(new MailFailure('wrong-password'));
  }

  look(): void {
    if (this.now === 'ready') this.freshness.now();
  }

  async retry(): Promise<void> {
    if (this.now === 'ready') this.look();
    else await this.connect(null);
  }

  close(): void {
    this.stop();
    this.identification = null;
    this.open?.close();
    this.open = null;
    this.link.use(null);
  }

  private typed({ user, password }: Credentials): Identification {
    return {
      authorization: basic(user, password),
      // A site whose proxy signs its users in may not let anything pass without its cookie.
      credentials: this.bySite ? 'same-origin' : 'omit',
    };
  }

  /** @param refusal what to say where the mail server does not believe who this is */
  private async connect(refusal: MailFailure | null): Promise<void> {
    this.stop();
    const { identification } = this;
    if (identification === null) {
      this.become('signed-out', null);
      return;
    }
    const attempt = new AbortController();
    this.attempt = attempt;
    if (this.retries === 0) this.become('connecting', null);
    this.link.use(new JmapClient(this.address, identification));
    try {
      const server = await JmapServer.open(
        this.link,
        this.kinds,
        () => this.freshness.now(),
        attempt.signal,
      );
      if (this.attempt === attempt) this.arrived(server);
    } catch (error) {
      if (this.attempt !== attempt || wasAborted(error)) return;
      const failure =
        error instanceof MailFailure ? error : new MailFailure('no-jmap', [], '', error);
      this.attempt = null;
      if (failure.code === 'signed-out') this.forget(refusal);
      else this.become('failed', failure);
      if (mayPass(failure)) this.retryLater();
    }
  }

  private arrived(server: JmapServer): void {
    this.attempt = null;
    this.retries = 0;
    // The same account as before: what is shown goes on, and is brought up to now.
    if (this.open !== null && this.open.owner === server.owner) server.close();
    else {
      this.open?.close();
      this.open = server;
    }
    this.become('ready', null);
    this.freshness.start();
    this.push.start();
    void this.kinds.load(this.open.owner);
    this.open.resume();
    this.freshness.now();
  }

  private retryLater(): void {
    const delay = Math.min(60_000, 2000 * 2 ** this.retries);
    this.retries += 1;
    this.retryTimer = setTimeout(() => void this.connect(null), delay);
  }

  private stop(): void {
    this.attempt?.abort();
    this.attempt = null;
    this.freshness.stop();
    this.push.stop();
    if (this.retryTimer !== null) clearTimeout(this.retryTimer);
    this.retryTimer = null;
  }

  /** What was typed is not believed, or no longer. */
  private forget(failure: MailFailure | null): void {
    this.stop();
    this.retries = 0;
    this.identification = null;
    this.link.use(null);
    this.become('signed-out', failure);
  }

  /** What became of any request. */
  private heard(failure: MailFailure | null): void {
    if (this.now !== 'ready') return;
    if (failure === null) {
      if (this.why === null) return;
      this.become('ready', null);
      this.open?.resume();
    } else if (failure.code === 'signed-out') this.forget(null);
    else if (failure.code === 'network') {
      this.become('ready', failure);
      this.freshness.lost();
    }
  }

  private async catchUp(signal: AbortSignal): Promise<boolean> {
    try {
      await this.open?.catchUp(signal);
      return true;
    } catch (error) {
      return !mayPass(error);
    }
  }

  private become(state: State, failure: MailFailure | null): void {
    if (this.now === state && this.why?.code === failure?.code) return;
    this.now = state;
    this.why = failure;
    this.changed();
  }
}
