/** What somebody who types into the search box may mean. */
export type AskedFor = 'id' | 'token' | 'endpoint' | 'email' | 'phone'

// Firebase's tokens have some 140 characters, Apple's 64; ids in use are shorter.
const shortestToken = 40

/**
 * What a text looks like. Anything that may be an id is taken for one: numbers alone are ids in many
 * applications, so a telephone number needs its plus, or the way people space it.
 */
export function askedFor(text: string): AskedFor {
  if (/^https:\/\/\S+$/u.test(text)) return 'endpoint'
  if (/^[^\s@]+@[^\s@]+$/u.test(text)) return 'email'
  const digits = text.match(/\d/gu)?.length ?? 0
  if (/^[+(\d][\d\s().-]*$/u.test(text) && /[+\s(]/u.test(text) && digits >= 6) return 'phone'
  return text.length >= shortestToken && !/[\s@]/u.test(text) ? 'token' : 'id'
}
