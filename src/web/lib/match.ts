/** The words of a text, lower case and without marks: "Inês" is found by "ines", "New_York" by "york". */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** How well one word of a query is met by the words of a text: 3 by the first, 2 by another, 1 inside one, 0 not. */
function met(word: string, words: readonly string[]): number {
  if (words[0]?.startsWith(word) === true) return 3
  if (words.some((candidate) => candidate.startsWith(word))) return 2
  return words.some((candidate) => candidate.includes(word)) ? 1 : 0
}

/**
 * Finds what a person means by a few letters: every word of the query must stand in the text, best at the
 * beginning of a word. Items come best first, equals in the order in which they were; all of them for
 * an empty query.
 */
export function findMatches<T>(
  items: readonly T[],
  query: string,
  textOf: (item: T) => string,
): readonly T[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return items
  const scored = items.flatMap((item) => {
    const words = wordsOf(textOf(item))
    const scores = wanted.map((word) => met(word, words))
    return scores.includes(0)
      ? []
      : [{ item, score: scores.reduce((sum, score) => sum + score, 0) }]
  })
  return scored.toSorted((one, other) => other.score - one.score).map(({ item }) => item)
}
