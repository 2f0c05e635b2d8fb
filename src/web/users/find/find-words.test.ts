import { expect, test } from 'vitest'
import { foundInWords, planInWords, unsearchedInWords } from './find-words.ts'

test.each([
  [0, 0, 'No user of this environment was loaded yet.'],
  [0, 1200, 'Nobody has this device token among the 1,200 users loaded so far.'],
  [1, 1200, 'One user has this device token, among the 1,200 users loaded so far.'],
  [2, 1200, '2 users have this device token, among the 1,200 users loaded so far.'],
])('%i of %i: a find says among whom it looked, and no more', (count, among, words) => {
  expect(foundInWords(count, among, 'token')).toBe(words)
})

test('what is about to be done is said before it is done', () => {
  expect(planInWords({ do: 'ask', kind: 'token' }, 'Notiflows').title).toBe(
    'Looks like a device token: who has it?',
  )
  expect(planInWords({ do: 'ask', kind: 'email' }, 'Notiflows').title).toBe(
    'Looks like an email address: who has it?',
  )
  expect(planInWords({ do: 'created', dates: { preset: '7d' } }, 'Notiflows').title).toBe(
    'Filter: Created Last 7 days',
  )
})

test('a search of the loaded never passes for one of the environment', () => {
  for (const kind of ['email', 'phone'] as const)
    for (const masked of [true, false])
      for (const found of [0, 1])
        expect(unsearchedInWords(kind, found, masked)).toContain('was not loaded')
  expect(unsearchedInWords('token', 0, false)).toContain('was not loaded')
})
