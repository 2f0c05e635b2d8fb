import { expect, test } from 'vitest'
import type { Capabilities } from '#src/domain/environment.ts'
import type { ReachFilter } from '#src/domain/filters.ts'
import type { Filters } from '#src/web/users/view.ts'
import {
  answererInWords,
  chipsInWords,
  chipsOf,
  chipText,
  removalOf,
  withReaches,
} from './chips.ts'

const tellsAll: Capabilities = {
  createdRange: 'scan',
  previousPage: false,
  devices: 'list',
  order: 'unspecified',
  lastSeen: true,
  suppression: true,
  slack: true,
  names: false,
  nationalNumbers: 'us',
  skipsSilently: false,
}
const tellsLittle: Capabilities = {
  ...tellsAll,
  createdRange: 'server',
  devices: 'detail',
  lastSeen: false,
  slack: false,
}
const none: Filters = {
  created: null,
  seen: null,
  reach: {},
  devices: null,
  email: null,
  phone: null,
}
const every: Filters = {
  created: { preset: '30d' },
  seen: { from: null, to: '2026-02-28' },
  reach: { push: ['at-risk', 'blocked'], email: ['absent'], slack: ['unknown'] },
  devices: ['ios', 'fire os'],
  email: 'ines@orchard.test',
  phone: '+351210000042',
}

const words = (reach: ReachFilter) => chipsOf({ ...none, reach }, tellsAll).map(chipText)

test('chips read like words, always in the same order, and nothing hidden narrows a list', () => {
  expect(chipsOf(none, tellsAll)).toEqual([])
  expect(chipsOf(every, tellsAll).map(chipText)).toEqual([
    'Created: Last 30 days',
    'Last seen: before 1 Mar 2026',
    'Email address: ines@orchard.test',
    'Phone number: +351210000042',
    'Has no email',
    'Push: at risk or blocked',
    'Slack: unknown',
    'Device: iOS or fire os',
  ])
})

test('having a channel and lacking it have words of their own', () => {
  expect(words({ email: ['blocked', 'reachable', 'at-risk'] })).toEqual(['Has an email'])
  expect(words({ webPush: ['absent'] })).toEqual(['Has no browser'])
  expect(words({ sms: ['absent', 'blocked'] })).toEqual(['SMS: absent or blocked'])
  expect(words({ slack: ['reachable', 'at-risk', 'blocked'] })).toEqual(['Has Slack'])
})

test('every chip knows where it is answered, or that it is not', () => {
  expect(chipsOf(every, tellsAll).map(({ answerer }) => answerer)).toEqual(
    Array.from({ length: 8 }, () => 'scan'),
  )
  expect(chipsOf(every, tellsLittle).map(({ subject, answerer }) => [subject, answerer])).toEqual([
    ['created', 'platform'],
    ['lastSeen', null],
    ['emailAddress', 'scan'],
    ['phoneNumber', 'scan'],
    ['email', 'scan'],
    ['push', null],
    ['slack', null],
    ['device', null],
  ])
  expect(answererInWords('platform', 'Notiflows', false)).toBe('Answered by Notiflows.')
  expect(answererInWords('scan', 'Notiflows', false)).toBe('Answered by reading through all users.')
  // Not all: the platform gives only those of the range.
  expect(answererInWords('scan', 'Notiflows', true)).not.toContain('all users')
})

test('removing some leaves the others', () => {
  const unanswered = chipsOf(every, tellsLittle).filter(({ answerer }) => answerer === null)
  expect(chipsInWords(unanswered)).toBe(
    '“Last seen: before 1 Mar 2026”, “Push: at risk or blocked”, “Slack: unknown” and “Device: iOS or fire os”',
  )
  expect({ ...every, ...removalOf(every, unanswered) }).toEqual({
    ...none,
    created: { preset: '30d' },
    email: every.email,
    phone: every.phone,
    reach: { email: ['absent'] },
  })
  expect(removalOf(every, chipsOf(every, tellsAll))).toEqual(none)
  expect(withReaches({ email: ['absent'] }, 'email', [])).toEqual({})
})
