import { abortable } from '#src/platforms/abortable.ts'
import { AnswerTooLargeError } from '#src/platforms/upstream-errors.ts'

/**
 * Reads a body as UTF-8 text, counting the bytes after decompression and stopping at `maxBytes`, so
 * that a gzip bomb costs no more than that (checks F06). The bytes are kept as they came and decoded at
 * the end: text made piece by piece would stand in memory beside them. `onChunk` is called at every sign
 * of life. Fails with AnswerTooLargeError, with the signal's reason, or with the stream's own error.
 *
 * Broken UTF-8 becomes U+FFFD: one user's mangled name must not cost a page (B02). A byte order mark
 * stays in the text, and JSON.parse refuses it (F06).
 */
export async function readText(
  response: Response,
  { maxBytes, signal, onChunk }: { maxBytes: number; signal: AbortSignal; onChunk: () => void },
): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), signal)
      if (done) break
      onChunk()
      bytes += value.byteLength
      if (bytes > maxBytes) throw new AnswerTooLargeError(maxBytes)
      parts.push(value)
    }
  } finally {
    // Not awaited: a stream that hangs may hang here too. A no-op after a clean end.
    reader.cancel().catch(() => {})
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts))
}
