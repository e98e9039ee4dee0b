/** Signing in and out. */
export const session = {
  signIn: 'Sign in',
  signingIn: 'Signing in …',
  signOut: 'Sign out',
  user: 'User',
  password: 'Password',
  wrongPassword: 'User or password is wrong.',
  tooManyAttempts: (seconds: number | null): string =>
    seconds === null
      ? 'Too many attempts. Wait a while.'
      : `Too many attempts. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  signInAway: 'You sign in at your organisation’s sign-in, and come back here.',
  signInFailed: 'Signing in did not succeed. Try again, or ask your administrator.',
  siteSignInMissing:
    'The sign-in of this site is missing: the server was not told who you are. Open the site by its usual address, where you sign in first.',
  signedOutHere: 'You are signed out here. The sign-in of the site itself may go on.',
  signInAgain: 'Sign in again',
  sessionEnded: 'Your session has ended.',
  nothingLost:
    'Nothing is lost: mail and drafts are still in this page, and what was under way goes on when you have signed in again.',
  signInInOtherTab: 'The sign-in opens in a new tab. Come back to this one afterwards.',
  openSignIn: 'Open the sign-in',
  signedInAgain: 'You are signed in again.',
  workIsElsewhere:
    'You are signed in again. Your mail and drafts are in the other tab; this one can be closed.',
};
