import { changingProperties, flagsOf, namesIn, type StoredEntry } from './entry.ts';
import { mailboxProperties } from './folders.ts';
import type { Call } from './client.ts';
import type { Changed } from './methods.ts';
import { batches, type Mirror } from './mirror.ts';
import { record } from './session.ts';

/** How many changes are followed one by one; beyond, everything is looked at anew. */
const atOnce = 500;

/**
 * Brings the mirror to what the server has, in one request where nothing has changed.
 *
 * @returns whether something had
 */
export async function catchUp(mirror: Mirror, signal?: AbortSignal): Promise<boolean> {
  await mirror.settled();
  const accountId = mirror.account;
  const got = (id: string, path: string): Call => [
    'Mailbox/get',
    {
      accountId,
      '#ids': { resultOf: 'mailboxes', name: 'Mailbox/changes', path },
      properties: mailboxProperties,
    },
    id,
  ];
  const answers = await mirror.link.call(
    [
      ['Mailbox/changes', { accountId, sinceState: mirror.mailboxState }, 'mailboxes'],
      got('created', '/created'),
      got('updated', '/updated'),
      ['Email/changes', { accountId, sinceState: mirror.emailState, maxChanges: atOnce }, 'mails'],
    ],
    signal,
  );
  let mailboxes = false;
  if (cannotTell(answers.errorType('mailboxes'))) {
    await loadFolders(mirror, signal);
    mailboxes = true;
  } else {
    const changes = answers.of('mailboxes', 'Mailbox/changes');
    mailboxes = changes.newState !== mirror.mailboxState;
    if (mailboxes) {
      const lists = ['created', 'updated'].map((id) => answers.of(id, 'Mailbox/get').list);
      mirror.folders.merge(lists.flat(), changes.destroyed);
      mirror.mailboxState = changes.newState;
    }
  }
  let mails = false;
  if (cannotTell(answers.errorType('mails'))) mails = await startAnew(mirror, signal);
  else mails = await follow(mirror, answers.of('mails', 'Email/changes'), signal);
  if (mailboxes) mirror.tell();
  if (mails) for (const list of mirror.lists) list.refresh();
  return mailboxes || mails;
}

/** The server has forgotten what was before: RFC 8620, 5.2. */
function cannotTell(type: string | null): boolean {
  return type === 'cannotCalculateChanges' || type === 'tooManyChanges';
}

export async function loadFolders(mirror: Mirror, signal?: AbortSignal): Promise<void> {
  const answers = await mirror.link.call(
    [
      [
        'Mailbox/get',
        { accountId: mirror.account, ids: null, properties: mailboxProperties },
        'get',
      ],
    ],
    signal,
  );
  const { list, state } = answers.of('get', 'Mailbox/get');
  mirror.folders.replace(list);
  mirror.mailboxState = state;
}

async function follow(mirror: Mirror, changes: Changed, signal?: AbortSignal): Promise<boolean> {
  if (changes.hasMoreChanges) return startAnew(mirror, signal);
  if (changes.newState === mirror.emailState) return false;
  mirror.entries.forget(changes.destroyed);
  mirror.recent.forget(changes.destroyed);
  const held = changes.updated.filter((id) => mirror.entries.has(id));
  await refreshEntries(mirror, held, signal);
  mirror.emailState = changes.newState;
  return true;
}

/** Looks at everything that is held, since nobody tells what has changed. */
async function startAnew(mirror: Mirror, signal?: AbortSignal): Promise<boolean> {
  const answers = await mirror.link.call(
    [['Email/get', { accountId: mirror.account, ids: [], properties: ['id'] }, 'get']],
    signal,
  );
  const { state } = answers.of('get', 'Email/get');
  await refreshEntries(mirror, mirror.entries.ids, signal);
  mirror.emailState = state;
  return true;
}

/** Asks for flags and folders of these mails. */
export async function refreshEntries(
  mirror: Mirror,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  for (const part of batches(ids, mirror.limits.get)) {
    const answers = await mirror.link.call(
      [
        [
          'Email/get',
          { accountId: mirror.account, ids: part, properties: changingProperties },
          'get',
        ],
      ],
      signal,
    );
    const { list, notFound } = answers.of('get', 'Email/get');
    mirror.entries.forget(notFound ?? []);
    mirror.entries.put(list.flatMap((email) => renewed(mirror, email)));
  }
}

function renewed(mirror: Mirror, email: unknown): StoredEntry[] {
  const { id, mailboxIds, keywords } = record(email);
  return mirror.entries.of([String(id)]).map((entry) => {
    const mailboxes = namesIn(mailboxIds);
    return {
      ...entry,
      flags: flagsOf(keywords),
      mailboxes,
      folder: mailboxes.includes(entry.folder) ? entry.folder : (mailboxes[0] ?? entry.folder),
    };
  });
}
