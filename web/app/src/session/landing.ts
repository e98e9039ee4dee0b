/**
 * Whether the browser has come back from the provider without having been signed in; the address says so once, and
 * is cleaned, so that a page that is loaded again does not repeat it.
 */
export function cameBackInVain(): boolean {
  const address = new URL(window.location.href);
  const said = address.searchParams.get('sign-in');
  if (said === null) return false;
  address.searchParams.delete('sign-in');
  history.replaceState(history.state, '', address);
  return said === 'failed';
}
