import type { Link } from './link.ts';

/** How long after an end it is connected again, at first and at most, in ms. */
const soonest = 2000;
const latest = 300_000;

/**
 * Hears from the server that something is new (RFC 8620, 7.3), while the page is seen: a browser has few connections
 * for each server, and every tab takes one. `EventSource` cannot say who its user is, so this reads the stream itself.
 */
export class Push {
  private readonly link: Link;
  private readonly told: () => void;
  private active = false;
  private open: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;

  constructor(link: Link, told: () => void) {
    this.link = link;
    this.told = told;
  }

  start(): void {
    if (this.active) return;
    this.active = true;
    document.addEventListener('visibilitychange', this.look);
    this.look();
  }

  stop(): void {
    this.active = false;
    document.removeEventListener('visibilitychange', this.look);
    this.end();
  }

  private end(): void {
    this.open?.abort();
    this.open = null;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private readonly look = (): void => {
    if (document.visibilityState !== 'visible') this.end();
    else if (this.open === null && this.timer === null) void this.listen();
  };

  private async listen(): Promise<void> {
    const open = new AbortController();
    this.open = open;
    const offered = await this.hear(open.signal).catch(() => true);
    if (this.open !== open) return;
    this.open = null;
    // Asking every while remains.
    if (!offered) this.stop();
    if (!this.active) return;
    const delay = Math.min(latest, soonest * 2 ** this.failures);
    this.failures += 1;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.look();
    }, delay);
  }

  /** Resolves when the stream has ended, with whether there is one at all. */
  private async hear(signal: AbortSignal): Promise<boolean> {
    const answer = await this.link.events(['Mailbox', 'Email'], signal);
    if (answer === null) return false;
    if (!/^text\/event-stream\b/i.test(answer.headers.get('Content-Type') ?? '')) return false;
    const reader = answer.body?.getReader();
    const text = new TextDecoder();
    let line = '';
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return true;
      this.failures = 0;
      const lines = (line + text.decode(chunk.value, { stream: true })).split(/\r\n|\r|\n/);
      // A line this long is none.
      line = lines.pop()?.slice(0, 1000) ?? '';
      if (lines.some((one) => /^event: ?state$/.test(one))) this.told();
    }
  }
}
