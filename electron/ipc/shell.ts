import { fail, ok, type Result } from '@shared/base/result'
import { net, shell } from 'electron'
import { fetchArticle } from '../fetch-article'
import type { Handlers } from './registrar'

type ShellHandlers = Pick<Handlers, Extract<keyof Handlers, `shell:${string}`>>

/** Answers requests that reach outside the notebook, each of them the user's own word. */
export function shellHandlers(): ShellHandlers {
  return {
    'shell:open-external': (_sender, url) => openExternal(url),
    'shell:fetch-article': (_sender, url) =>
      fetchArticle(url, (address, options) => net.fetch(address, options)),
  }
}

/** Whether an address may be handed to the system: https and mailto, nothing that could start a program. */
export function isSafeOutside(address: string): boolean {
  return URL.canParse(address) && ['https:', 'mailto:'].includes(new URL(address).protocol)
}

async function openExternal(address: string): Promise<Result<null>> {
  if (!isSafeOutside(address))
    return fail('address-refused', 'Only https and mailto addresses can be opened.')
  await shell.openExternal(new URL(address).href)
  return ok(null)
}
