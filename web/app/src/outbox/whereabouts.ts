import type { FolderRole, MailServer } from '../mail/source.ts';

/** How many of the newest mails of a folder are looked at. */
const looked = 50;
/** How long the server may take to show them, in ms. */
const patience = 15_000;

/** Where a stored message is now: still among the drafts, among the sent mail, or it could not be found out. */
export type Whereabouts = 'drafts' | 'sent' | 'unknown';

/** Looks for a message whose sending was not answered. Sent mail is looked at first: there it was taken. */
export async function whereIs(server: MailServer, id: string): Promise<Whereabouts> {
  if (await holds(server, 'sent', id)) return 'sent';
  return (await holds(server, 'drafts', id)) ? 'drafts' : 'unknown';
}

/** False where it is not among the newest, or the server does not say. */
function holds(server: MailServer, role: FolderRole, id: string): Promise<boolean> {
  const folder = server.folders.find((one) => one.role === role);
  if (folder === undefined) return Promise.resolve(false);
  const listing = server.list({
    folder: folder.id,
    search: '',
    order: { column: 'date', descending: true },
  });
  return new Promise((resolve) => {
    const end = (found: boolean): void => {
      clearTimeout(timer);
      ending();
      listing.close();
      resolve(found);
    };
    const look = (): void => {
      if (listing.failure !== null) return end(false);
      if (listing.indexOf(id) >= 0) return end(true);
      if (listing.total === null) return;
      const places = Math.min(listing.total, looked);
      const all = Array.from({ length: places }, (_, index) => listing.at(index));
      if (all.some((entry) => entry?.id === id)) end(true);
      else if (all.every((entry) => entry !== null)) end(false);
    };
    const timer = setTimeout(() => end(false), patience);
    const ending = listing.subscribe(look);
    listing.need(0, looked);
    look();
  });
}
