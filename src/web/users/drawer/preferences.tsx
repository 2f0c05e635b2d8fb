import type { ReactNode } from 'react'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import type { Told } from '#src/domain/told.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { activityChannelLabels } from './activity-words.ts'
import { Facts } from './facts.tsx'
import { Section } from './section.tsx'
import { untoldInWords } from './told-words.ts'

/** What the person chose to get, what they opted out of first. `preferences` undefined: not here yet. */
export function Preferences(props: {
  readonly preferences: Told<readonly Preference[]> | undefined
}) {
  return (
    <Section title="Preferences">
      <Known of={props.preferences} none="No choices are recorded.">
        {(preferences) => <Choices preferences={preferences} />}
      </Known>
    </Section>
  )
}

// What is simply on says nothing that a person would ask about.
function Choices({ preferences }: { readonly preferences: readonly Preference[] }) {
  const told = preferences.filter(({ enabled, delivery }) => !enabled || delivery !== null)
  if (told.length === 0) return <p className="text-muted">Opted out of nothing.</p>
  return (
    <Facts
      rows={told
        .toSorted((a, b) => Number(a.enabled) - Number(b.enabled))
        .map((preference) => ({ name: about(preference), value: choice(preference) }))}
    />
  )
}

const about = ({ name, notification, channel }: Preference): string =>
  [
    name ?? notification ?? 'Everything',
    channel === null ? null : `by ${activityChannelLabels[channel]}`,
  ]
    .filter((part) => part !== null)
    .join(' ')

const choice = ({ enabled, delivery }: Preference): string =>
  enabled ? (delivery ?? 'on') : 'opted out'

/** The topics that reach the person even when nobody names them. */
export function Subscriptions(props: {
  readonly subscriptions: Told<readonly TopicSubscription[]> | undefined
  readonly zone: string
}) {
  return (
    <Section title="Topics">
      <Known of={props.subscriptions} none="Subscribed to none.">
        {(subscriptions) => (
          <Facts
            rows={subscriptions.map(({ topic, since }) => ({
              name: topic,
              value: since === null ? 'subscribed' : `since ${formatExact(since, props.zone)}`,
            }))}
          />
        )}
      </Known>
    </Section>
  )
}

/** A list that may be under way, not told, empty, or there: each said for itself. */
function Known<T>(props: {
  readonly of: Told<readonly T[]> | undefined
  readonly none: string
  readonly children: (items: readonly T[]) => ReactNode
}) {
  if (props.of === undefined)
    return <div className="skeleton w-40" role="status" aria-label="Loading" />
  if (!props.of.told) return <p className="text-muted">{untoldInWords[props.of.why]}</p>
  if (props.of.value.length === 0) return <p className="text-muted">{props.none}</p>
  return props.children(props.of.value)
}
