import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import type { UserAnswer } from '#src/gateway/api.ts'
import { Deferred } from '#src/web/lib/deferred.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { isOnlyAnId } from '#src/web/users/note-words.ts'
import { userQueries } from '#src/web/users/queries.ts'
import { sentencesOf } from '#src/web/users/sentence-words.ts'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import type { Filters } from '#src/web/users/view.ts'
import { ActivityList } from './activity-list.tsx'
import { ChannelCards } from './channel-cards.tsx'
import { NarrowsContext } from './filter-by.tsx'
import { knownOf } from './known.ts'
import { Notes } from './notes.tsx'
import { Preferences, Subscriptions } from './preferences.tsx'
import { Profile } from './profile.tsx'
import { Attributes, RawRecord } from './raw.tsx'
import { Sentences } from './sentences.tsx'
import type { WhyAsked } from './why.tsx'
import { WhyNot } from './why.tsx'
import { drawer as words } from '#src/web/words/drawer.ts'

/** Everything in the drawer under its head: sentences first, the raw record last. */
export function DrawerBody(props: {
  readonly environment: Environment
  readonly user: User
  /** What the platform answered for this user alone; undefined until then. */
  readonly answer: UserAnswer | undefined
  /** No answer came: what only it could tell is left out, instead of being waited for. */
  readonly failed: boolean
  readonly onRetry: () => void
  readonly links: UserLinks
  readonly onFilter: (by: Partial<Filters>) => void
  readonly asked: WhyAsked
  readonly onAsk: (asked: WhyAsked) => void
  readonly zone: string
  readonly now: number
}) {
  const { environment, user, answer, links, onFilter, onRetry, zone, now } = props
  const waits = answer !== undefined || !props.failed
  // Read along with the list of it further down, which asks for it.
  const activity = useInfiniteQuery({
    ...userQueries.activity(environment.id, user.id),
    enabled: false,
  })
  const known = knownOf(answer, props.failed, activity.data)
  const sentences = sentencesOf(user, zone, known)
  const platform = platformLabels[environment.platform]
  const isEmpty = isOnlyAnId(user)
  const narrows = useMemo(
    () => ({ capabilities: environment.capabilities, onFilter }),
    [environment.capabilities, onFilter],
  )
  const { detail } = known
  return (
    <NarrowsContext value={narrows}>
      <section aria-label={words.reach} className="px-5 py-3.5">
        {isEmpty ? (
          <OnlyAnId platform={platform} />
        ) : (
          <Sentences
            sentences={sentences}
            detail={detail}
            noChoices={answer?.preferences.told === false && answer.preferences.why === 'failed'}
            platform={platform}
            onRetry={onRetry}
          />
        )}
        <Notes user={user} zone={zone} links={links} compared={answer?.compared ?? null} />
      </section>
      <WhyNot
        environment={environment.id}
        user={user}
        sentences={sentences}
        asked={props.asked}
        onAsk={props.onAsk}
        zone={zone}
        now={now}
      />
      {!isEmpty && <Profile user={user} zone={zone} now={now} />}
      <Deferred>
        <ChannelCards user={user} sentences={sentences} detail={detail} zone={zone} />
        {/* Of somebody whom the platform does not know these are what everybody begins with. */}
        {waits && !isEmpty && <Preferences preferences={answer?.preferences} />}
        {waits && !isEmpty && <Subscriptions subscriptions={answer?.subscriptions} zone={zone} />}
        <ActivityList
          environment={environment.id}
          user={user}
          preferences={known.preferences}
          now={now}
        />
        <Attributes attributes={user.attributes} />
        {waits && <RawRecord answer={answer} />}
      </Deferred>
    </NarrowsContext>
  )
}

/** The one thing to say of an id that may be nobody's (contract NotificationAPI §3). */
const OnlyAnId = ({ platform }: { readonly platform: string }) => (
  <p className="py-0.5 font-medium">{words.onlyAnId(platform)}</p>
)
