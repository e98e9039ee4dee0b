import { failureOf } from '../engine/failure.ts';
import { Observable } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import type { MailFlags, MailFolder, MailSource } from './source.ts';

/** What became of the last action. */
export interface ActionNote {
  readonly text: string;
  readonly failed: boolean;
  /** Takes it back; null where that cannot be. */
  readonly undo: (() => Promise<void>) | null;
}

/** What can be done with mails of a folder, with a word on what came of it and the way back. Never throws. */
export class MailActions extends Observable {
  private readonly announce: (text: string) => void;
  private current: ActionNote | null = null;

  constructor(announce: (text: string) => void) {
    super();
    this.announce = announce;
  }

  get note(): ActionNote | null {
    return this.current;
  }

  dismiss(): void {
    this.current = null;
    this.changed();
  }

  /** @returns whether it was done */
  async flag(
    source: MailSource,
    ids: readonly string[],
    change: Partial<MailFlags>,
  ): Promise<boolean> {
    return this.run(async () => {
      await source.setFlags(ids, change);
      this.announce(flagged(ids.length, change));
      return null;
    });
  }

  /** @returns whether it was done */
  async move(
    source: MailSource,
    ids: readonly string[],
    from: MailFolder,
    to: MailFolder,
  ): Promise<boolean> {
    return this.run(async () => {
      await source.move(ids, to.id);
      return {
        text: texts.movedTo(ids.length, folderName(to)),
        undo: async () => source.move(ids, from.id),
      };
    });
  }

  /** @returns whether it was done */
  async remove(source: MailSource, ids: readonly string[], from: MailFolder): Promise<boolean> {
    const forGood = isForGood(source, from);
    return this.run(async () => {
      await source.remove(ids);
      return forGood
        ? { text: texts.removedForGood(ids.length), undo: null }
        : {
            text: texts.movedToTrash(ids.length),
            undo: async () => source.move(ids, from.id),
          };
    });
  }

  async undo(): Promise<void> {
    const back = this.current?.undo;
    if (!back) return;
    await this.run(async () => {
      await back();
      return { text: texts.undone, undo: null };
    });
  }

  private async run(
    act: () => Promise<{ text: string; undo: (() => Promise<void>) | null } | null>,
  ): Promise<boolean> {
    try {
      const done = await act();
      if (done !== null) this.say({ ...done, failed: false });
      return true;
    } catch (error) {
      this.say({ text: failureOf(error).text, undo: null, failed: true });
      return false;
    }
  }

  private say(note: ActionNote): void {
    this.current = note;
    this.announce(note.text);
    this.changed();
  }
}

/** Whether what is removed from this folder cannot be had back. */
export function isForGood(source: MailSource, from: MailFolder): boolean {
  return from.role === 'trash' || !source.folders.some((folder) => folder.role === 'trash');
}

/** A folder's name in the language of now, where it has a role. */
export function folderName(folder: MailFolder): string {
  return folder.role === null ? folder.name : texts.folderRoles[folder.role];
}

function flagged(count: number, change: Partial<MailFlags>): string {
  if (change.seen !== undefined)
    return change.seen ? texts.markedRead(count) : texts.markedUnread(count);
  return change.flagged === true ? texts.starred(count) : texts.unstarred(count);
}
