import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

type OutputOptions = Rolldown.OutputOptions

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const { version } = JSON.parse(readFileSync(at('./package.json'), 'utf8')) as { version: string }

export const alias = {
  '@shared': at('./shared'),
  '@renderer': at('./renderer'),
  '@electron': at('./electron'),
  '@test': at('./test'),
}

/** Options that the Node-side bundles share: one file each, next to nothing left outside. */
const nodeBundle = (
  name: string,
  entry: string,
  outDir: string,
  fileName: string,
  format: 'cjs' | 'es',
  output: OutputOptions = {},
) => ({
  consumer: 'server' as const,
  resolve: {
    noExternal: true as const,
    external: ['electron'],
    conditions: ['node', 'module', 'import', 'default'],
  },
  build: {
    outDir: at(outDir),
    emptyOutDir: true,
    ssr: true,
    minify: false,
    sourcemap: false,
    reportCompressedSize: false,
    target: 'node20',
    rollupOptions: {
      input: { [name]: at(entry) },
      output: { format, entryFileNames: fileName, chunkFileNames: '[name]-[hash].js', ...output },
    },
  },
})

/** Leaves the learned weights the JSON files that they are, beside the program: JSON is read many times faster than program text. */
const modelsAsFiles: Plugin = {
  name: 'models-as-files',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'cli',
  resolveId(source, importer) {
    const isModel = source.endsWith('.json') && importer?.endsWith('quotes/model/quote-model.ts')
    return isModel ? { id: source, external: true } : null
  },
}

/**
 * The command line must be there at once. Node loads CommonJS faster than modules (whose way to `node:crypto` also loads all of WebCrypto), and
 * what reads HTML is a part by itself, which text does not need.
 */
const CLI_OUTPUT: OutputOptions = {
  plugins: [
    {
      name: 'files-beside',
      generateBundle() {
        for (const fileName of ['english.json', 'german.json'])
          this.emitFile({
            type: 'asset',
            fileName,
            source: readFileSync(at(`./shared/quotes/model/${fileName}`)),
          })
        this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' })
      },
    },
  ],
  codeSplitting: { groups: [{ name: 'html', test: /node_modules[\\/]linkedom/ }] },
}

export default defineConfig({
  root: at('./renderer'),
  base: './',
  plugins: [react(), modelsAsFiles],
  resolve: { alias },
  define: { __VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5180 },
  environments: {
    client: {
      build: {
        outDir: at('./dist/renderer'),
        emptyOutDir: true,
        target: 'chrome138',
        sourcemap: false,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 1500,
        // Measuring it takes longer than building.
        reportCompressedSize: false,
      },
    },
    main: nodeBundle('main', './electron/main.ts', './dist/electron', 'main.cjs', 'cjs'),
    preload: nodeBundle('preload', './electron/preload.ts', './dist/preload', 'preload.cjs', 'cjs'),
    cli: nodeBundle('florilegium', './electron/cli.ts', './dist/cli', 'florilegium.js', 'cjs', CLI_OUTPUT),
    server: nodeBundle('serve', './electron/serve.ts', './dist/server', 'serve.js', 'es'),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment)
      }
      // `npm start` compares the sources with this, and builds again when one is newer.
      writeFileSync(at('./dist/.built'), '')
    },
  },
})
