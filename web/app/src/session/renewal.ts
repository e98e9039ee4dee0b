import { Observable } from '../state/observable.ts';

/**
 * A session that ended while its user was at work, until the user has signed in again. What needs the server waits
 * meanwhile, so that nothing of the work is lost. One of a page; it does nothing while nobody is signed in.
 */
export class Renewal extends Observable {
  private active = false;
  private needed = false;
  private asking = false;
  private missedAnswer = false;
  private waiting: ((renewed: boolean) => void)[] = [];

  /** Whether the session has ended and was not renewed. */
  get isNeeded(): boolean {
    return this.needed;
  }

  /** Whether the user is being asked to sign in again; false as well when that was put off. */
  get isAsked(): boolean {
    return this.asking;
  }

  /** A user has signed in, anew. */
  watch(): void {
    this.settle(false);
    this.active = true;
  }

  /** The user is gone: whoever waits is told that nothing comes. */
  end(): void {
    this.active = false;
    this.settle(false);
  }

  /** Asks the user. Resolves with whether the session was renewed; false at once where nobody is signed in. */
  renewed(): Promise<boolean> {
    if (!this.active) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.ask();
    });
  }

  /** Asks the user, for something that could not wait and has failed. */
  missed(): void {
    if (!this.active) return;
    this.missedAnswer = true;
    this.ask();
  }

  /** Asks the user, as soon as it is known that the session has ended. */
  ask(): void {
    if (!this.active || (this.needed && this.asking)) return;
    this.needed = true;
    this.asking = true;
    this.changed();
  }

  /** The user does not want to sign in now: what waits fails, and the next request asks again. */
  putOff(): void {
    this.asking = false;
    this.answer(false);
    this.changed();
  }

  /**
   * The same user has signed in again: what waits goes on.
   *
   * @returns whether something could not wait, so that it should be done anew
   */
  done(): boolean {
    const missed = this.missedAnswer;
    this.settle(true);
    return missed;
  }

  private settle(renewed: boolean): void {
    this.needed = false;
    this.asking = false;
    this.missedAnswer = false;
    this.answer(renewed);
    this.changed();
  }

  private answer(renewed: boolean): void {
    const { waiting } = this;
    this.waiting = [];
    for (const tell of waiting) tell(renewed);
  }
}
