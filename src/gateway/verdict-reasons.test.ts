import { describe, expect, test } from 'vitest'

import { reasonCodes, type Reach, type Verdict } from '#src/domain/reach.ts'

import { reasonRows } from './contract-table.ts'
import { allVerdictCases } from './verdict-cases/all.ts'
import { userOf } from './verdict-cases/case.ts'

// docs/reasons.md says what each reason means. Here it is held to the codes, and to what they do.

const effects: ReadonlyMap<string, Reach> = new Map([
  ['blocks', 'blocked'],
  ['risks', 'at-risk'],
  ['only said', 'reachable'],
  ['absent', 'absent'],
  ['unknown', 'unknown'],
])

const rows = reasonRows()
/** What each code can make of a verdict, as the page has it. */
const reachesOf = new Map(
  rows.map(([code = '', , effect = '']) => [
    code,
    effect.split(' or ').map((word) => effects.get(word)),
  ]),
)

/** The worst first; absent stands above all. */
const order: readonly Reach[] = ['absent', 'blocked', 'unknown', 'at-risk', 'reachable']
const rank = (one: Reach | undefined): number => (one === undefined ? -1 : order.indexOf(one))

/** Whether a verdict is what the page says of its reasons: one that makes it so, and none that must make it worse. */
const isExplained = ({ reach, reasons }: Verdict): boolean => {
  const each = reasons.map(({ code }) => (reachesOf.get(code) ?? []).map(rank))
  return (
    (each.some((ranks) => ranks.includes(rank(reach))) ||
      (reach === 'reachable' && reasons.length === 0)) &&
    each.every((ranks) => Math.max(...ranks) >= rank(reach))
  )
}

test('every reason has one row, in the order of the codes, and every row is of a reason', () => {
  expect(rows.map(([code]) => code)).toEqual(reasonCodes)
})

test.each(rows.map((cells) => [cells[0], cells] as const))(
  'the row of %s has all five cells, and an effect that is explained',
  (code = '', cells) => {
    expect(cells).toHaveLength(5)
    expect(cells).not.toContain('')
    expect(reachesOf.get(code)).not.toContain(undefined)
  },
)

describe('the verdict that the page explains', () => {
  test.each(allVerdictCases.map((given) => [`${given.channel}: ${given.title}`, given] as const))(
    '%s',
    (_title, given) => {
      const { channels } = userOf(given)
      // A channel of several places does as well as the best of them, so each is looked at by itself.
      const places = {
        push: channels.push.devices,
        webPush: channels.webPush.subscriptions,
        email: [channels.email],
        sms: [channels.sms],
        slack: [channels.slack],
      }[given.channel]
      const verdicts: readonly Verdict[] = places.length === 0 ? [channels[given.channel]] : places
      expect(verdicts.filter((verdict) => !isExplained(verdict))).toEqual([])
    },
  )
})
