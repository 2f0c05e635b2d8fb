import type { User } from '#src/domain/user.ts'
import { dayAt, formatExact, formatRelative } from '#src/web/lib/time.ts'
import { ExactTime } from './exact-time.tsx'
import { type Fact, Facts, given } from './facts.tsx'
import { FilterBy } from './filter-by.tsx'
import { Section } from './section.tsx'
import { drawer as words } from '#src/web/words/drawer.ts'

const { profile } = words

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
    { name: profile.name, value: user.name },
    { name: profile.platformId, value: user.platformId, mono: true },
    { name: profile.locale, value: user.locale },
    {
      name: profile.timezone,
      value: noZone ? <span className="text-muted">{profile.noTimezone}</span> : user.timezone,
    },
    // A link on request and never an image: a picture would tell its host who is being looked at.
    { name: profile.avatar, value: user.avatarUrl },
    {
      ...instant(profile.created, user.createdAt, 'createdAt', 'created_at'),
      action: sameDay('created', user.createdAt),
    },
    instant(profile.updated, user.updatedAt, 'updatedAt', 'updated_at'),
    {
      ...instant(profile.lastSeen, user.lastSeenAt, 'lastSeenTime'),
      action: sameDay('seen', user.lastSeenAt),
    },
    { name: profile.malformed, value: user.malformed.join(', ') },
  ])
  return (
    <Section title={profile.title} proof="profile">
      {rows.length > 0 ? <Facts rows={rows} /> : <p className="text-muted">{profile.nothing}</p>}
    </Section>
  )
}

/** What stood where a date should be, by the wire's names for it; null where nothing stood there (B07). */
function unreadable({ malformed, attributes }: User, names: readonly string[]): string | null {
  const name = names.find((one) => malformed.includes(one))
  if (name === undefined) return null
  const raw = attributes[name]
  return raw === undefined ? profile.unreadable : profile.unreadableAs(JSON.stringify(raw))
}
