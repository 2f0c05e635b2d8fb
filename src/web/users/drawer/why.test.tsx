import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Activity } from '#src/domain/activity.ts'
import { userNamed } from '#src/web/users/fakes.ts'
import type { Known } from '#src/web/users/sentence-words.ts'
import { sentencesOf } from '#src/web/users/sentence-words.ts'
import { WhyNot } from './why.tsx'

const { email, ...others } = userNamed('').channels
const gwen = userNamed('demo-email-failing', {
  email: 'gone.away@example.net',
  channels: {
    email: { ...email, reach: 'reachable', reasons: [{ code: 'address-present', field: 'email' }] },
    ...others,
  },
})

const bounced = ['1', '2', '3'].map((id): Activity => ({
  id,
  at: '2026-11-20T09:00:00.000Z',
  channel: 'email',
  status: 'failed',
  statusRaw: null,
  notification: null,
  topic: null,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  failedAt: null,
  failure: null,
  malformed: [],
}))

/** The sign of the asked channel, by its name in the sprite. */
const signOf = (known: Partial<Known>): string | undefined => {
  const sentences = sentencesOf(gwen, 'UTC', {
    detail: 'here',
    preferences: [],
    activity: [],
    ...known,
  })
  const html = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <WhyNot
        environment="test"
        user={gwen}
        sentences={sentences}
        asked={{ open: true, channel: 'email' }}
        onAsk={() => {}}
        zone="UTC"
        now={0}
      />
    </QueryClientProvider>,
  )
  return /aria-pressed="true".*?data-sign="([\w-]+)"/u.exec(html)?.[1]
}

test('the sign of a channel to ask about says what its sentence says', () => {
  expect(signOf({})).toBe('email-reachable')
  expect(signOf({ activity: bounced })).toBe('email-at-risk')
})

test.each(['coming', 'failed'] as const)(
  'it claims nothing while the answer for the user alone is %s',
  (detail) => {
    expect(signOf({ detail })).toBe('email-unknown')
  },
)
