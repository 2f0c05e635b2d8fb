import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { User } from '#src/domain/user.ts'
import { userNamed } from '#src/web/users/fakes.ts'
import { Profile } from './profile.tsx'

const textOf = (more: Partial<User>): string =>
  renderToStaticMarkup(<Profile user={userNamed('ada', more)} zone="UTC" now={0} />)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')

test('a date that cannot be read is shown as it came, and said to be unreadable (B07)', () => {
  const text = textOf({
    malformed: ['createdAt', 'updated_at', 'lastSeenTime'],
    attributes: { createdAt: '2026-13-45', updated_at: 1_772_323_200_000 },
  })
  expect(text).toContain('unreadable date: "2026-13-45"')
  expect(text).toContain('unreadable date: 1772323200000')
  expect(text).toMatch(/Last seen\s+unreadable date(?!:)/)
  expect(text).not.toMatch(/Invalid Date|NaN/)
})

test('a date that is not there takes no line', () => {
  expect(textOf({ createdAt: '2026-03-01T00:00:00.000Z' })).not.toMatch(/Updated|unreadable/)
})
