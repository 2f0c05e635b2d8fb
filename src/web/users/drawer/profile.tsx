import type { User } from '#src/domain/user.ts'
import { formatExact, formatRelative } from '#src/web/lib/time.ts'
import { Facts } from './facts.tsx'
import { Section } from './section.tsx'

/** Who the user is, and since when. Only what the platform gave takes up a line. */
export function Profile(props: {
  readonly user: User
  readonly zone: string
  readonly now: number
}) {
  const { user, zone, now } = props
  const instant = (iso: string | null) =>
    iso === null ? null : (
      <time dateTime={iso} title={iso}>
        {formatExact(iso, zone)} <span className="text-muted">· {formatRelative(iso, now)}</span>
      </time>
    )
  const rows = [
    { name: 'Name', value: user.name },
    { name: 'Platform id', value: user.platformId, mono: true },
    { name: 'Locale', value: user.locale },
    { name: 'Time zone', value: user.timezone },
    // A link on request and never an image: a picture would tell its host who is being looked at.
    { name: 'Avatar', value: user.avatarUrl },
    { name: 'Created', value: instant(user.createdAt) },
    { name: 'Updated', value: instant(user.updatedAt) },
    { name: 'Last seen', value: instant(user.lastSeenAt) },
    { name: 'Malformed', value: user.malformed.length === 0 ? null : user.malformed.join(', ') },
  ].filter(({ value }) => value !== null)
  return (
    <Section title="Profile" proof="profile">
      {rows.length > 0 ? <Facts rows={rows} /> : <p className="text-muted">Nothing but the id.</p>}
    </Section>
  )
}
