import { sameAddress } from '../certificates/address.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * The addresses that the signed-in user writes from, for choosing and for warnings; empty where they are not known. No
 * verdict depends on them.
 */
export function ownAddresses({ session, mail }: Pick<Workspace, 'session' | 'mail'>): string[] {
  const served = mail?.server?.identities.map(({ address }) => address) ?? [];
  const { user } = session;
  if (!user.includes('@') || served.some((address) => sameAddress(address, user))) return served;
  return [...served, user];
}
