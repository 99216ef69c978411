import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { alias } from '../../../vite.config.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Pages for tests: parts of the app alone, on notebooks made up for the purpose. */
export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [react()],
  resolve: { alias },
  worker: { format: 'es' },
  build: {
    outDir: at('../../../.cache/test-pages'),
    emptyOutDir: true,
    target: 'chrome138',
    rollupOptions: { input: { reader: at('./reader/index.html') } },
  },
})
