// Nothing harmless is spelt with these, so they count anywhere in a name, however it is written.
const stems =
  /token|secret|passw|passphrase|webhook|credential|(?:api|access|private|public|signing|encryption|master|session|license|ssh|gpg|pgp|shared|account|service|auth)key/

// Words that merely look like a key or like authentication.
const harmless = new Set(
  (
    'monkey monkeys donkey donkeys turkey turkeys jockey jockeys hockey whiskey ' +
    'keyboard keyboards keynote keynotes keyword keywords keypad keystone ' +
    'author authors authored authoring authorship authentic authenticity authority authorities'
  ).split(' '),
)
const short = new Set(['pwd', 'otp', 'psk', 'jwt', 'bearer'])

const isSensitiveWord = (word: string): boolean =>
  !harmless.has(word) && (/^keys?|keys?$|^auth|auth$/.test(word) || short.has(word))

function judge(name: string): boolean {
  const plain = name.normalize('NFKC')
  if (stems.test(plain.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))) return true
  return plain
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .some((word) => isSensitiveWord(word.toLowerCase()))
}

const judged = new Map<string, boolean>()

/**
 * Whether a field of this name is to be taken for a secret: `*token*`, `*secret*`, `*key*`,
 * `*password*`, `*auth*`, `*webhook*`, whatever the case (checks B01). `key` and `auth` count at the
 * ends of the words of a name (camelCase, snake_case, kebab-case), so that `monkey` and `authorName`
 * stay readable; in doubt a name is sensitive.
 */
export function isSensitiveName(name: string): boolean {
  // The same few names come with every record; strange long ones are not worth keeping.
  if (name.length > 64) return judge(name)
  const known = judged.get(name)
  if (known !== undefined) return known
  if (judged.size > 5000) judged.clear()
  const sensitive = judge(name)
  judged.set(name, sensitive)
  return sensitive
}
