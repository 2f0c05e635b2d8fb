// In quotes a mailbox may hold a blank, an @ and much else (RFC 5321 §4.1.2); outside, what RFC 5322 §3.2.3
// calls atext and what is not ASCII (RFC 6531). Dots stand where they like, as some providers let them.
const unquoted = /^[\w!#$%&'*+/=?^`{|}~.\-\u0080-\u{10ffff}]+$/u
const quoted = /^"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+"$/u
// Blanks, control characters and what nobody sees: of those, two joiners may be part of a domain.
const unseen = /[\s\p{Cc}\p{Cf}]/u
const joiners = /\p{Join_Control}/gu

const octets = (text: string): number => new TextEncoder().encode(text).length

const isMailbox = (text: string): boolean =>
  (quoted.test(text) || (unquoted.test(text) && !unseen.test(text))) &&
  // RFC 5321 §4.5.3.1.1.
  octets(text) <= 64

// RFC 1034 §3.5, and the underscore, which some hosts have all the same. In another script: any letter,
// and whether they go together URL knows (RFC 5891).
const label = /^[a-z\d](?:[\w-]{0,61}[a-z\d])?$/iu
const foreignLabel =
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Join_Control}·_-]*[\p{L}\p{M}\p{N}\p{Join_Control}])?$/u

const isLabel = (text: string): boolean =>
  /^\p{ASCII}*$/u.test(text)
    ? label.test(text)
    : foreignLabel.test(text) && URL.canParse(`http://${text}`)

const isDomain = (text: string): boolean => {
  // RFC 5321 §4.1.3, §4.5.3.1.2.
  if (/^\[[\da-z.:-]+\]$/iu.test(text)) return true
  if (text.length > 255 || unseen.test(text.replace(joiners, ''))) return false
  // Also in another script people write their own full stops (RFC 5891 by way of UTS 46 §4).
  return text
    .replace(/[.。]$/u, '')
    .split(/[.。]/u)
    .every(isLabel)
}

// What nearly all addresses are, seen in one look: a mailbox without quotes, and labels with dots between.
const usual =
  /^[\w!#$%&'*+/=?^`{|}~.-]{1,64}@(?:[a-zA-Z\d](?:[\w-]{0,61}[a-zA-Z\d])?\.)+[a-zA-Z\d](?:[\w-]{0,61}[a-zA-Z\d])?$/

type Form = 'well' | 'dotless' | 'malformed'

/** The same as `addressForm` of any address, part by part. */
export const formByParts = (address: string): Form => {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (at < 1 || !isMailbox(address.slice(0, at)) || !isDomain(domain)) return 'malformed'
  return /.[.。]./u.test(domain) || domain.startsWith('[') ? 'well' : 'dotless'
}

/**
 * Whether a mail server could take an address. `dotless`: it could, and of a domain without a dot hardly
 * any does (RFC 7085). Allows more than most checks do, because a false "malformed" would hide a reachable
 * person.
 */
export const addressForm = (address: string): Form =>
  address.length <= 255 && usual.test(address) ? 'well' : formByParts(address)
