/** What a mail server says when it has certainly not sent a message. */
const refusals = new Set([
  'signed-out',
  'wrong-password',
  'no-folder',
  'refused',
  'not-found',
  'over-quota',
  'too-large',
  'forbidden-from',
  'forbidden-to-send',
  'no-recipients',
  'too-many-recipients',
  'invalid-recipients',
  'invalid-mail',
]);

/** Whether the server refused. Anything else, such as a connection that was lost, leaves open whether it has sent. */
export function wasRefused(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'MailFailure' &&
    'code' in error &&
    refusals.has(String(error.code))
  );
}
