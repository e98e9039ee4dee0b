import type { Bytes } from '../host/border.ts';
import { badArgument, Failure, unsupportedOption } from './failure.ts';

/** Gives a copy of an array of the caller's, in a buffer of its own that can be given away. */
export type Source = () => Bytes;

/** An array of octets from the caller, of any realm and over any kind of buffer. */
export function octets(argument: string, value: unknown): Source {
  if (Object.prototype.toString.call(value) !== '[object Uint8Array]') {
    throw badArgument(argument, 'a Uint8Array');
  }
  const array = value as Uint8Array;
  const { length } = array;
  return () => {
    // Read again only when the call has to be repeated; the caller may have given it away by then.
    if (array.length !== length) throw badArgument(argument, 'left alone until the call has ended');
    try {
      return new Uint8Array(array);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Failure('too-large', 'there is not enough memory', { argument });
    }
  };
}

export function octetsList(argument: string, value: unknown): () => Bytes[] {
  if (!Array.isArray(value)) throw badArgument(argument, 'an array of Uint8Array');
  const sources = value.map((item, index) => octets(`${argument}[${index}]`, item));
  return () => sources.map((source) => source());
}

export function textList(argument: string, value: unknown): string[] {
  if (!Array.isArray(value)) throw badArgument(argument, 'an array of strings');
  return value.map((item, index) => text(`${argument}[${index}]`, item));
}

export function text(argument: string, value: unknown): string {
  if (typeof value !== 'string') throw badArgument(argument, 'a string');
  return value;
}

export function flag(argument: string, value: unknown): boolean {
  if (value !== undefined && typeof value !== 'boolean') throw badArgument(argument, 'a boolean');
  return value === true;
}

/** Milliseconds since 1970; now, where the caller says nothing. */
export function instant(argument: string, value: unknown): number {
  if (value === undefined) return Date.now();
  const date = Object.prototype.toString.call(value) === '[object Date]' ? (value as Date) : null;
  const time = date?.getTime() ?? NaN;
  if (Number.isNaN(time)) throw badArgument(argument, 'a valid Date');
  return time;
}

/** One of a few values that the contract names; another is one that is not supported. */
export function choice<T extends string>(
  argument: string,
  value: unknown,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw badArgument(argument, 'a string');
  if (!known.includes(value as T)) throw unsupportedOption(argument);
  return value as T;
}

export function number(argument: string, value: unknown, least: number, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least) {
    throw badArgument(argument, `a number of at least ${least}`);
  }
  return value;
}

/** Options that were given, or none; anything but an object is refused. */
export function optionsOf<T extends object>(argument: string, value: T | undefined): Partial<T> {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null) throw badArgument(argument, 'an object');
  return value;
}

/** An address; a relative one is taken from the page's. */
export function address(argument: string, value: unknown): URL {
  if (typeof value !== 'string' && !(value instanceof URL)) {
    throw badArgument(argument, 'a string or a URL');
  }
  const base = typeof document === 'undefined' ? import.meta.url : document.baseURI;
  if (!URL.canParse(value, base)) throw badArgument(argument, 'an address');
  return new URL(value, base);
}
