/** What the tests of every package share. */
import type { ViteUserConfig } from 'vitest/config';

// Vitest's reporters group failures by this; Node has it from version 21 on.
(Map as { groupBy?: unknown }).groupBy ??= <K, T>(items: Iterable<T>, key: (item: T) => K) => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

export const base = {
  include: ['test/**/*.test.ts'],
  reporters: ['default', 'junit'],
  outputFile: { junit: 'target/vitest.xml' },
  restoreMocks: true,
} satisfies ViteUserConfig['test'];
