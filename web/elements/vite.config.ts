import { defineConfig } from 'vitest/config';
import { base } from '../vitest.base.ts';

export default defineConfig({
  build: {
    target: ['chrome123', 'firefox120', 'safari18.2'],
    sourcemap: true,
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    rolldownOptions: { external: [/^lit(\/|$)/, 'dompurify', /^@zxcvbn-ts\//] },
  },
  test: { ...base, environment: 'jsdom' },
});
