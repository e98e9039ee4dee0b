import type { FolderRole, MailFolder } from '../source.ts';
import { record } from './session.ts';

export const mailboxProperties: readonly string[] = [
  'id',
  'name',
  'parentId',
  'role',
  'sortOrder',
  'totalEmails',
  'unreadEmails',
];

/** How folders with a role stand among those beside them: first, and in this order. */
const roles: readonly FolderRole[] = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash'];

interface Mailbox {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly role: FolderRole | null;
  readonly order: number;
  readonly total: number;
  readonly unread: number;
}

/** An account's mailboxes (RFC 8621, section 2), as a list in which each stands below what it is in. */
export class Folders {
  private readonly mailboxes = new Map<string, Mailbox>();
  private listed: readonly MailFolder[] = [];

  get all(): readonly MailFolder[] {
    return this.listed;
  }

  byRole(role: FolderRole): MailFolder | null {
    return this.listed.find((folder) => folder.role === role) ?? null;
  }

  /** Takes what `Mailbox/get` answered in place of all that was known. */
  replace(list: readonly unknown[]): void {
    this.mailboxes.clear();
    this.merge(list, []);
  }

  /** Takes what has changed. */
  merge(list: readonly unknown[], destroyed: readonly string[]): void {
    for (const one of list) {
      const mailbox = { ...this.mailboxes.get(idOf(one)), ...mailboxOf(one) };
      this.mailboxes.set(mailbox.id, mailbox);
    }
    for (const id of destroyed) this.mailboxes.delete(id);
    this.listed = this.sorted();
  }

  /** Counts what was done here until the server has counted it. */
  count(id: string, total: number, unread: number): void {
    const mailbox = this.mailboxes.get(id);
    if (mailbox === undefined) return;
    this.mailboxes.set(id, {
      ...mailbox,
      total: Math.max(0, mailbox.total + total),
      unread: Math.max(0, mailbox.unread + unread),
    });
    this.listed = this.sorted();
  }

  private sorted(): readonly MailFolder[] {
    const below = new Map<string, Mailbox[]>();
    for (const mailbox of this.mailboxes.values()) {
      // One whose parent is not known would not be seen at all.
      const parent = this.mailboxes.has(mailbox.parent) ? mailbox.parent : '';
      below.set(parent, [...(below.get(parent) ?? []), mailbox]);
    }
    const found: MailFolder[] = [];
    const visited = new Set<string>();
    const visit = (parent: string, depth: number): void => {
      for (const mailbox of (below.get(parent) ?? []).toSorted(compare)) {
        if (visited.has(mailbox.id)) continue;
        visited.add(mailbox.id);
        const { id, name, role, total, unread } = mailbox;
        found.push({ id, name, role, depth, total, unread });
        visit(id, depth + 1);
      }
    };
    visit('', 0);
    return found;
  }
}

const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(one: Mailbox, other: Mailbox): number {
  return rank(one) - rank(other) || one.order - other.order || words.compare(one.name, other.name);
}

function rank({ role }: Mailbox): number {
  return role === null ? roles.length : roles.indexOf(role);
}

function idOf(value: unknown): string {
  const { id } = record(value);
  return typeof id === 'string' ? id : '';
}

/** Only what is there: an update names some properties alone. */
function mailboxOf(value: unknown): Mailbox {
  const mailbox = record(value);
  const found: Record<string, unknown> = { id: idOf(value) };
  const take = (name: string, from: string, read: (value: unknown) => unknown): void => {
    if (from in mailbox) found[name] = read(mailbox[from]);
  };
  take('name', 'name', String);
  take('parent', 'parentId', (id) => (typeof id === 'string' ? id : ''));
  take('role', 'role', roleOf);
  take('order', 'sortOrder', Number);
  take('total', 'totalEmails', Number);
  take('unread', 'unreadEmails', Number);
  return found as unknown as Mailbox;
}

function roleOf(value: unknown): FolderRole | null {
  return roles.find((role) => role === value) ?? null;
}
