#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { optimiseLate } from './cli/engine'
import { runCommandLine } from './cli/run'

declare const __VERSION__: string

/** Writes everything, also into a pipe whose reader is slow. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
    }
  }
}

optimiseLate()
runCommandLine(process.argv.slice(2), __VERSION__, {
  out: (text) => writeAll(1, text),
  complain: (line) => writeAll(2, `${line}\n`),
}).then((status) => {
  process.exitCode = status
})
