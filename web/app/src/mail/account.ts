import type { Failure } from '../engine/failure.ts';
import type { Observable } from '../state/observable.ts';
import type { MailServer } from './source.ts';

/** The user's account on the mail server, which need not be the one that this page came from. */
export interface MailAccount extends Observable {
  /** `signed-out`: the mail server wants to know who this is, by `signIn`. */
  readonly state: 'connecting' | 'signed-out' | 'ready' | 'failed';
  /** Null until the state is `ready`; it stays while the connection is lost and found again. */
  readonly server: MailServer | null;
  /** Why the state is `failed`, why the last `signIn` was refused, or why the connection is lost; else null. */
  readonly failure: Failure | null;
  /** The name that was given to `signIn` last; empty before. */
  readonly user: string;
  /** Name and password are held in the page's memory, and go to the mail server alone. */
  signIn(user: string, password: string): Promise<void>;
  /** Asks at once what is new, instead of in a while. */
  look(): void;
  /** Connects once more. */
  retry(): Promise<void>;
  /** Forgets name, password and mail. */
  close(): void;
}
