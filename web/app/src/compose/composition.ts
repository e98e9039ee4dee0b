import { Observable } from '../state/observable.ts';
import type { DraftAttachment } from './mime-writer.ts';
import { emptyStart, type ComposeStart } from './start.ts';

/** What the user writes, and what there was to begin with. */
export interface CompositionState extends ComposeStart {
  /** The sender's address that the user chose; empty for none. */
  readonly from: string;
}

const plain: CompositionState = { ...emptyStart, from: '' };

/** The one mail that is being written. It outlives the page that shows it, in memory only. */
export class Composition extends Observable {
  private current: CompositionState = plain;
  private count = 0;
  private keptCount = 0;
  private begun = 0;
  private touched = false;
  private draft: string | null = null;

  get state(): CompositionState {
    return this.current;
  }

  /** New for every mail that is begun. */
  get number(): number {
    return this.begun;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.count;
  }

  /** Whether something would be lost if the page were closed now. */
  get unsaved(): boolean {
    return this.count !== this.keptCount;
  }

  /** The draft on the server that holds an earlier version of this mail; null for none. */
  get draftId(): string | null {
    return this.draft;
  }

  /** Begins another mail; the one before is dropped. */
  begin(start: ComposeStart, draftId: string | null = null, from = ''): void {
    this.current = { ...start, from };
    this.begun += 1;
    this.touched = false;
    this.count += 1;
    this.keptCount = this.count;
    this.draft = draftId;
    this.changed();
  }

  /** Sets what a mail starts with, unless the user has changed something already. */
  suggest(change: Partial<CompositionState>): void {
    if (this.touched) return;
    this.current = { ...this.current, ...change };
    this.changed();
  }

  /** Takes over what the user did. */
  change(change: Partial<CompositionState>): void {
    this.current = { ...this.current, ...change };
    this.touched = true;
    this.count += 1;
    this.changed();
  }

  /** The version of this revision is safe; `draftId` where it is on the server. */
  kept(revision: number, draftId: string | null = this.draft): void {
    this.keptCount = Math.max(this.keptCount, revision);
    this.draft = draftId;
    this.changed();
  }

  /** Puts what was withheld into the text: the user wants it. */
  quoteAnyway(): void {
    const { withheld, text, attachments, quotesDecrypted } = this.current;
    if (withheld === null) return;
    this.change({
      text: `${text.trimEnd()}${withheld.text}`,
      attachments: [...attachments, ...withheld.attachments],
      withheld: null,
      quotesDecrypted: quotesDecrypted || withheld.decrypted,
    });
  }

  attach(files: readonly DraftAttachment[]): void {
    this.change({ attachments: [...this.current.attachments, ...files] });
  }

  detach(file: DraftAttachment): void {
    this.change({ attachments: this.current.attachments.filter((one) => one !== file) });
  }
}
