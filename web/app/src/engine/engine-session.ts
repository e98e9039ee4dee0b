import type { Engine, Key, Language, OpenedMessage, OpenOptions } from '@signet/smime';
import { Observable } from '../state/observable.ts';

/** How often the page looks whether keys were forgotten meanwhile, in ms. */
const watchEvery = 5000;

/**
 * The engine of one signed-in user, and which keys it holds unlocked. The engine starts when it is first needed;
 * where that fails, the next call tries again.
 */
export class EngineSession extends Observable {
  private readonly start: () => Promise<Engine>;
  private started: Promise<Engine> | null = null;
  private running: Engine | null = null;
  private unlocked: readonly Key[] = [];
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(start: () => Promise<Engine>) {
    super();
    this.start = start;
  }

  get keys(): readonly Key[] {
    return this.unlocked;
  }

  /** When the unlocked keys will be locked unless they are used before; null where none is unlocked. */
  get lockAt(): Date | null {
    return this.unlocked.length === 0 ? null : (this.running?.locksAt() ?? null);
  }

  engine(): Promise<Engine> {
    this.started ??= this.begin();
    return this.started;
  }

  private async begin(): Promise<Engine> {
    try {
      this.running = await this.start();
      return this.running;
    } catch (error) {
      this.started = null;
      throw error;
    }
  }

  /** Has reports told in another language, those that there are already as well. */
  speak(language: Language): void {
    if (this.running !== null) this.running.language = language;
  }

  async open(message: Uint8Array, options: OpenOptions): Promise<OpenedMessage> {
    const engine = await this.engine();
    const opened = await engine.open(message, options);
    await this.look();
    return opened;
  }

  async unlock(p12: Uint8Array, passphrase: string): Promise<Key[]> {
    const engine = await this.engine();
    const keys = await engine.unlock(p12, passphrase);
    await this.look();
    return keys;
  }

  /**
   * Opens a .p12 in an engine of its own that ends with it: what the passphrase opens is looked at, and stays locked.
   * `use` sees that engine before it ends.
   */
  async prove<T>(
    p12: Uint8Array,
    passphrase: string,
    use: (engine: Engine, keys: readonly Key[]) => Promise<T>,
  ): Promise<T> {
    const engine = await this.start();
    try {
      return await use(engine, await engine.unlock(p12, passphrase));
    } finally {
      await engine.close();
    }
  }

  async lock(): Promise<void> {
    if (this.started === null) return;
    const engine = await this.started;
    await engine.lock();
    this.take([]);
  }

  async close(): Promise<void> {
    const { started } = this;
    this.started = null;
    this.running = null;
    this.take([]);
    if (started !== null) await (await started).close();
  }

  /** Asks the engine which keys it still holds. */
  async look(): Promise<void> {
    if (this.started === null) return;
    const engine = await this.started;
    this.take(await engine.keys());
  }

  private take(keys: readonly Key[]): void {
    const same =
      keys.length === this.unlocked.length &&
      keys.every((key, index) => key.id === this.unlocked[index]?.id);
    this.unlocked = keys;
    if (keys.length > 0)
      this.timer ??= setInterval(() => void this.look().catch(() => this.take([])), watchEvery);
    else if (this.timer !== null) {
      clearInterval(this.timer);
      this.timer = null;
    }
    if (!same) this.changed();
  }
}
