import type { Engine } from '@signet/smime';
import type { Composition } from '../compose/composition.ts';
import { fileNameFor, make, MissingCertificates, type Protection } from '../compose/make.ts';
import type { Draft } from '../compose/mime-writer.ts';
import { emptyStart } from '../compose/start.ts';
import { failureOf, type Failure } from '../engine/failure.ts';
import type { LocalSource } from '../mail/local-source.ts';
import { save } from '../mail/saving.ts';
import type { MailEntry, MailServer } from '../mail/source.ts';
import { Observable } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import { ChangedByServer, Dispatch, type Outcome, type Phase } from './dispatch.ts';
import type { Readers } from './read-back.ts';

/** What is to go out: a draft that was checked, and its protection. */
export interface Job {
  readonly draft: Draft;
  readonly protection: Protection;
}

export type OutboxState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly phase: 'making' | Phase; readonly fraction: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not everybody has got it, or that is not known; `again` and `look` go on. */
  | { readonly kind: 'open'; readonly failure: Failure; readonly outcome: Outcome }
  | { readonly kind: 'sent'; readonly to: readonly string[] }
  | { readonly kind: 'made'; readonly entry: MailEntry; readonly name: string };

/** What the outbox works with. */
export interface Surroundings {
  engine(): Promise<Engine>;
  readonly content: Readers['content'];
  /** Certificates that help to verify. */
  intermediates(): Uint8Array[];
  readonly composition: Composition;
  readonly files: LocalSource;
  announce(text: string): void;
  /** The engine may have been told to forget keys after each use. */
  keysUsed(): void;
}

/** Makes the mail that is written and sends it. Whatever goes wrong, nothing is sent and the draft stays. */
export class Outbox extends Observable {
  private readonly around: Surroundings;
  private current: OutboxState = { kind: 'idle' };
  private abort: AbortController | null = null;
  private dispatch: Dispatch | null = null;
  /** What is done once everything is sent. */
  private sent: () => Promise<void> = () => Promise.resolve();

  constructor(around: Surroundings) {
    super();
    this.around = around;
  }

  get state(): OutboxState {
    return this.current;
  }

  get busy(): boolean {
    return this.current.kind === 'busy';
  }

  /** Once the mail server was told to send there is no way back. */
  get cancellable(): boolean {
    return this.current.kind === 'busy' && this.current.phase !== 'submitting';
  }

  cancel(): void {
    if (this.cancellable) this.abort?.abort();
  }

  /** Nothing more is said of what was sent or failed. */
  clear(): void {
    if (!this.busy) this.take({ kind: 'idle' });
  }

  /** Something kept the draft from becoming a message. */
  refuse(failure: Failure): void {
    this.take({ kind: 'failed', failure });
    this.around.announce(failure.text);
  }

  async send(server: MailServer, job: Job): Promise<void> {
    const { composition } = this.around;
    const { number } = composition;
    const { origin } = composition.state;
    const { draftId } = composition;
    const { draft, protection } = job;
    await this.run(texts.nothingSent, async (signal) => {
      const engine = await this.around.engine();
      const messages = await this.make(engine, job, signal);
      const dispatch = new Dispatch(
        server,
        { engine, content: this.around.content },
        {
          from: draft.from.address,
          messages,
          made: { signed: protection.sign !== null, encrypted: protection.encrypt !== null },
          options: { intermediates: this.around.intermediates() },
        },
      );
      this.dispatch = dispatch;
      this.sent = async () => {
        if (composition.number === number) composition.begin(emptyStart);
        if (draftId !== null) await server.destroy([draftId]).catch(() => undefined);
        if (origin !== null)
          await origin.source.setFlags([origin.id], { [origin.as]: true }).catch(() => undefined);
      };
      await this.conclude(await dispatch.send(this.watcher(signal)));
    });
  }

  /** Without a mail server: saves the message as a file. */
  async saveFile(job: Job): Promise<void> {
    const { composition, files, announce } = this.around;
    const { revision } = composition;
    await this.run(texts.nothingSaved, async (signal) => {
      const engine = await this.around.engine();
      const messages = await this.make(engine, job, signal);
      signal.throwIfAborted();
      const name = fileNameFor(job.draft.subject);
      let first: MailEntry | null = null;
      for (const { message } of messages) {
        const entry = await files.add(message, 'written');
        first ??= entry;
        save(message, name, 'message/rfc822');
      }
      if (first === null) throw new RangeError('nothing was made');
      composition.kept(revision);
      this.take({ kind: 'made', entry: first, name });
      announce(texts.made(name));
    });
  }

  /** Looks once more whether what was not answered has been sent. */
  async look(): Promise<void> {
    const { dispatch } = this;
    if (dispatch === null) return;
    await this.run(texts.nothingSent, async () => this.conclude(await dispatch.look()));
  }

  /** Sends again what is not known to have been sent: the user has been told what is known. */
  async again(): Promise<void> {
    const { dispatch } = this;
    if (dispatch === null) return;
    await this.run(texts.nothingSent, async (signal) =>
      this.conclude(await dispatch.again(this.watcher(signal))),
    );
  }

  private make(engine: Engine, { draft, protection }: Job, signal: AbortSignal) {
    return make(engine, draft, protection, {
      signal,
      onProgress: (done, total) => this.progress('making', total > 0 ? done / total : -1),
    });
  }

  private watcher(signal: AbortSignal) {
    return {
      signal,
      onPhase: (phase: Phase, fraction: number) => this.progress(phase, fraction),
    };
  }

  private progress(phase: 'making' | Phase, fraction: number): void {
    const before = this.current;
    this.take({ kind: 'busy', phase, fraction });
    if (before.kind === 'busy' && before.phase !== phase) this.around.announce(texts.phases[phase]);
  }

  private async run(
    said: (why: string) => string,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.busy) return;
    const abort = new AbortController();
    this.abort = abort;
    this.take({ kind: 'busy', phase: 'making', fraction: -1 });
    try {
      await work(abort.signal);
    } catch (error) {
      const failure = abort.signal.aborted
        ? { code: 'aborted', text: texts.smimeErrors.aborted }
        : failureToSend(error);
      this.refuse({ code: failure.code, text: said(failure.text) });
    } finally {
      if (this.abort === abort) this.abort = null;
      this.around.keysUsed();
    }
  }

  private async conclude(outcome: Outcome): Promise<void> {
    if (outcome.state === 'sent') {
      this.dispatch = null;
      this.take({ kind: 'sent', to: outcome.to });
      this.around.announce(texts.sent(outcome.to));
      await this.sent();
      return;
    }
    if (outcome.state === 'refused' && outcome.sentTo.length === 0 && outcome.cause !== null) {
      this.dispatch = null;
      throw outcome.cause;
    }
    const failure = failureOfOutcome(outcome);
    this.take({ kind: 'open', failure, outcome });
    this.around.announce(failure.text);
  }

  private take(state: OutboxState): void {
    this.current = state;
    this.changed();
  }
}

function failureToSend(error: unknown): Failure {
  if (error instanceof MissingCertificates)
    return { code: 'missing-certificate', text: texts.missingCertificates(error.addresses) };
  if (error instanceof ChangedByServer)
    return { code: 'changed-by-server', text: texts.changedByServer };
  return failureOf(error);
}

function failureOfOutcome(outcome: Exclude<Outcome, { state: 'sent' }>): Failure {
  const { sentTo, openTo, cause, where } = outcome;
  if (outcome.state === 'unknown') {
    const partly = sentTo.length === 0 ? '' : texts.sent(sentTo);
    const text = [partly, texts.unknownOutcome(openTo), texts.whereabouts[where]];
    return { code: 'unknown-outcome', text: text.join(' ').trim() };
  }
  const why = cause === null ? '' : failureOf(cause).text;
  return { code: 'partly-sent', text: `${texts.partlySent(sentTo, openTo)} ${why}`.trim() };
}
