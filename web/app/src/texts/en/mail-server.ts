import type { MailFailureCode } from '../../mail/jmap/failure.ts';

const mailFailures: Record<MailFailureCode, string> = {
  network: 'The mail server cannot be reached.',
  'signed-out': 'The mail server wants you to sign in.',
  'wrong-password': 'The mail server does not accept this name or password.',
  refused: 'The mail server does not allow this.',
  busy: 'The mail server is busy. Try again in a while.',
  'no-jmap': 'What answers in the mail server’s place is no mail server, or has no mail for you.',
  server: 'The mail server answered with an error.',
  'not-found': 'The mail is no longer on the mail server.',
  'over-quota': 'Your mailbox is full.',
  'too-large': 'The message is larger than the mail server takes.',
  'no-folder': 'Your mailbox lacks a folder that is needed for this.',
  'forbidden-from': 'The mail server does not let you send from this address.',
  'forbidden-to-send': 'The mail server does not let you send mail.',
  'no-recipients': 'The message has no recipient.',
  'too-many-recipients': 'The message has more recipients than the mail server takes.',
  'invalid-recipients': 'The mail server refuses these recipients.',
  'invalid-mail': 'The mail server does not take this as a message.',
};

/** The mail server: signing in to it, the connection, and what it refuses. */
export const mailServer = {
  mailServer: 'Mail server',
  connectingToMail: 'Connecting to the mail server …',
  mailSignIn: 'Sign in to your mail',
  mailSignInWhy:
    'The mail server wants to know who you are. Name and password stay in this page, and go to the mail server alone.',
  mailUser: 'Name or address',
  mailPassword: 'Mail password',
  mailSigningIn: 'Signing in …',
  mailLost:
    'The connection to the mail server is lost. It is being tried again; what was loaded stays.',
  mailSignedIn: 'You are signed in to your mail.',
  mailFailures,
};
