import { type Failure, fail } from '@shared/base/result'
import type { HostRequests, RequestChannel } from '@shared/host/channels'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { isOwnPage } from '../origin'
import { ARGUMENTS } from './arguments'

/** What answers one request; `sender` is the window's contents, already known to be ours. */
export type Handler<Channel extends RequestChannel> = (
  sender: WebContents,
  ...args: HostRequests[Channel]['args']
) => HostRequests[Channel]['answer'] | Promise<HostRequests[Channel]['answer']>

/** A handler for every request there is. */
export type Handlers = { readonly [Channel in RequestChannel]: Handler<Channel> }

type Refusal = { readonly ok: false; readonly error: Failure }

/** Registers every handler behind the two checks that all requests must pass: who asks, and with what. */
export function registerHandlers(ipc: IpcMain, handlers: Handlers, note: (error: unknown) => void): void {
  const register = <Channel extends RequestChannel>(channel: Channel) =>
    ipc.handle(channel, (event, ...args: unknown[]) =>
      answer<Channel>(channel, handlers[channel] as Handler<Channel>, event, args, note),
    )
  for (const channel of Object.keys(handlers) as RequestChannel[]) register(channel)
}

async function answer<Channel extends RequestChannel>(
  channel: Channel,
  handler: Handler<Channel>,
  event: IpcMainInvokeEvent,
  args: unknown[],
  note: (error: unknown) => void,
): Promise<HostRequests[Channel]['answer'] | Refusal> {
  if (!isTrustedSender(event))
    return fail('sender-refused', 'Only the notebook’s own window may ask for this.')
  const checked = ARGUMENTS[channel].safeParse(args)
  if (!checked.success) return fail('request-invalid', `The request ${channel} was not understood.`)
  try {
    return await handler(event.sender, ...checked.data)
  } catch (error) {
    note(error)
    return fail(
      'host-fault',
      'Something unexpected went wrong in the program; it was noted in its crash log.',
    )
  }
}

/** Whether a request comes from the main frame of one of the app's own pages. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnPage(frame.url)
}
