import { join } from 'node:path'
import { build } from 'vite'
import { alias } from '../../vite.config'

/** Bundles one TypeScript file for plain Node; gives the path of the script. */
export async function bundleScript(entry: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias },
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'script.mjs' } },
    },
  })
  return join(outDir, 'script.mjs')
}
