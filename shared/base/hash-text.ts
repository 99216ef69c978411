// Every host has these; the pure tsconfig just doesn't know them.
declare const crypto: { subtle: { digest(name: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> } }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** SHA-256 of a text in UTF-8, as hexadecimal digits: equal copies of a text have equal hashes. */
export function hashText(text: string): Promise<string> {
  return hashBytes(new TextEncoder().encode(text))
}
