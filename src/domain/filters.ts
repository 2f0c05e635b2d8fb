import type { Capabilities } from '#src/domain/environment.ts'
import { type ChannelName, channelNames, type Reach, reachValues } from '#src/domain/reach.ts'

/** A half-open range of instants: `after` inclusive, `before` exclusive. Milliseconds since the epoch; null is open. */
export type InstantRange = { readonly after: number | null; readonly before: number | null }

/** The verdicts that are wanted: all the channels named, and on each of them any of its reaches. */
export type ReachFilter = Readonly<Partial<Record<ChannelName, readonly Reach[]>>>

/**
 * Reads `email:blocked|at-risk,push:at-risk`: each channel once, each reach of it once. Null for
 * anything else.
 */
export function readReach(text: string): ReachFilter | null {
  const filter: Partial<Record<ChannelName, readonly Reach[]>> = {}
  for (const part of text.split(',')) {
    const [name, list = '', ...rest] = part.split(':')
    const words = list.split('|')
    const channel = channelNames.find((known) => known === name)
    const reaches = reachValues.filter((known) => words.includes(known))
    if (channel === undefined || filter[channel] !== undefined || rest.length > 0) return null
    // Fewer than there are words: one is unknown, or stands there twice.
    if (reaches.length !== words.length) return null
    filter[channel] = reaches
  }
  return filter
}

/** The same filter always as the same text, whatever order it was made in; null for none. */
export function writeReach(filter: ReachFilter): string | null {
  const parts = channelNames.flatMap((channel) => {
    const reaches = reachValues.filter((reach) => filter[channel]?.includes(reach))
    return reaches.length === 0 ? [] : [`${channel}:${reaches.join('|')}`]
  })
  return parts.length === 0 ? null : parts.join(',')
}

const mostDevices = 10
const deviceWord = /^[^\p{C}\p{Z}|](?:[^\p{C}|]{0,38}[^\p{C}\p{Z}|])?$/u

/**
 * Reads `ios|android`: words for a device's platform, any of which will do, in lower case because
 * applications write them as they like. Null for no word, one twice, more than ten, or what no word is.
 */
export function readDevices(text: string): readonly string[] | null {
  const words = text.toLowerCase().split('|')
  const usable = words.length <= mostDevices && words.every((word) => deviceWord.test(word))
  return usable && new Set(words).size === words.length ? words : null
}

/** An email address in the form in which two are compared: case and blanks around it say nothing. */
export const comparableEmail = (email: string): string => email.trim().toLowerCase()

/** A telephone number in the form in which two are compared: its digits. */
export const comparablePhone = (phone: string): string => phone.replaceAll(/\D/gu, '')

const longestEmail = 320

/** Reads an email address to look for, as it is compared; null for what is none. */
export function readEmail(text: string): string | null {
  const email = comparableEmail(text)
  return email.length <= longestEmail && /^[^\p{C}\p{Z}@]+@[^\p{C}\p{Z}@]+$/u.test(email)
    ? email
    : null
}

/** Reads a telephone number to look for, written as people space it; null for what is none. Keeps a leading plus. */
export function readPhone(text: string): string | null {
  const phone = text.trim()
  const digits = comparablePhone(phone)
  const isPhone = /^\+?[\d\s().-]{6,40}$/u.test(phone) && digits.length >= 6
  return isPhone ? `${phone.startsWith('+') ? '+' : ''}${digits}` : null
}

/** What a list can be narrowed by. A channel stands for what it can do for a person. */
export type FilterSubject =
  | 'created'
  | 'lastSeen'
  | 'device'
  | 'emailAddress'
  | 'phoneNumber'
  | ChannelName

/**
 * Where a filter is answered. `platform`: it filters itself. `scan`: Rollcall reads through all users
 * and filters, and the coverage says how far it got.
 */
export type Answerer = 'platform' | 'scan'

const inList = (isTold: boolean): Answerer | null => (isTold ? 'scan' : null)

/** Where the list of an environment answers a filter, or null where nobody's answer is in its list. */
export function answererOf(
  subject: FilterSubject,
  { createdRange, lastSeen, devices, slack }: Capabilities,
): Answerer | null {
  switch (subject) {
    case 'created':
      return createdRange === 'server' ? 'platform' : 'scan'
    case 'lastSeen':
      return inList(lastSeen)
    case 'slack':
      return inList(slack)
    case 'device':
    case 'push':
    case 'webPush':
      return inList(devices === 'list')
    case 'email':
    case 'sms':
    case 'emailAddress':
    case 'phoneNumber':
      return 'scan'
  }
}
