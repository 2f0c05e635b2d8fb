/** What somebody who types into the search box may mean. */
export type AskedFor = 'id' | 'token' | 'endpoint' | 'email' | 'phone'

// Firebase's tokens have some 140 characters, Apple's 64; ids in use are shorter.
const shortestToken = 40

// As iOS once printed them: 32 bytes or more in hexadecimal, in angle brackets and with blanks between.
const isAppleToken = (text: string): boolean =>
  /^(?:[\da-f]{2}){32,}$/iu.test(text.replaceAll(/[\s<>]/gu, ''))

/**
 * What a text looks like. Anything that may be an id is taken for one: numbers alone are ids in many
 * applications, so a telephone number needs its plus, or the way people space it.
 */
export function askedFor(text: string): AskedFor {
  if (isAppleToken(text)) return 'token'
  if (/^https:\/\/\S+$/u.test(text)) return 'endpoint'
  if (/^[^\s@]+@[^\s@]+$/u.test(text)) return 'email'
  const digits = text.match(/\d/gu)?.length ?? 0
  if (/^[+(\d][\d\s().-]*$/u.test(text) && /[+\s(]/u.test(text) && digits >= 6) return 'phone'
  return text.length >= shortestToken && !/[\s@]/u.test(text) ? 'token' : 'id'
}
