import type { Environment } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import type { UserAnswer } from '#src/gateway/api.ts'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import { ActivityList } from './activity-list.tsx'
import { ChannelCards } from './channel-cards.tsx'
import { Facts } from './facts.tsx'
import { JsonView } from './json-view.tsx'
import { Preferences, Subscriptions } from './preferences.tsx'
import { Profile } from './profile.tsx'
import { Section } from './section.tsx'
import { Sentences } from './sentences.tsx'
import { WhyNot } from './why.tsx'

/** Everything in the drawer under its head: sentences first, the raw record last. */
export function DrawerBody(props: {
  readonly environment: Environment
  readonly user: User
  /** What the platform answered for this user alone; undefined until then. */
  readonly answer: UserAnswer | undefined
  readonly links: UserLinks
  readonly zone: string
  readonly now: number
}) {
  const { environment, user, answer, links, zone, now } = props
  return (
    <>
      <Sentences user={user} zone={zone} links={links} />
      <WhyNot environment={environment.id} user={user} zone={zone} now={now} />
      <Profile user={user} zone={zone} now={now} />
      <ChannelCards user={user} zone={zone} />
      <Preferences preferences={answer?.preferences} />
      <Subscriptions subscriptions={answer?.subscriptions} zone={zone} />
      <ActivityList environment={environment.id} user={user} zone={zone} now={now} />
      <Section title="Attributes">
        {Object.keys(user.attributes).length === 0 ? (
          <p className="text-muted">None.</p>
        ) : (
          <Facts
            rows={Object.entries(user.attributes).map(([name, value]) => ({
              name,
              mono: true,
              value: typeof value === 'string' ? value : <JsonView value={value} label={name} />,
            }))}
          />
        )}
      </Section>
      <Section title="Raw record">
        {answer === undefined ? (
          <div className="skeleton w-40" />
        ) : (
          <details>
            <summary className="w-fit rounded-md text-muted hover:text-text">
              As the platform gave it, secrets replaced by fingerprints
            </summary>
            <div className="mt-2">
              <JsonView value={answer.raw} label="Raw record" boxed />
            </div>
          </details>
        )}
      </Section>
    </>
  )
}
