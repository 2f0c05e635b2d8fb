import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anyRecord,
  credentialLeaksIn,
  environmentSecret,
  leaksIn,
  recordAroundSecrets,
  smallRecord,
} from '#src/platforms/testing/any-record.ts'
import { translators, type Translate } from '#src/platforms/testing/translators.ts'
import { depthOf, userShape } from '#src/platforms/testing/user-shape.ts'

// B09: whatever a platform sends, nothing throws, everything has the domain's shape, the same record
// says the same, and no secret comes out in any spelling. Records of every size, and very many small ones.

const { notificationApi, notiflows } = translators(environmentSecret)
const outputsOf = (record: Readonly<Record<string, unknown>>) =>
  [notificationApi, notiflows].map(({ toUser, toRaw }) => [toUser(record), toRaw(record)])

// Ten times as many before a release: FUZZ=10 npx vitest run src/platforms/fuzz.test.ts
const times = Number(process.env['FUZZ'] ?? 1)
const numRuns = 1500 * times
const patience = 180_000 * times

describe('B09: whatever a platform sends', () => {
  test(
    'a hundred thousand times gives a user, the same when read again, and no secret',
    () => {
      const outcome = fc.check(
        fc.property(smallRecord, ({ isFull, isTwice, record }) => {
          const read = ({ toUser, toRaw }: Translate) => {
            const user = toUser(record)
            return { user, text: JSON.stringify([user, toRaw(record)]) }
          }
          for (const translate of [notificationApi, notiflows]) {
            const { user, text } = read(translate)
            // Without `expect`, which would take longer than the reading.
            if (!userShape.safeParse(user).success) throw new Error('not the shape of a user')
            if (isTwice && read(translate).text !== text) throw new Error('read otherwise')
            // Push tokens and the like have their known places on NotificationAPI alone.
            const leaks = isFull && translate === notificationApi ? leaksIn : credentialLeaksIn
            if (leaks(text).length > 0) throw new Error('a secret')
          }
        }),
        { numRuns: 100_000 * times },
      )
      expect(fc.defaultReportMessage(outcome)).toBeUndefined()
    },
    patience,
  )

  test(
    'never throws, gives the shape of a user, and depends on the record alone',
    () => {
      fc.assert(
        fc.property(anyRecord, (record) => {
          const before = JSON.stringify(record)
          for (const { toUser, toRaw } of [notificationApi, notiflows]) {
            const user = toUser(record)
            expect(userShape.safeParse(user).error).toBeUndefined()
            const raw = toRaw(record)
            const text = JSON.stringify([user, raw])
            expect(depthOf([user, raw])).toBeLessThan(40)
            // A second reading of what was read, and of the same record, says the same.
            expect(JSON.stringify(JSON.parse(text))).toBe(text)
            expect(JSON.stringify([toUser(record), toRaw(record)])).toBe(text)
          }
          expect(JSON.stringify(record)).toBe(before)
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'no secret in a known place comes out again, wherever its copies stand',
    () => {
      fc.assert(
        fc.property(recordAroundSecrets, (record) => {
          const { toUser, toRaw } = notificationApi
          expect(leaksIn(JSON.stringify([toUser(record), toRaw(record)]))).toEqual([])
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'no credential of the environment comes out, on either platform',
    () => {
      fc.assert(
        fc.property(anyRecord, (record) => {
          expect(credentialLeaksIn(JSON.stringify(outputsOf(record)))).toEqual([])
        }),
        { numRuns },
      )
    },
    patience,
  )
})
