import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The port of the server that ./run started.
const server = `127.0.0.1:${process.env.MILLRACE_PORT ?? 8080}`;

export default defineConfig({
  // Relative, so that one build serves any context root.
  base: './',
  plugins: [react()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('src', import.meta.url)),
      // A test aid inside @rjsf/core asks for the validator that compiles code, which must never reach the browser.
      '@rjsf/validator-ajv8': fileURLToPath(new URL('src/lib/form/validator.ts', import.meta.url)),
    },
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // For scripts/third-party.mjs, which makes of it what is delivered.
    license: { fileName: 'third-party.json' },
    // The form library is larger than the usual limit, and is loaded only with a form.
    chunkSizeWarningLimit: 600,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': `http://${server}`,
      '/ws': { target: `ws://${server}`, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    // Its modules import others in a way that only bundlers resolve.
    server: { deps: { inline: [/@rjsf/] } },
    restoreMocks: true,
    unstubGlobals: true,
    // Files of tests share a worker's modules, since loading Mantine and jsdom anew costs more than most tests; setup.ts
    // empties what else they could share.
    isolate: false,
  },
});
