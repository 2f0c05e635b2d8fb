import { beforeAll, expect, test, vi } from 'vitest'

import { type ChannelName, channelNames, type Reach, reachValues } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'

import { openGateway } from './over-emulator.ts'

// Filters through gateway, adapters and emulator, held against the rows of a walk through everybody:
// a filter must give exactly those whose rows show what was asked for.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const { ask, walk } = await openGateway(500)

type Wanted = {
  readonly created?: readonly [after: string, before: string]
  readonly seen?: readonly [after: string | null, before: string | null]
  readonly device?: string
  readonly email?: string
  readonly phone?: string
  readonly reach?: Readonly<Partial<Record<ChannelName, readonly Reach[]>>>
}

const queryOf = ({
  created,
  seen,
  device,
  email,
  phone,
  reach,
}: Wanted): Record<string, string> => ({
  ...(created === undefined ? {} : { createdAfter: created[0], createdBefore: created[1] }),
  ...(seen?.[0] == null ? {} : { seenAfter: seen[0] }),
  ...(seen?.[1] == null ? {} : { seenBefore: seen[1] }),
  ...(device === undefined ? {} : { device }),
  ...(email === undefined ? {} : { email }),
  ...(phone === undefined ? {} : { phone }),
  ...(reach === undefined
    ? {}
    : {
        reach: Object.entries(reach)
          .map(([channel, reaches]) => `${channel}:${reaches.join('|')}`)
          .join(','),
      }),
})

const lies = (instant: string | null, after: string | null, before: string | null) =>
  instant !== null && (after === null || instant >= after) && (before === null || instant < before)

const onlyDigits = (text: string) => text.replaceAll(/[^0-9]/g, '')

/** By what a row shows, and by nothing that the gateway filters with. */
const shows = (user: User, { created, seen, device, email, phone, reach = {} }: Wanted): boolean =>
  (created === undefined || lies(user.createdAt, ...created)) &&
  (seen === undefined || lies(user.lastSeenAt, ...seen)) &&
  (device === undefined ||
    user.channels.push.devices.some(({ platform }) =>
      device.toLowerCase().split('|').includes(String(platform).toLowerCase()),
    )) &&
  (email === undefined || user.email?.toLowerCase() === email.trim().toLowerCase()) &&
  (phone === undefined || onlyDigits(user.phone ?? '') === onlyDigits(phone)) &&
  channelNames.every((name) => reach[name]?.includes(user.channels[name].reach) ?? true)

const idsOf = (users: readonly User[]) => users.map(({ id }) => id).toSorted()

/** One of every so many instants, from the earliest to the latest. */
const quantile = (instants: readonly (string | null)[], part: number): string =>
  instants.filter((instant) => instant !== null).toSorted()[Math.floor(instants.length * part)] ??
  '2026-01-01T00:00:00.000Z'

const environments = {
  'notificationapi-production': channelNames,
  // It is switched off for everybody there.
  'notificationapi-staging': ['push'],
  'notiflows-test': ['email', 'sms'],
  'notiflows-production': ['email', 'sms'],
} as const satisfies Record<string, readonly ChannelName[]>
type EnvironmentId = keyof typeof environments
const ids = [
  'notificationapi-production',
  'notificationapi-staging',
  'notiflows-test',
  'notiflows-production',
] as const

const everybody = new Map<EnvironmentId, readonly User[]>()
beforeAll(async () => {
  for (const id of ids) {
    // As the app does: what is switched off is known before the rows are held against it.
    await ask(`/api/environments/${id}/settings`)
    everybody.set(id, (await walk(id)).users)
  }
})

const allOf = (id: EnvironmentId) => everybody.get(id) ?? []

/** Filters, and compares with whoever should have come; how many did. */
const check = async (id: EnvironmentId, wanted: Wanted): Promise<number> => {
  const { users, pages } = await walk(id, { ...queryOf(wanted), limit: '190' })
  expect({ wanted, users: idsOf(users) }).toEqual({
    wanted,
    users: idsOf(allOf(id).filter((user) => shows(user, wanted))),
  })
  const sum = (of: 'scanned' | 'matched') =>
    pages.reduce((before, { coverage }) => before + coverage[of], 0)
  expect(sum('matched')).toBe(users.length)
  // Everybody was looked at, unless the platform narrowed by creation what there is to look at.
  if (wanted.created === undefined) expect(sum('scanned')).toBe(allOf(id).length)
  else expect(sum('scanned')).toBeGreaterThanOrEqual(users.length)
  expect(pages.map(({ coverage }) => coverage.complete).indexOf(true)).toBe(pages.length - 1)
  return users.length
}

test.each(ids)(
  '%s: each reach of each channel gives whose rows show it, and all together give everybody',
  async (id) => {
    for (const channel of environments[id]) {
      let sum = 0
      for (const reach of reachValues) sum += await check(id, { reach: { [channel]: [reach] } })
      expect(sum).toBe(allOf(id).length)
      await check(id, { reach: { [channel]: ['blocked', 'at-risk'] } })
    }
    expect(await check(id, { reach: { email: ['reachable'] } })).toBeGreaterThan(10)
  },
)

test('what is switched off for everybody is blocked, in the rows and to a filter', async () => {
  const id = 'notificationapi-staging'
  expect(await check(id, { reach: { push: ['reachable', 'at-risk'] } })).toBe(0)
  expect(await check(id, { reach: { push: ['blocked'] } })).toBeGreaterThan(10)
})

test.each([
  ['notificationapi-production', true],
  ['notiflows-test', false],
] as const)('%s: filters combine, and every one of them holds', async (id, tells) => {
  const created = allOf(id).map((user) => user.createdAt)
  const seen = allOf(id).map((user) => user.lastSeenAt)
  const reaches: Wanted['reach'][] = [
    undefined,
    { email: ['reachable', 'at-risk', 'blocked'] },
    { email: ['absent'] },
    { email: ['reachable'], sms: ['absent', 'at-risk'] },
    ...(tells ? [{ push: ['at-risk', 'blocked'], webPush: ['absent'] } as const] : []),
  ]
  const ranges = [undefined, [quantile(created, 0.3), quantile(created, 0.8)] as const]
  const since = [[quantile(seen, 0.2), null] as const, [null, quantile(seen, 0.3)] as const]
  const found: number[] = []
  for (const range of ranges)
    for (const last of [undefined, ...(tells ? since : [])])
      for (const device of [undefined, ...(tells ? ['iOS', 'ANDROID|windows'] : [])])
        for (const reach of reaches)
          found.push(
            await check(id, {
              ...(range === undefined ? {} : { created: range }),
              ...(last === undefined ? {} : { seen: last }),
              ...(device === undefined ? {} : { device }),
              ...(reach === undefined ? {} : { reach }),
            }),
          )
  // Most of them find somebody, or nothing was tried.
  expect(found.filter((count) => count > 0).length).toBeGreaterThan(found.length / 2)
})

test.each(ids)(
  '%s: an address or a number gives everybody who has it, however it is written',
  async (id) => {
    const email = allOf(id).find((user) => user.email !== null)?.email ?? ''
    const phone = allOf(id).find((user) => onlyDigits(user.phone ?? '').length > 7)?.phone ?? ''
    expect(await check(id, { email })).toBeGreaterThan(0)
    expect(await check(id, { email: ` ${email.toUpperCase()} ` })).toBeGreaterThan(0)
    expect(await check(id, { phone: phone.replace(/(\d{3})/, '$1 ') })).toBeGreaterThan(0)
    expect(await check(id, { email, phone, reach: { email: ['absent'] } })).toBe(0)
    expect(await check(id, { email: 'nobody@nowhere.invalid' })).toBe(0)
  },
)

test.each([
  ['notiflows-test', 'reach=push:at-risk', 'push'],
  ['notiflows-test', 'reach=email:blocked,webPush:absent', 'webPush'],
  ['notiflows-test', 'reach=slack:unknown', 'slack'],
  ['notiflows-test', 'device=ios', 'device'],
  ['notiflows-test', 'seenAfter=2026-01-01T00:00:00Z', 'seenAfter'],
  ['notiflows-test', 'seenBefore=2026-01-01T00:00:00Z', 'seenBefore'],
])('%s refuses %s, which its list does not tell, and says so', async (id, query, named) => {
  const refusal = await ask(`/api/environments/${id}/users?${query}`).catch(
    (error: unknown) => error,
  )
  expect(String(refusal)).toMatch(/400 .*\/problems\/unanswerable-filter/u)
  expect(String(refusal)).toContain(named)
})
