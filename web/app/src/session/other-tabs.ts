/** What a tab tells the others: of its session, never whose it is. */
type Word =
  /** Somebody signed in here. */
  | 'begun'
  /** The session that `begun` told of is the one that another tab was waiting for. */
  | 'awaited'
  /** The user signed out here. */
  | 'ended';

/** The other tabs of this site in this browser. */
export class OtherTabs {
  private readonly channel = new BroadcastChannel('signet-session');

  /** Calls `hear` for every word of another tab. */
  constructor(hear: (word: Word) => void) {
    this.channel.addEventListener('message', (event: MessageEvent<unknown>) => {
      const word = event.data;
      if (word === 'begun' || word === 'awaited' || word === 'ended') hear(word);
    });
  }

  tell(word: Word): void {
    // A channel is heard by its own site alone, and takes no other address.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.channel.postMessage(word);
  }

  close(): void {
    this.channel.close();
  }
}
