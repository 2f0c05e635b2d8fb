type SavePicker = (options: {
  readonly suggestedName: string
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[]
}) => Promise<FileSystemFileHandle>

declare global {
  // Not in every browser, and so not in TypeScript's own list.
  var showSaveFilePicker: SavePicker | undefined
}

const csv = 'text/csv'

/** Hands a file to the browser, which puts it where downloads go. */
export function download(name: string, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type: csv }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
}

/** Where a file goes while it is written. `end` is called with its name, once it is known what it holds. */
export type Sink = {
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>
  readonly end: (name: string) => Promise<void>
}

/**
 * A file that is written as it comes: straight to the disk, where the browser can and after it asked where to,
 * else held until it ends. Null when the operator thought better of it. Must be called while a click or a key
 * is being answered.
 */
export async function openSink(suggestedName: string): Promise<Sink | null> {
  const pick = globalThis.showSaveFilePicker
  if (pick === undefined) {
    const parts: BlobPart[] = []
    return {
      stream: new WritableStream({ write: (chunk) => void parts.push(chunk) }),
      end: async (name) => download(name, parts),
    }
  }
  try {
    const handle = await pick({
      suggestedName,
      types: [{ accept: { [csv]: ['.csv'] } }],
    })
    const stream = await handle.createWritable()
    return { stream, end: () => stream.close() }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}
