import type { Environment } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import type { UserAnswer } from '#src/gateway/api.ts'
import { AfterPaint } from '#src/web/lib/after-paint.tsx'
import type { Dates } from '#src/web/users/dates.ts'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import { ActivityList } from './activity-list.tsx'
import { ChannelCards } from './channel-cards.tsx'
import { Preferences, Subscriptions } from './preferences.tsx'
import { Profile } from './profile.tsx'
import { Attributes, RawRecord } from './raw.tsx'
import { Sentences } from './sentences.tsx'
import { WhyNot } from './why.tsx'

/** Everything in the drawer under its head: sentences first, the raw record last. */
export function DrawerBody(props: {
  readonly environment: Environment
  readonly user: User
  /** What the platform answered for this user alone; undefined until then. */
  readonly answer: UserAnswer | undefined
  /** No answer came: what only it could tell is left out, instead of being waited for. */
  readonly failed: boolean
  readonly links: UserLinks
  readonly onFilter: (created: Dates) => void
  readonly zone: string
  readonly now: number
}) {
  const { environment, user, answer, links, onFilter, zone, now } = props
  const waits = answer !== undefined || !props.failed
  return (
    <>
      <Sentences user={user} zone={zone} links={links} />
      <WhyNot environment={environment.id} user={user} zone={zone} now={now} />
      <Profile user={user} zone={zone} now={now} onFilter={onFilter} />
      <AfterPaint>
        <ChannelCards user={user} zone={zone} />
        {waits && <Preferences preferences={answer?.preferences} />}
        {waits && <Subscriptions subscriptions={answer?.subscriptions} zone={zone} />}
        <ActivityList environment={environment.id} user={user} now={now} />
        <Attributes attributes={user.attributes} />
        {waits && <RawRecord answer={answer} />}
      </AfterPaint>
    </>
  )
}
