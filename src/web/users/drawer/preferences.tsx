import type { ReactNode } from 'react'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import type { ToldList } from '#src/domain/told.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { activityChannelLabels } from '#src/web/users/activity-words.ts'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import { ExactTime } from './exact-time.tsx'
import { Facts } from './facts.tsx'
import { Section } from './section.tsx'
import type { Entries } from './told-words.ts'
import { gapsInWords, malformedInWords, untoldInWords } from './told-words.ts'
import { drawer as words } from '#src/web/words/drawer.ts'
import { ui } from '#src/web/words/ui.ts'

/** What the person chose to get, what they opted out of first. `preferences` undefined: not here yet. */
export function Preferences(props: { readonly preferences: ToldList<Preference> | undefined }) {
  return (
    <Section title={words.preferences.title} proof="preferences">
      <Known
        of={props.preferences}
        none={words.preferences.none}
        entries={words.preferences.entries}
      >
        {(preferences, isWhole) => <Choices preferences={preferences} isWhole={isWhole} />}
      </Known>
    </Section>
  )
}

// What is simply on says nothing that a person would ask about.
function Choices(props: {
  readonly preferences: readonly Preference[]
  readonly isWhole: boolean
}) {
  const { preferences, isWhole } = props
  const told = preferences.filter(({ enabled, delivery }) => !enabled || delivery !== null)
  if (told.length === 0)
    return (
      <p className="text-muted">
        {isWhole ? words.preferences.allOn : words.preferences.allReadOn}
      </p>
    )
  return (
    <ul>
      {told
        .toSorted((a, b) => Number(a.enabled) - Number(b.enabled))
        .map(({ name, notification, channel, enabled, delivery }, index) => (
          <li
            // Two may be the same in all that is told of them.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            className="flex items-baseline justify-between gap-4 py-1"
          >
            <span className="min-w-0 wrap-break-word">
              <Verbatim text={name ?? notification ?? words.preferences.everything} />
              {channel !== null && (
                <span className="text-muted">
                  {' '}
                  {words.preferences.by(activityChannelLabels[channel])}
                </span>
              )}
            </span>
            <span className={`shrink-0 ${enabled ? 'text-muted' : ''}`}>
              {enabled ? (delivery ?? words.preferences.on) : words.preferences.off}
            </span>
          </li>
        ))}
    </ul>
  )
}

/** The topics that reach the person even when nobody names them. */
export function Subscriptions(props: {
  readonly subscriptions: ToldList<TopicSubscription> | undefined
  readonly zone: string
}) {
  return (
    <Section title={words.topics.title}>
      <Known of={props.subscriptions} none={words.topics.none} entries={words.topics.entries}>
        {(subscriptions) => (
          <Facts
            rows={subscriptions.map((subscription) => ({
              name: subscription.topic,
              value: sinceInWords(subscription, props.zone),
            }))}
          />
        )}
      </Known>
    </Section>
  )
}

const sinceInWords = ({ since, malformed }: TopicSubscription, zone: string): ReactNode =>
  since === null ? (
    [words.topics.subscribed, malformedInWords(malformed)]
      .filter((part) => part !== null)
      .join(', ')
  ) : (
    <ExactTime iso={since}>{words.topics.since(formatExact(since, zone))}</ExactTime>
  )

/** A list that may be under way, not told, empty, or there, whole or not: each said for itself. */
function Known<T>(props: {
  readonly of: ToldList<T> | undefined
  readonly none: string
  readonly entries: Entries
  readonly children: (items: readonly T[], isWhole: boolean) => ReactNode
}) {
  if (props.of === undefined)
    return <div className="skeleton w-40" role="status" aria-label={ui.loading} />
  if (!props.of.told) return <p className="text-muted">{untoldInWords[props.of.why]}</p>
  const { value, gaps } = props.of
  const left = gapsInWords(gaps, props.entries)
  if (value.length === 0) return <p className="text-muted">{left ?? props.none}</p>
  return (
    <>
      {props.children(value, left === null)}
      {left !== null && <p className="text-muted">{left}</p>}
    </>
  )
}
