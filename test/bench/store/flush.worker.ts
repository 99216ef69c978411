interface AccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number
  getSize(): number
  flush(): void
}

const bytes = new Uint8Array(600).fill(97)

async function openFile(): Promise<AccessHandle> {
  const root = await navigator.storage.getDirectory()
  const file = await root.getFileHandle('flush-bench', { create: true })
  return (file as unknown as { createSyncAccessHandle(): Promise<AccessHandle> }).createSyncAccessHandle()
}

const opened = openFile()

addEventListener('message', async () => {
  const access = await opened
  const start = performance.now()
  access.write(bytes, { at: access.getSize() })
  access.flush()
  postMessage(performance.now() - start)
})
