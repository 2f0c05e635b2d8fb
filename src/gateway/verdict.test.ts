import { describe, expect, test } from 'vitest'

import { verdictCases } from './verdict-cases/all.ts'
import { asSaid, userOf, type VerdictCase } from './verdict-cases/case.ts'
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
