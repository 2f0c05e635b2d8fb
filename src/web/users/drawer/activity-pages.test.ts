import { describe, expect, test } from 'vitest'
import type { Activity } from '#src/domain/activity.ts'
import { noGaps } from '#src/domain/told.ts'
import type { ActivityAnswer } from '#src/gateway/api.ts'
import { joinPages } from './activity-pages.ts'

const sent = (id: string, notification = id): Activity => ({
  id,
  at: null,
  channel: 'email',
  status: 'sent',
  statusRaw: null,
  notification,
  topic: null,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  failedAt: null,
  failure: null,
  malformed: [],
})
const page = (
  after: string | null,
  activity: readonly Activity[],
  gaps = noGaps,
): ActivityAnswer => ({ told: true, activity, page: { after }, gaps })

describe('the pages of one user’s activity', () => {
  test('hold each entry once, where it came first', () => {
    const pages = [
      page('p1', [sent('a'), sent('b', 'first')]),
      page('p2', [sent('b', 'again'), sent('c')]),
      page(null, [sent('c'), sent('a')]),
    ]
    const { rows } = joinPages(pages, [null, 'p1', 'p2'])
    expect(rows.map(({ id, notification }) => [id, notification])).toEqual([
      ['a', 'a'],
      ['b', 'first'],
      ['c', 'c'],
    ])
  })

  test('add up what could not be read, and keep what is said of the whole log', () => {
    const pages = [
      page('p1', [], { unreadable: 2, firstOnly: 5000 }),
      page(null, [], { unreadable: 1, firstOnly: 5000 }),
    ]
    expect(joinPages(pages, [null, 'p1']).gaps).toEqual({ unreadable: 3, firstOnly: 5000 })
    expect(joinPages([], []).gaps).toEqual(noGaps)
  })

  test('that are not told say why', () => {
    expect(joinPages([{ told: false, why: 'credential' }], [null])).toMatchObject({
      rows: [],
      why: 'credential',
    })
    expect(joinPages([page(null, [])], [null]).why).toBeNull()
  })

  test('F07: that lead back to one that is here are a circle', () => {
    expect(joinPages([page('p1', []), page('p2', [])], [null, 'p1']).isLoop).toBe(false)
    expect(joinPages([page('p1', []), page('p1', [])], [null, 'p1']).isLoop).toBe(true)
    const around = [page('p1', []), page('p2', []), page('p1', [])]
    expect(joinPages(around, [null, 'p1', 'p2']).isLoop).toBe(true)
    expect(joinPages([page(null, [])], [null]).isLoop).toBe(false)
  })
})
