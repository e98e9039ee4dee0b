import { defineConfig } from 'vitest/config';
import { base } from '../vitest.base.ts';

const conditions = ['source', 'module', 'browser', 'development'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: ['source', 'node', 'module', 'development'] } },
  test: base,
});
