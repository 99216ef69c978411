import type { Lock } from '@shared/bundle/encryption'
import { newEncrypter } from '@shared/bundle/encryption'

/** Encrypts a bundle piece by piece as it is written. */
export async function* lockChunks(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  lock: Lock,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encrypter = await newEncrypter(lock)
  const plain = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value.slice())
    },
  })
  const reader = (await encrypter.encrypt(plain)).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
