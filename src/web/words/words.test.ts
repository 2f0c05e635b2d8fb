import { expect, test } from 'vitest'
import { german } from './de/german.ts'
import { languageFor } from './language.ts'

const parts = import.meta.glob<{ readonly english?: unknown }>('./*.ts', { eager: true })

const english = new Map(
  Object.entries(parts).flatMap(([path, module]) =>
    'english' in module ? [[path.slice(2, -3), module.english] as const] : [],
  ),
)

/** Every text of a part by its path. Those that are made of values are made of each sample. */
function textsIn(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (typeof value === 'function')
    return [1, 2].flatMap((sample) => {
      const made: unknown = Reflect.apply(value, null, [sample, sample, sample, sample])
      return textsIn(made, `${path}(${sample})`)
    })
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))
    : [[path, value]]
}

const all = (catalogue: Iterable<readonly [string, unknown]>) =>
  new Map([...catalogue].flatMap(([part, words]) => textsIn(words, part)))

const inEnglish = all(english)
const inGerman = all(Object.entries(german))

const isText = (text: unknown) =>
  typeof text === 'string' && text.trim() !== '' && !/undefined|NaN|\[object/u.test(text)

// The same in both languages, as names and the words of the trade are.
const shared: readonly RegExp[] = [
  /^activity\.channels\.(?:sms|slack)$/,
  /^channels\.names\.(?:sms|push|slack)$/,
  /^reasons\.platforms\.(?:ios|android)$/,
  /^commands\.groups\.Rollcall$/,
  /^drawer\.profile\.name$/,
  /^drawer\.push\.token$/,
  /^drawer\.slack\.(?:workspace|app)$/,
  /^why\.places\.slack$/,
  /^selection\.formats\.(?:json|markdown)$/,
]

test('both languages have the same parts, and a text for every name in them', () => {
  expect([...inGerman.keys()].toSorted()).toEqual([...inEnglish.keys()].toSorted())
  expect([...inEnglish, ...inGerman].filter(([, text]) => !isText(text))).toEqual([])
})

test('no German text is the English one, but for a few names', () => {
  const same = [...inGerman].filter(([path, text]) => text === inEnglish.get(path))
  expect(same.filter(([path]) => !shared.some((name) => name.test(path)))).toEqual([])
})

test('German is written with its own quotation marks, and says “Sie”', () => {
  const wrong = /["”]|\b(?:du|dein|dich|dir)\b|\S…$/iu
  expect([...inGerman].filter(([, text]) => wrong.test(String(text)))).toEqual([])
})

test.each([
  [['de-AT', 'en'], 'de'],
  [['pt-PT', 'DE', 'en'], 'de'],
  [['fr', 'en-US', 'de'], 'en'],
  [['ja'], 'en'],
  [[], 'en'],
])('a browser that asks for %j gets %s', (wanted, language) => {
  expect(languageFor(wanted)).toBe(language)
})
