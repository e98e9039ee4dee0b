/**
 * The package's entry: what `contract.ts` declares. Of its names only `createEngine` is a value;
 * `index.d.ts` of the built package is made from `contract.ts` alone.
 */
import type * as contract from './contract.ts';
import { createEngine as create } from './page/create.ts';

export type * from './contract.ts';

export const createEngine: typeof contract.createEngine = create;
