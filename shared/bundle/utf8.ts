// The encoders are part of every host, but not of the language's own library; here is all that is used of them.
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array
  encodeInto(text: string, room: Uint8Array): { readonly read: number; readonly written: number }
}
declare const TextDecoder: new (
  label: string,
  options: { ignoreBOM: boolean; fatal: boolean },
) => { decode(bytes: Uint8Array): string }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })

/** A text's UTF-8 bytes; a lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text)
}

const room = new Uint8Array(1 << 16)

/** A text's UTF-8 bytes in portions that hold only until more is encoded so: however long the text is, it needs no room of its own. */
export function* encodeInPortions(text: string): Generator<Uint8Array> {
  for (let rest = text; rest !== ''; ) {
    const { read, written } = encoder.encodeInto(rest, room)
    yield room.subarray(0, written)
    rest = rest.slice(read)
  }
}

/** The text of UTF-8 bytes, or null when they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
