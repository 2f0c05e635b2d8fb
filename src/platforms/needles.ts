// A secret shorter than this is hidden in its own place only: looking for "abc" in every string
// would mask whole records and protect nobody.
const shortest = 6

/** The characters of base64 that depend on `bytes` alone, at one of its three alignments. */
function base64At(bytes: Buffer, offset: 0 | 1 | 2): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  const start = offset === 0 ? 0 : offset + 1
  const trailing = (bytes.length + offset) % 3
  return text.slice(start, trailing === 0 ? undefined : text.indexOf('=') - 1)
}

function urlEncoded(secret: string): string[] {
  try {
    const text = encodeURIComponent(secret)
    return [text, text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]
  } catch {
    // A lone surrogate cannot be percent-encoded, so this form cannot occur.
    return []
  }
}

/** Every spelling in which a secret could come back: raw, URL-encoded, JSON-escaped, hex, base64 (checks A06). */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  const base64 = ([0, 1, 2] as const)
    .map((offset) => base64At(bytes, offset))
    .filter((text) => text.length >= 8)
  return [
    secret,
    ...urlEncoded(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
}

export type Needles = {
  /** Whether `text` contains one of the secrets in any of its spellings. */
  readonly foundIn: (text: string) => boolean
}

/**
 * Looks for secrets in texts. Takes the secrets themselves; ones under six characters are not looked
 * for. Spellings are made only when a text long enough to hold a secret turns up, because most
 * records have none and a page has a thousand records.
 */
export function createNeedles(secrets: readonly string[]): Needles {
  const sought = secrets.filter((secret) => secret.length >= shortest)
  const length = Math.min(...sought.map((secret) => secret.length))
  let forms: readonly string[] | null = null
  return {
    foundIn: (text) => {
      if (text.length < length) return false
      forms ??= [...new Set(sought.flatMap(formsOf))]
      return forms.some((form) => text.includes(form))
    },
  }
}
