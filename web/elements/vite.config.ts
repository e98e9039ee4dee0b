import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    target: ['chrome123', 'firefox120', 'safari18.2'],
    sourcemap: true,
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    rolldownOptions: { external: [/^lit(\/|$)/, 'dompurify'] },
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.ts'],
    reporters: ['default', ['junit', { outputFile: 'target/vitest.xml' }]],
  },
});
