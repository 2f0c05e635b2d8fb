import { ListFilter } from 'lucide-react'
import type { User } from '#src/domain/user.ts'
import { dayAt, formatDay, formatExact, formatRelative } from '#src/web/lib/time.ts'
import { IconButton } from '#src/web/ui/icon-button.tsx'
import type { Dates } from '#src/web/users/dates.ts'
import { ExactTime } from './exact-time.tsx'
import { type Fact, Facts, given } from './facts.tsx'
import { Section } from './section.tsx'

/** Who the user is, and since when. Only what the platform gave takes up a line. */
export function Profile(props: {
  readonly user: User
  readonly zone: string
  readonly now: number
  /** Narrows the list to users of the same day. */
  readonly onFilter: (created: Dates) => void
}) {
  const { user, zone, now, onFilter } = props
  const instant = (name: string, iso: string | null, ...wire: readonly string[]): Fact => ({
    name,
    value:
      iso === null ? (
        unreadable(user, wire)
      ) : (
        <ExactTime iso={iso}>
          {formatExact(iso, zone)} <span className="text-muted">· {formatRelative(iso, now)}</span>
        </ExactTime>
      ),
    copy: iso ?? undefined,
  })
  const created = user.createdAt === null ? null : dayAt(Date.parse(user.createdAt), zone)
  const rows = given([
    { name: 'Name', value: user.name },
    { name: 'Platform id', value: user.platformId, mono: true },
    { name: 'Locale', value: user.locale },
    { name: 'Time zone', value: user.timezone },
    // A link on request and never an image: a picture would tell its host who is being looked at.
    { name: 'Avatar', value: user.avatarUrl },
    {
      ...instant('Created', user.createdAt, 'createdAt', 'created_at'),
      action: created !== null && (
        <IconButton
          label={`Filter by this day, ${formatDay(created)}`}
          icon={ListFilter}
          onClick={() => onFilter({ from: created, to: created })}
        />
      ),
    },
    instant('Updated', user.updatedAt, 'updatedAt', 'updated_at'),
    instant('Last seen', user.lastSeenAt, 'lastSeenTime'),
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
