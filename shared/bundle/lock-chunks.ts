import { type Lock, newEncrypter } from './encryption'

interface StreamControl {
  enqueue(bytes: Uint8Array): void
  close(): void
}

/** The part of web streams that encrypting needs; every host has them, but the language's own library does not name them. */
interface ByteStream {
  getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }> }
}
declare const ReadableStream: new (source: { pull(control: StreamControl): Promise<void> }) => ByteStream

/** Encrypts a bundle piece by piece as it is written. Throws `BundleFailure` when a key to encrypt for is none. */
export async function* lockChunks(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  lock: Lock,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encrypter = await newEncrypter(lock)
  const plain = new ReadableStream({
    async pull(control) {
      const next = await chunks.next()
      if (next.done) control.close()
      else control.enqueue(next.value.slice())
    },
  })
  const locked = (await encrypter.encrypt(plain as never)) as unknown as ByteStream
  const reader = locked.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done || !value) return
    yield value
  }
}
