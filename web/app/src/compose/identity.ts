import type { Certificate, Key } from '@signet/smime';
import { sameAddress } from '../certificates/address.ts';
import { canEncryptTo } from '../certificates/choice.ts';
import type { KeyFile } from '../keys/key-files.ts';

/** An address the user can write as, and what is known to stand behind it. */
export interface Identity {
  readonly address: string;
  /** As the mail server has it; empty where there is none. */
  readonly name: string;
  /** The unlocked key to sign with, or null. */
  readonly key: Key | null;
  /** The locked files that may hold a key for this address. */
  readonly files: readonly KeyFile[];
  /** To encrypt the author's own copy to. */
  readonly certificate: Certificate | null;
}

/** Which of one's own certificates is for an address and a purpose: `OwnCertificates.defaultFor`. */
export type DefaultFor = (address: string, purpose: 'sign' | 'encrypt') => Certificate | null;

/** What is known of the user beyond keys. */
export interface Known {
  /** What the mail server lets the user send from; `*@` stands for every address of a domain, and is none itself. */
  readonly served?: readonly { readonly name: string; readonly address: string }[] | undefined;
  readonly defaultFor?: DefaultFor;
}

/**
 * The addresses that the mail server lets the user send from come first, then those of the unlocked keys, then those of
 * stored files as far as they are known. Where a certificate is meant for the address, no other one is used.
 */
export function identities(
  keys: readonly Key[],
  files: readonly KeyFile[],
  locked: readonly KeyFile[],
  { served = [], defaultFor = () => null }: Known = {},
): Identity[] {
  const now = new Date();
  const leaves = (file: KeyFile): Certificate[] =>
    file.certificates.filter((certificate) => !certificate.isCa);
  const addresses = [
    ...served.map((one) => one.address).filter((address) => !address.startsWith('*')),
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
    const meant = defaultFor(address, 'sign');
    const signs = (certificate: Certificate): boolean =>
      meant === null ? names(certificate) : same(certificate, meant);
    return {
      address,
      name: served.find((one) => sameAddress(one.address, address))?.name ?? '',
      key: keys.find((key) => key.canSign && signs(key.certificate)) ?? null,
      files: locked.filter((file) => file.certificates.some(signs)),
      certificate:
        defaultFor(address, 'encrypt') ??
        certificates.find((certificate) => canEncryptTo(certificate, now)) ??
        null,
    };
  });
}

function same(one: Certificate, other: Certificate): boolean {
  return one.fingerprints.sha256 === other.fingerprints.sha256;
}

/** The identity with one of the preferred addresses, such as those that an answered message was sent to, else the first. */
export function senderFor(own: readonly Identity[], preferred: readonly string[]): Identity | null {
  const fits = (one: Identity): boolean =>
    preferred.some((address) => sameAddress(one.address, address));
  return own.find(fits) ?? own[0] ?? null;
}
