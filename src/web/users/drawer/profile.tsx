import type { User } from '#src/domain/user.ts'
import { dayAt, formatExact, formatRelative } from '#src/web/lib/time.ts'
import { ExactTime } from './exact-time.tsx'
import { type Fact, Facts, given } from './facts.tsx'
import { FilterBy } from './filter-by.tsx'
import { Section } from './section.tsx'

/** Who the user is, and since when. Only what the platform gave takes up a line. */
export function Profile(props: {
  readonly user: User
  readonly zone: string
  readonly now: number
}) {
  const { user, zone, now } = props
  const instant = (name: string, iso: string | null, ...wire: readonly string[]): Fact => ({
    name,
    value:
      iso === null ? (
        unreadable(user, wire)
      ) : (
        <ExactTime iso={iso}>
          {formatExact(iso, zone)}{' '}
          <span className="whitespace-nowrap text-muted">· {formatRelative(iso, now)}</span>
        </ExactTime>
      ),
    copy: iso ?? undefined,
  })
  const sameDay = (name: 'created' | 'seen', iso: string | null) => {
    if (iso === null) return null
    const day = dayAt(Date.parse(iso), zone)
    return <FilterBy by={{ [name]: { from: day, to: day } }} />
  }
  const noZone = user.notes.some(({ code }) => code === 'no-timezone')
  const rows = given([
    { name: 'Name', value: user.name },
    { name: 'Platform id', value: user.platformId, mono: true },
    { name: 'Locale', value: user.locale },
    {
      name: 'Time zone',
      value: noZone ? (
        <span className="text-muted">none; scheduled messages go by the default one</span>
      ) : (
        user.timezone
      ),
    },
    // A link on request and never an image: a picture would tell its host who is being looked at.
    { name: 'Avatar', value: user.avatarUrl },
    {
      ...instant('Created', user.createdAt, 'createdAt', 'created_at'),
      action: sameDay('created', user.createdAt),
    },
    instant('Updated', user.updatedAt, 'updatedAt', 'updated_at'),
    {
      ...instant('Last seen', user.lastSeenAt, 'lastSeenTime'),
      action: sameDay('seen', user.lastSeenAt),
    },
    { name: 'Malformed', value: user.malformed.join(', ') },
  ])
  return (
    <Section title="Profile" proof="profile">
      {rows.length > 0 ? <Facts rows={rows} /> : <p className="text-muted">Nothing but the id.</p>}
    </Section>
  )
}

/** What stood where a date should be, by the wire's names for it; null where nothing stood there (B07). */
function unreadable({ malformed, attributes }: User, names: readonly string[]): string | null {
  const name = names.find((one) => malformed.includes(one))
  if (name === undefined) return null
  const raw = attributes[name]
  return raw === undefined ? 'unreadable date' : `unreadable date: ${JSON.stringify(raw)}`
}
