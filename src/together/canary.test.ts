import { describe, expect, test } from 'vitest'
import { channelNames } from '#src/domain/reach.ts'
import type { ActivityAnswer, UserAnswer, WhyAnswer } from '#src/gateway/api.ts'
import { environments, openCanary, secretsIn } from '#src/gateway/canaries.ts'
import { knownOf } from '#src/web/users/drawer/known.ts'
import { supportSummary } from '#src/web/users/drawer/summary.ts'
import { sentencesOf } from '#src/web/users/sentence-words.ts'

// A ticket travels further than the page: of platforms that tell all their secrets, none is in what is said of a
// user or copied of them.

const now = Date.parse('2026-11-22T12:00:00Z')

describe.each(environments)('of a user of $platform who is nothing but secrets', (environment) => {
  test.each([false, true])(
    'no sentence and no support summary holds one (mask: %s)',
    async (mask) => {
      const { ask } = openCanary(200, mask)
      const read = async <T>(path: string): Promise<T> => {
        const { status, text } = await ask(`/api/environments/${environment.id}/${path}`, 'GET')
        expect(status).toBe(200)
        return JSON.parse(text)
      }
      const answer = await read<UserAnswer>('user?id=ada')
      const activity = await read<ActivityAnswer>('user/activity?id=ada')
      const whys = await Promise.all(
        channelNames.map((name) => read<WhyAnswer>(`user/why?id=ada&channel=${name}`)),
      )
      const known = knownOf(answer, false, { pages: [activity] })
      // Of nobody and nothing there would be nothing to give away.
      expect(known.activity.length).toBeGreaterThan(0)
      const { user } = answer
      const sentences = sentencesOf(user, 'UTC', { ...known, inFull: true })
      const link = `http://rollcall.test/environments/${environment.id}/users?user=ada`
      const summary = supportSummary({ user, environment, link, known, whys, now, zone: 'UTC' })
      expect(summary).toContain('### ada')
      expect(secretsIn(`${JSON.stringify(sentences)}\n${summary}`)).toEqual([])
    },
  )
})
