import { describe, expect, test } from 'vitest'
import type { Activity } from '#src/domain/activity.ts'
import { userNamed } from './fakes.ts'
import { sentencesOf } from './sentence-words.ts'
import { troubleOn } from './trouble.ts'

const row = (word: string, more: Partial<Activity> = {}): Activity => ({
  id: word,
  at: '2026-11-20T10:57:49.000Z',
  channel: 'email',
  status: word === 'sent' ? 'sent' : word === 'pending' ? 'pending' : 'failed',
  statusRaw: word,
  notification: null,
  topic: null,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  failedAt: null,
  failure: null,
  malformed: [],
  ...more,
})
const because = (code: string): Partial<Activity> => ({
  failure: { code, recipient: null, diagnostic: null, device: null },
})
const bounced = row('bounced')
const failed = row('failed')

describe('the last messages of a channel are its only trace of bounces', () => {
  test.each<[string, readonly Activity[], string | null]>([
    ['two that bounced', [bounced, bounced], '2 bounced'],
    ['two words for it', [bounced, failed, failed], '3 failed'],
    ['one alone, which happens to anybody', [bounced], null],
    ['one that went out since', [row('sent'), bounced, bounced], null],
    ['as many as failed since one went out', [bounced, bounced, row('sent'), bounced], '2 bounced'],
    ['one that waits, of which nothing came yet', [row('pending'), bounced, bounced], '2 bounced'],
    ['another channel', [row('bounced', { channel: 'sms' }), bounced], null],
    ['what only tells how things stood then', [bounced, row('x', because('NO_ADDRESS'))], null],
  ])('%s', (_, rows, expected) => {
    const found = troubleOn('email', rows)
    expect(found && `${found.count} ${found.word}`).toBe(expected)
  })

  test('of one device they say nothing of the others', () => {
    const device = { last4: '', hash: 'h' }
    const failure = { code: null, recipient: null, diagnostic: null, device }
    const push = row('failed', { channel: 'push', failure })
    expect(troubleOn('push', [push, push])).toBeNull()
  })

  test('the sentence says so as a risk, with the activity as its proof', () => {
    const user = userNamed('gwen')
    const reasons = [{ code: 'address-present', field: 'email' }] as const
    const email = { reach: 'reachable', reasons, suppression: null } as const
    const [first] = sentencesOf({ ...user, channels: { ...user.channels, email } }, 'UTC', {
      detail: 'here',
      preferences: [],
      activity: [bounced, bounced],
    })
    expect(first?.verdict.reach).toBe('at-risk')
    expect(first?.headline).toBe('Email may not reach them')
    expect(first?.clauses).toEqual([
      {
        text: 'the last 2 messages bounced, newest on 20 Nov 2026, as activity shows',
        field: 'activity',
      },
    ])
  })
})
