import type { EventChannel, HostEvents } from '@shared/host/channels'
import type { WebContents } from 'electron'

/** Sends a message to a window's page. */
export function sendEvent<Channel extends EventChannel>(
  contents: WebContents,
  channel: Channel,
  ...args: HostEvents[Channel]
): void {
  contents.send(channel, ...args)
}
