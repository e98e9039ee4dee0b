import { decodeByTable } from '../host/base64.ts';
import { Failure } from './failure.ts';

/** Turns a parsed value of JSON into one of type T, deeply frozen; throws where it has another shape. */
export type Reader<T> = (value: unknown) => T;

/** @throws Failure `internal-error`: the engine and the SDK disagree about a report */
export function readJson<T>(json: string | null, reader: Reader<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json ?? '');
  } catch {
    throw mismatch('JSON');
  }
  return reader(value);
}

export function mismatch(expected: string): Failure {
  return new Failure('internal-error', 'a report of the engine has an unknown shape', { expected });
}

export const string: Reader<string> = (value) => {
  if (typeof value !== 'string') throw mismatch('string');
  return value;
};

export const number: Reader<number> = (value) => {
  if (typeof value !== 'number') throw mismatch('number');
  return value;
};

export const boolean: Reader<boolean> = (value) => {
  if (typeof value !== 'boolean') throw mismatch('boolean');
  return value;
};

/** An instant in milliseconds since 1970. */
export const instant: Reader<Date> = (value) => new Date(number(value));

export const base64: Reader<Uint8Array> = (value) => {
  const octets = decodeByTable(new TextEncoder().encode(string(value)));
  if (octets === null) throw mismatch('base64');
  return octets.slice();
};

export function oneOf<T extends string>(...values: T[]): Reader<T> {
  return (value) => {
    if (!values.includes(value as T)) throw mismatch(values.join('|'));
    return value as T;
  };
}

export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : reader(value));
}

export function array<T>(reader: Reader<T>): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw mismatch('array');
    return Object.freeze(value.map(reader)) as T[];
  };
}

export function object<T extends object>(members: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  const readers = Object.entries<Reader<unknown>>(members);
  return (value) => {
    if (typeof value !== 'object' || value === null) throw mismatch('object');
    const source = value as Record<string, unknown>;
    const result = readers.map(([name, reader]) => [name, reader(source[name])] as const);
    return Object.freeze(Object.fromEntries(result)) as T;
  };
}
