import { isIPv4, isIPv6 } from 'node:net'

/** Whether an address or name can only mean this machine: 127.0.0.0/8, ::1, localhost, in their plain notation. */
export const isLoopback = (host: string): boolean => {
  const name = host.toLowerCase()
  if (name === 'localhost') return true
  if (isIPv4(name)) return name.startsWith('127.')
  return isIPv6(name) && ipv6Groups(name).join(':') === '0:0:0:0:0:0:0:1'
}

const groupsOf = (text: string | undefined): readonly string[] => (text ? text.split(':') : [])

/** The eight groups of an IPv6 address, each in its shortest hexadecimal form. */
const ipv6Groups = (address: string): readonly string[] => {
  // URL does the hard part: it compresses and writes every notation alike, dotted tails included.
  const plain = new URL(`http://[${address.split('%')[0] ?? ''}]/`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const [front, back] = [groupsOf(head), groupsOf(tail)]
  return [...front, ...Array.from({ length: 8 - front.length - back.length }, () => '0'), ...back]
}

const hex = (group: string | undefined) => Number.parseInt(group ?? '0', 16)

const dotted = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.')

/** The IPv4 address that an IPv6 one stands for (mapped, compatible, NAT64, 6to4), or null. */
const embeddedIpv4 = (groups: readonly string[]): string | null => {
  if (groups[0] === '2002') return dotted(hex(groups[1]), hex(groups[2]))
  const prefix = groups.slice(0, 6).join(':')
  const carries = ['0:0:0:0:0:0', '0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '64:ff9b:0:0:0:0']
  return carries.includes(prefix) || groups.slice(0, 3).join(':') === '64:ff9b:1'
    ? dotted(hex(groups[6]), hex(groups[7]))
    : null
}

// Where clouds keep the credentials of the machine: a request there is never meant (check A08).
const metadataAddresses = new Set(['100.100.100.200', '168.63.129.16', '192.0.0.192'])
const metadataNames = new Set(['metadata', 'metadata.google.internal', 'instance-data'])

const isForbiddenIpv4 = (address: string) =>
  address.startsWith('169.254.') || address.startsWith('0.') || metadataAddresses.has(address)

/** Whether a URL's hostname, as URL writes it, is link-local, unspecified or a metadata service. */
const isForbidden = (hostname: string): boolean => {
  if (isIPv4(hostname)) return isForbiddenIpv4(hostname)
  if (!hostname.startsWith('[')) return metadataNames.has(hostname.replace(/\.+$/u, ''))
  const groups = ipv6Groups(hostname.slice(1, -1))
  const text = groups.join(':')
  if (text === '0:0:0:0:0:0:0:1') return false
  if (text === 'fd00:ec2:0:0:0:0:0:254' || (hex(groups[0]) & 0xffc0) === 0xfe80) return true
  const inner = embeddedIpv4(groups)
  return inner !== null && isForbiddenIpv4(inner)
}

export type BaseUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: string }

const no = (reason: string): BaseUrl => ({ ok: false, reason })

/**
 * Judges a platform's base URL from the configuration, and drops its trailing slashes. The reason says
 * what is wrong and never repeats the URL, which may hold a credential.
 */
export const readBaseUrl = (text: string): BaseUrl => {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return no('must be a whole URL that begins with https://')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return no('must begin with https://')
  if (url.username !== '' || url.password !== '') return no('must not hold a user name or password')
  if (text.includes('?') || text.includes('#')) return no('must not hold a query or a fragment')
  if (isForbidden(url.hostname)) {
    return no('must not be a link-local, unspecified or metadata address')
  }
  const loopback = isLoopback(url.hostname.replace(/^\[|\]$/gu, ''))
  if (url.protocol === 'http:' && !loopback) {
    return no('must begin with https://; http:// is for this machine alone')
  }
  const port = Number(url.port || 443)
  if (port < 1024 && port !== 80 && port !== 443)
    return no('must not use a port of another service')
  return { ok: true, url: url.href.replace(/\/+$/u, '') }
}
