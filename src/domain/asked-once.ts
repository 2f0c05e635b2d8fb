const longest = 64

/**
 * The same question, asked once of each of the texts that most people share. Bounded, because a platform may send
 * anything: of `most` texts the answer is kept, and of none longer than 64 characters. An answer is never undefined,
 * and is shared, so that nobody may change it.
 */
export function askedOnce<Text extends string, Answer>(
  ask: (text: Text) => Answer,
  most = 1000,
): (text: Text) => Answer {
  const answers = new Map<Text, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    if (answers.size < most && text.length <= longest) answers.set(text, answer)
    return answer
  }
}
