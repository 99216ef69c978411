import { type CommandModule, type Terminal, UsageError } from './command'
import { COMMANDS } from './commands'

const USAGE_STATUS = 2

/** Runs the command that the arguments name; gives the exit status. */
export async function runCommandLine(
  args: readonly string[],
  version: string,
  terminal: Terminal,
): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-V') return say(terminal, `${version}\n`)
  if (name === '--help' || name === '-h' || name === 'help') return say(terminal, overview())
  if (name === undefined) return misuse(terminal, overview())
  const command = COMMANDS.find((one) => one.name === name)
  if (command === undefined) return misuse(terminal, `There is no command “${name}”.\n\n${overview()}`)
  const module = await command.load()
  if (rest.includes('--help') || rest.includes('-h')) return say(terminal, module.help)
  return runCommand(name, module, rest, terminal)
}

async function runCommand(
  name: string,
  module: CommandModule,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    return await module.run(args, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return misuse(terminal, `${error.message}\nSee: florilegium ${name} --help`)
  }
}

function overview(): string {
  const width = Math.max(0, ...COMMANDS.map(({ name }) => name.length))
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `${['florilegium COMMAND … : the notebook without a window', '', ...lines, '', 'Each command explains itself with --help.'].join('\n')}\n`
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text)
  return 0
}

function misuse(terminal: Terminal, text: string): number {
  terminal.complain(text.trimEnd())
  return USAGE_STATUS
}
