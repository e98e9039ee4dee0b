import type { Envelope, FolderRole, MailFlags, ReadOptions } from '../source.ts';
import { flagsPatch, keywordsOf } from './entry.ts';
import { failureOfError, MailFailure } from './failure.ts';
import type { Got } from './methods.ts';
import type { Identity, Mirror } from './mirror.ts';
import { record } from './session.ts';

/** Uploads a message and imports it (RFC 8621, 4.8). */
export async function store(
  mirror: Mirror,
  message: Uint8Array,
  role: FolderRole,
  flags: Partial<MailFlags>,
  options: ReadOptions = {},
): Promise<string> {
  const folder = folderOf(mirror, role);
  const blobId = await mirror.link.upload(message, options);
  const emails = { mail: { blobId, mailboxIds: { [folder]: true }, keywords: keywordsOf(flags) } };
  const answers = await mirror.link.call(
    [['Email/import', { accountId: mirror.account, emails }, 'import']],
    options.signal,
  );
  const answer = answers.of('import', 'Email/import');
  const { id } = record(answer.created?.['mail']);
  if (typeof id === 'string') return id;
  const { type, existingId } = record(answer.notCreated?.['mail']);
  // The same octets are there already, in another folder perhaps: a server may keep one mail for both.
  if (type === 'alreadyExists' && typeof existingId === 'string') {
    await adopt(mirror, existingId, folder, flags);
    return existingId;
  }
  throw failureOfError(answer.notCreated?.['mail']);
}

async function adopt(
  mirror: Mirror,
  id: string,
  folder: string,
  flags: Partial<MailFlags>,
): Promise<void> {
  const update = { [id]: { [`mailboxIds/${folder}`]: true, ...flagsPatch(flags) } };
  const answers = await mirror.link.call([
    ['Email/set', { accountId: mirror.account, update }, 'set'],
  ]);
  const { notUpdated } = answers.of('set', 'Email/set');
  const refused = notUpdated?.[id];
  if (refused !== undefined) throw failureOfError(refused);
}

/**
 * Submits a stored message (RFC 8621, 7.5). It moves from the drafts to the sent mail only once the server has taken
 * it; where that fails, it was sent all the same.
 */
export async function submit(
  mirror: Mirror,
  id: string,
  envelope: Envelope,
  signal?: AbortSignal,
): Promise<void> {
  if (mirror.submissionAccount === null) throw new MailFailure('forbidden-to-send');
  if (envelope.to.length === 0) throw new MailFailure('no-recipients');
  if (mirror.identities.length === 0) await loadIdentities(mirror, signal);
  const identity = identityOf(mirror.identities, envelope.from);
  if (identity === null) throw new MailFailure('forbidden-from', [envelope.from]);
  const sent = folderOf(mirror, 'sent');
  const answers = await mirror.link.call(
    [
      [
        'EmailSubmission/set',
        {
          accountId: mirror.submissionAccount,
          create: {
            mail: {
              identityId: identity.id,
              emailId: id,
              envelope: {
                mailFrom: { email: envelope.from, parameters: null },
                rcptTo: envelope.to.map((email) => ({ email, parameters: null })),
              },
            },
          },
          onSuccessUpdateEmail: {
            '#mail': {
              mailboxIds: { [sent]: true },
              'keywords/$draft': null,
              'keywords/$seen': true,
            },
          },
        },
        'submit',
      ],
    ],
    signal,
  );
  const answer = answers.of('submit', 'EmailSubmission/set');
  if (answer.created?.['mail'] !== undefined) return;
  const failure = failureOfError(answer.notCreated?.['mail']);
  // The server need not say which address it meant.
  throw failure.code === 'forbidden-from'
    ? new MailFailure('forbidden-from', [envelope.from], failure.message)
    : failure;
}

async function loadIdentities(mirror: Mirror, signal?: AbortSignal): Promise<void> {
  const answers = await mirror.link.call(
    [['Identity/get', { accountId: mirror.submissionAccount, ids: null }, 'get']],
    signal,
  );
  if (answers.errorType('get') !== null) throw new MailFailure('forbidden-to-send');
  mirror.identities = identitiesOf(answers.of('get', 'Identity/get'));
}

export function identitiesOf({ list }: Got): Identity[] {
  return list.map((value) => {
    const { id, name, email } = record(value);
    return { id: String(id), name: typeof name === 'string' ? name : '', address: String(email) };
  });
}

/** The identity that has this address, or the one for all addresses of its domain (RFC 8621, section 6). */
function identityOf(identities: readonly Identity[], address: string): Identity | null {
  const wanted = address.toLowerCase();
  const domain = `*${wanted.slice(wanted.lastIndexOf('@'))}`;
  return (
    identities.find((identity) => identity.address.toLowerCase() === wanted) ??
    identities.find((identity) => identity.address.toLowerCase() === domain) ??
    null
  );
}

export function folderOf(mirror: Mirror, role: FolderRole): string {
  const folder = mirror.folders.byRole(role);
  if (folder === null) throw new MailFailure('no-folder', [role]);
  return folder.id;
}
