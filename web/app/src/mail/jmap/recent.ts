/** How much is held, in octets. */
const most = 24_000_000;

/** Messages that were read lately, so that looking at one again takes no download. */
export class RecentMessages {
  private readonly held = new Map<string, Uint8Array>();
  private octets = 0;

  get(id: string): Uint8Array | null {
    const message = this.held.get(id);
    if (message === undefined) return null;
    this.held.delete(id);
    this.held.set(id, message);
    return message;
  }

  put(id: string, message: Uint8Array): void {
    if (message.length > most / 2 || this.held.has(id)) return;
    this.held.set(id, message);
    this.octets += message.length;
    for (const [oldest, its] of this.held) {
      if (this.octets <= most) break;
      this.held.delete(oldest);
      this.octets -= its.length;
    }
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.octets -= this.held.get(id)?.length ?? 0;
      this.held.delete(id);
    }
  }

  clear(): void {
    this.held.clear();
    this.octets = 0;
  }
}
