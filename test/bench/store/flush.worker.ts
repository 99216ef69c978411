interface AccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number
  getSize(): number
  flush(): void
  close(): void
}

addEventListener('message', async ({ data: count }: MessageEvent<number>) => {
  const root = await navigator.storage.getDirectory()
  const file = await root.getFileHandle('flush-bench', { create: true })
  const access = await (
    file as unknown as { createSyncAccessHandle(): Promise<AccessHandle> }
  ).createSyncAccessHandle()
  const bytes = new Uint8Array(600).fill(97)
  const times: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const start = performance.now()
    access.write(bytes, { at: access.getSize() })
    access.flush()
    times.push(performance.now() - start)
  }
  access.close()
  postMessage(times)
})
