import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The service in development: it answers everything that is not the tab itself. */
const SERVICE = 'http://127.0.0.1:3978';

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What several views share comes as one file instead of forty small ones.
        codeSplitting: {
          groups: [{ name: 'shared', minShareCount: 4, test: /node_modules|tab\/src\/(ui|words)/ }],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': SERVICE, '/demo': SERVICE } },
});
