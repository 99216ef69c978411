import type { Result } from '@shared/base/result'

/** Where a command reads its input and says what it found; tests give their own. */
export interface Terminal {
  /** Writes to standard output, as given. */
  readonly out: (text: string) => void
  /** Writes one line to standard error. */
  readonly complain: (line: string) => void
}

export interface CommandModule {
  /** What `--help` shows: usage, what it does, its options. */
  readonly help: string
  /** Runs with the arguments after the command's name; gives the exit status (0 fine, 1 an input failed). */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
}

/** A command in the visible list; its code is loaded only when it is called. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<CommandModule>
}

/** Arguments that make no sense: the program says so with the command's help, and exits with 2. */
export class UsageError extends Error {}

/** What became of one input. */
export interface Outcome<T> {
  readonly file: string
  readonly result: Result<T>
}

/** Runs work on each input in order, printing one line or paragraph each; an input that fails does not stop the others. */
export async function reportEach<T extends object>(
  files: readonly string[],
  asJson: boolean,
  terminal: Terminal,
  work: (file: string) => Promise<Result<T>>,
  describe: (file: string, value: T) => string,
): Promise<number> {
  let status = 0
  for (const file of files) {
    const result = await work(file)
    if (!result.ok) status = 1
    report({ file, result }, asJson, terminal, describe)
  }
  return status
}

/** Prints what became of one input. */
export function report<T extends object>(
  { file, result }: Outcome<T>,
  asJson: boolean,
  terminal: Terminal,
  describe: (file: string, value: T) => string,
): void {
  if (asJson) {
    const answer = result.ok ? { file, ...result.value } : { file, error: result.error }
    terminal.out(`${JSON.stringify(answer)}\n`)
  } else if (result.ok) terminal.out(describe(file, result.value))
  else terminal.complain(`${file}: ${result.error.message}`)
}

/** Work on several inputs whose outcome is saved as one. */
export interface SavedWork<T> {
  readonly files: readonly string[]
  readonly out: string
  readonly work: (file: string) => Promise<Result<T>>
  readonly save: () => Promise<Result<unknown>>
  readonly describe: (file: string, value: T) => string
}

/**
 * Runs work on each input in order, then saves what came of it, and only then says what became of each: an input whose outcome could
 * not be saved has failed.
 */
export async function saveEach<T extends object>(
  { files, out, work, save, describe }: SavedWork<T>,
  asJson: boolean,
  terminal: Terminal,
): Promise<number> {
  const outcomes: Outcome<T>[] = []
  for (const file of files) outcomes.push({ file, result: await work(file) })
  const saved = await save()
  for (const { file, result } of outcomes) {
    const isLost = result.ok && !saved.ok
    if (!isLost) report({ file, result }, asJson, terminal, describe)
    else if (asJson) report({ file, result: saved }, asJson, terminal, () => '')
  }
  if (!saved.ok) terminal.complain(`${out}: ${saved.error.message}`)
  return saved.ok && outcomes.every(({ result }) => result.ok) ? 0 : 1
}
