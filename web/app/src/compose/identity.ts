import type { Certificate, Key } from '@signet/smime';
import { sameAddress } from '../certificates/address.ts';
import { canEncryptTo } from '../certificates/choice.ts';
import type { KeyFile } from '../keys/key-files.ts';

/** An address the user can write as, and what is known to stand behind it. */
export interface Identity {
  readonly address: string;
  /** The unlocked key to sign with, or null. */
  readonly key: Key | null;
  /** The locked files that may hold a key for this address. */
  readonly files: readonly KeyFile[];
  /** To encrypt the author's own copy to. */
  readonly certificate: Certificate | null;
}

/** The addresses of the unlocked keys first, then those of stored files as far as they are known. */
export function identities(
  keys: readonly Key[],
  files: readonly KeyFile[],
  locked: readonly KeyFile[],
): Identity[] {
  const now = new Date();
  const leaves = (file: KeyFile): Certificate[] =>
    file.certificates.filter((certificate) => !certificate.isCa);
  const addresses = [
    ...keys.flatMap((key) => key.certificate.emailAddresses),
    ...files.flatMap((file) => leaves(file).flatMap((certificate) => certificate.emailAddresses)),
  ];
  const distinct = addresses.filter(
    (address, index) => addresses.findIndex((other) => sameAddress(other, address)) === index,
  );
  return distinct.map((address): Identity => {
    const names = (certificate: Certificate): boolean =>
      certificate.emailAddresses.some((other) => sameAddress(other, address));
    const certificates = [...keys.map((key) => key.certificate), ...files.flatMap(leaves)].filter(
      names,
    );
    return {
      address,
      key: keys.find((key) => key.canSign && names(key.certificate)) ?? null,
      files: locked.filter((file) => file.certificates.some(names)),
      certificate: certificates.find((certificate) => canEncryptTo(certificate, now)) ?? null,
    };
  });
}

/** The identity with one of the preferred addresses, such as those that an answered message was sent to, else the first. */
export function senderFor(own: readonly Identity[], preferred: readonly string[]): Identity | null {
  const fits = (one: Identity): boolean =>
    preferred.some((address) => sameAddress(one.address, address));
  return own.find(fits) ?? own[0] ?? null;
}
