/** The longest that `setTimeout` can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** Tells when unlocked keys were not used for some time. */
export class IdleTimer {
  readonly #onIdle: () => void;
  #deadline: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  /** Counts anew from now. */
  restart(milliseconds: number): void {
    this.#deadline = Date.now() + milliseconds;
    this.#wait(milliseconds);
  }

  /** When the time is over, in milliseconds since 1970, or undefined while it is not counted. */
  get deadline(): number | undefined {
    return this.#deadline;
  }

  get running(): boolean {
    return this.#deadline !== undefined;
  }

  stop(): void {
    this.#deadline = undefined;
    clearTimeout(this.#timer);
  }

  /** Whether the time is over, by the clock: a timer does not run while the computer sleeps. */
  isOver(): boolean {
    return this.#deadline !== undefined && Date.now() >= this.#deadline;
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        if (milliseconds > LONGEST_MS) return this.#wait(milliseconds - LONGEST_MS);
        // Over by the timer, even where the clock was set back meanwhile.
        this.#deadline = -Infinity;
        this.#onIdle();
      },
      Math.min(milliseconds, LONGEST_MS),
    );
  }
}
