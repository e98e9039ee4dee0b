import { randomBytes, randomInt } from 'node:crypto';

export type Octets = Uint8Array<ArrayBuffer>;

export const hex = (text: string): Octets =>
  new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
export const ascii = (text: string): Octets => new Uint8Array(Buffer.from(text, 'latin1'));
export const toHex = (octets: Uint8Array | null | undefined): string | null =>
  octets ? Buffer.from(octets).toString('hex') : null;
export const random = (length: number): Octets => new Uint8Array(randomBytes(length));
export const upTo = (limit: number): number => randomInt(limit);
