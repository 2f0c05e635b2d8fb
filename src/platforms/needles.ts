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

const escapedForms = (secret: string): string[] =>
  [...urlEncoded(secret), JSON.stringify(secret).slice(1, -1)].filter((form) => form !== secret)

function codedForms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  const hex = bytes.toString('hex')
  const base64 = ([0, 1, 2] as const)
    .map((offset) => base64At(bytes, offset))
    .filter((text) => text.length >= 8)
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  return [...new Set([hex, hex.toUpperCase(), ...base64, ...base64url])]
}

// What every escaped form has that is not the secret itself.
const escape = /[%\\]/

// All that hexadecimal and both ways of base64 are written in.
const isCodeSign = Array.from({ length: 128 }, (_, code) =>
  /[\w+/-]/.test(String.fromCharCode(code)),
)

/** Whether so many of those signs stand together, as they do in a coded form. */
export function hasCodeOf(length: number, text: string): boolean {
  let start = 0
  while (start + length <= text.length) {
    // From behind, so that a sign of another kind is behind all that need not be looked at.
    let at = start + length - 1
    while (at >= start && isCodeSign[text.charCodeAt(at)] === true) at -= 1
    if (at < start) return true
    start = at + 1
  }
  return false
}

/** Looks for one secret. Its spellings are made only for a text that may hold them. */
function createFinder(secret: string): (text: string) => boolean {
  const { length } = secret
  const codedLength = Math.floor(((length - 2) * 4) / 3) - 1
  let escaped: readonly string[] | null = null
  let coded: readonly string[] | null = null
  return (text) => {
    if (text.length < length) return false
    if (text.includes(secret)) return true
    if (text.length === length) return false
    if (escape.test(text)) {
      escaped ??= escapedForms(secret)
      if (escaped.some((form) => text.includes(form))) return true
    }
    if (text.length < codedLength || !hasCodeOf(codedLength, text)) return false
    coded ??= codedForms(secret)
    return coded.some((form) => text.includes(form))
  }
}

// With more secrets than this, looking for one after the other takes longer than looking at every place of a text.
const few = 32
const tailLength = shortest

/**
 * Looks for many secrets at once: at every place of a text, for the spellings that may end there. Known
 * by their ends, because tokens begin alike. A record of ten thousand secrets and as many texts would
 * otherwise take minutes (checks B03).
 */
function createIndex(secrets: readonly string[]): (text: string) => boolean {
  let byTail: Map<string, string[]> | null = null
  return (text) => {
    byTail ??= spellingsByTail(secrets)
    for (let end = tailLength; end <= text.length; end += 1) {
      const spellings = byTail.get(text.slice(end - tailLength, end))
      if (spellings?.some((spelling) => text.endsWith(spelling, end)) === true) return true
    }
    return false
  }
}

function spellingsByTail(secrets: readonly string[]): Map<string, string[]> {
  const byTail = new Map<string, string[]>()
  for (const secret of secrets)
    for (const spelling of [secret, ...escapedForms(secret), ...codedForms(secret)]) {
      const tail = spelling.slice(-tailLength)
      const known = byTail.get(tail)
      if (known === undefined) byTail.set(tail, [spelling])
      else known.push(spelling)
    }
  return byTail
}

export type Needles = {
  /** Whether `text` contains one of the secrets in any of its spellings. */
  readonly foundIn: (text: string) => boolean
}

const nothingSought: Needles = { foundIn: () => false }

/**
 * Looks for secrets in texts, in every spelling in which they could come back: raw, URL-encoded,
 * JSON-escaped, hex, base64 at any alignment (checks A06). Takes the secrets themselves; ones under
 * six characters are not looked for. Most texts are shorter than most secrets, and a page has a
 * thousand records, so work is put off until a text calls for it.
 */
export function createNeedles(secrets: readonly string[]): Needles {
  if (secrets.length === 0) return nothingSought
  const sought = [...new Set(secrets)].filter((secret) => secret.length >= shortest)
  if (sought.length > few) return { foundIn: createIndex(sought) }
  const least = Math.min(...sought.map(({ length }) => length))
  let finders: readonly ReturnType<typeof createFinder>[] | null = null
  return {
    foundIn: (text) => {
      if (text.length < least) return false
      finders ??= sought.map(createFinder)
      return finders.some((isIn) => isIn(text))
    },
  }
}
