/** A channel to the other windows of the program; it keeps no process alive where there are processes (Node). */
export function openChannel<Message>(name: string, hear: (message: Message) => void): BroadcastChannel {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data))
  ;(channel as { unref?: () => void }).unref?.()
  return channel
}
