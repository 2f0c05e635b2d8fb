/** What a table of words has for a word that somebody else chose: `constructor` is in none of them. */
export const ownWord = (
  words: Readonly<Record<string, string>>,
  word: string,
): string | undefined => (Object.hasOwn(words, word) ? words[word] : undefined)
