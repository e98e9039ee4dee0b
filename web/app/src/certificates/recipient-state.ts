import type { Recipient } from '@signet/elements';
import type { Certificate } from '@signet/smime';
import { sameAddress } from './address.ts';
import { canEncryptTo, certificateFor } from './choice.ts';

/**
 * What is known of a certificate to encrypt to somebody with; of several that will not do the one that is nearest.
 *
 * @param complete whether the certificates are all that there are, or some are still being read
 */
export function recipientState(
  address: string,
  known: readonly Certificate[],
  complete: boolean,
  at: Date,
): Recipient {
  const usable = certificateFor(address, known, at);
  if (usable !== null) return { address, state: 'present', certificate: usable };
  if (!complete) return { address, state: 'checking' };
  const own = known.filter(
    (one) => !one.isCa && one.emailAddresses.some((other) => sameAddress(other, address)),
  );
  // One that could be encrypted to at another time.
  const certificate = own
    .filter((one) => canEncryptTo(one, one.notAfter))
    .toSorted((one, other) => other.notAfter.getTime() - one.notAfter.getTime())[0];
  if (certificate !== undefined)
    return {
      address,
      state: at > certificate.notAfter ? 'expired' : 'not-yet-valid',
      certificate,
    };
  const [other] = own;
  return other === undefined
    ? { address, state: 'missing' }
    : { address, state: 'not-for-encryption', certificate: other };
}
