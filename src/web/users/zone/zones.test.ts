import { expect, test } from 'vitest'
import { browserZone } from '#src/web/lib/time.ts'
import { findZones, nearZones } from './zones.ts'

const winter = Date.parse('2026-01-15T12:00:00Z')
const summer = Date.parse('2026-07-15T12:00:00Z')
const names = (query: string, now = winter) =>
  findZones(nearZones('UTC', null), query, now).map(({ zone }) => zone)

test('near at hand are my zone, UTC, the open user’s and the one in use, each once', () => {
  const near = nearZones('Asia/Tokyo', 'America/Lima')
  expect(new Set(near.map(({ zone }) => zone))).toEqual(
    new Set([browserZone(), 'UTC', 'America/Lima', 'Asia/Tokyo']),
  )
  expect(near).toHaveLength(new Set(near.map(({ zone }) => zone)).size)
  const theirs = near.find(({ zone }) => zone === 'America/Lima')
  expect(theirs).toMatchObject({ note: 'the open user’s zone', isTheirs: true })
})

test('a user who is where I am has no zone of their own to choose', () => {
  const near = nearZones('UTC', browserZone())
  expect(near.filter(({ isTheirs }) => isTheirs)).toEqual([])
  expect(near[0]?.note).toBe('my zone, the open user’s zone')
})

test('every zone that the browser knows can be chosen', () => {
  const all = new Set(names(''))
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !all.has(zone))).toEqual([])
  expect(all.size).toBe(names('').length)
})

test.each([
  ['tokyo', 'Asia/Tokyo'],
  ['new york', 'America/New_York'],
  ['sao paulo', 'America/Sao_Paulo'],
  ['utc+05:45', 'Asia/Katmandu'],
])('"%s" finds %s', (query, zone) => {
  const zones = names(query)
  const same = (one: string) => one === zone || one === zone.replace('Katmandu', 'Kathmandu')
  expect(zones.some(same)).toBe(true)
})

test('an offset finds who has it now, not who has it in another season', () => {
  expect(names('utc +02:00', summer)).toContain('Europe/Berlin')
  expect(names('utc +02:00', winter)).not.toContain('Europe/Berlin')
})

test('a zone that goes by another name here is taken as it is written', () => {
  const both = ['Asia/Kolkata', 'Asia/Calcutta']
  for (const name of both) expect(names(name)).toContain(name)
  expect(names('Mars/Phobos')).toEqual([])
})
