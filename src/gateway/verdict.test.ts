import { describe, expect, test } from 'vitest'

import { reasonCodes, type ReasonCode } from '#src/domain/reach.ts'

import { allVerdictCases, verdictCases } from './verdict-cases/all.ts'
import { asSaid, userOf, type Said, type VerdictCase } from './verdict-cases/case.ts'
import { noteCases } from './verdict-cases/person.ts'

// What Rollcall says of a record, from the wire to the words: each case goes through the platform's own
// adapter and is judged as the gateway does.

/** What was given is data of the wire, and what comes out is the verdict in full. */
const judged = (given: VerdictCase) => {
  const { channels } = userOf(given)
  const { reach, reasons } = channels[given.channel]
  const places =
    given.channel === 'push'
      ? channels.push.devices
      : given.channel === 'webPush'
        ? channels.webPush.subscriptions
        : []
  return { reach, reasons: asSaid(reasons, given.reasons), each: places.map((one) => one.reach) }
}

describe.each(verdictCases)('the verdict on %s', (_name, cases) => {
  test.each(cases.map((given) => [given.title, given] as const))('%s', (_title, given) => {
    const { reach, reasons, each } = given
    const found = judged(given)
    expect(found).toEqual({ reach, reasons, each: each ?? found.each })
  })
})

describe('the notes on a person', () => {
  test.each(noteCases.map((given) => [given.title, given] as const))('%s', (_title, given) => {
    expect(asSaid(userOf(given).notes, given.notes)).toEqual(given.notes)
  })
})

const codeOf = (said: Said): ReasonCode => (typeof said === 'string' ? said : said[0])

// Of no verdict and no note: what the way of a message shows, and what only the gateway sees, which
// knows of several users.
const elsewhere: ReadonlySet<ReasonCode> = new Set([
  'email-shared',
  'phone-shared',
  'token-shared',
  'test-environment',
  'switches-not-told',
  'activity-not-told',
  'nothing-sent',
  'nothing-among',
  'last-pending',
  'pending-for-long',
  'last-sent',
  'last-delivered',
  'last-failed',
  'last-skipped',
  'last-unrecognised',
])

describe('the cases together', () => {
  test('every reason that a verdict or a note can have is in one of them', () => {
    const seen = [
      ...allVerdictCases.flatMap(({ reasons }) => reasons),
      ...noteCases.flatMap(({ notes }) => notes),
    ]
    const codes = new Set(seen.map(codeOf))
    expect(reasonCodes.filter((code) => !codes.has(code))).toEqual(
      reasonCodes.filter((code) => elsewhere.has(code)),
    )
  })

  test('there are as many as the goal wants', () => {
    expect(allVerdictCases.length + noteCases.length).toBeGreaterThanOrEqual(80)
  })

  test('no two have one title', () => {
    const titles = [
      ...allVerdictCases.map(({ channel, title }) => `${channel}: ${title}`),
      ...noteCases.map(({ title }) => title),
    ]
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
  })
})
