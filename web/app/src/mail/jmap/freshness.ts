/** How often the server is asked while the page is seen, in ms. */
const every = 30_000;

/** How long after a failure it is asked again, at first and at most, in ms. */
const soonest = 2000;
const latest = 60_000;

/**
 * When the server is asked what is new: while the page is seen, when it comes to be seen, and soon after something was
 * changed. After a failure ever more rarely.
 */
export class Freshness {
  /** Resolves with whether the server answered; never rejects. */
  private readonly ask: (signal: AbortSignal) => Promise<boolean>;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: AbortController | null = null;
  private again = false;
  private failures = 0;
  private active = false;

  constructor(ask: (signal: AbortSignal) => Promise<boolean>) {
    this.ask = ask;
  }

  start(): void {
    if (this.active) return;
    this.active = true;
    this.failures = 0;
    document.addEventListener('visibilitychange', this.look);
    window.addEventListener('focus', this.look);
    window.addEventListener('online', this.look);
    this.plan(every);
  }

  stop(): void {
    this.active = false;
    document.removeEventListener('visibilitychange', this.look);
    window.removeEventListener('focus', this.look);
    window.removeEventListener('online', this.look);
    this.running?.abort();
    this.running = null;
    this.again = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Asks at once; where that is under way, once more after it. */
  now(): void {
    if (!this.active) return;
    if (this.running !== null) this.again = true;
    else void this.run();
  }

  /** Something failed elsewhere: it is asked soon whether the server is there. */
  lost(): void {
    if (this.active && this.running === null && this.failures === 0) {
      this.failures = 1;
      this.plan(soonest);
    }
  }

  private readonly look = (): void => {
    if (document.visibilityState === 'visible') this.now();
  };

  private plan(delay: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // Nobody sees what is new; coming back asks.
      if (document.visibilityState === 'visible' || this.failures > 0) this.now();
      else this.plan(every);
    }, delay);
  }

  private async run(): Promise<void> {
    const running = new AbortController();
    this.running = running;
    const answered = await this.ask(running.signal);
    if (this.running !== running) return;
    this.running = null;
    this.failures = answered ? 0 : this.failures + 1;
    if (answered && this.again) {
      this.again = false;
      void this.run();
      return;
    }
    this.again = false;
    this.plan(answered ? every : Math.min(latest, soonest * 2 ** (this.failures - 1)));
  }
}
