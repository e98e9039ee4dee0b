// @ts-check
import { build } from 'vite';

/** Browsers with WebAssembly GC and `light-dark()`. */
export const target = ['chrome123', 'firefox120', 'safari18.2'];

/**
 * @param {string} root
 * @param {string} engine path of the engine's files
 */
export async function buildPages(root, engine) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { SIGNET_ENGINE: JSON.stringify(engine) },
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    worker: { format: 'es' },
    build: {
      target,
      outDir: 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
}
