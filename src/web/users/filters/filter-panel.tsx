import type { RefObject } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import type { FilterSubject } from '#src/domain/filters.ts'
import { answererOf, readEmail, readPhone } from '#src/domain/filters.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import type { Day } from '#src/web/lib/time.ts'
import { Popover } from '#src/web/ui/popover.tsx'
import type { View, ViewChange } from '#src/web/users/view.ts'
import { useTheirZone } from '#src/web/users/zone/use-their-zone.ts'
import { AnsweredBy } from './answered-by.tsx'
import type { PanelName } from './chips.ts'
import { answererInWords } from './chips.ts'
import { DatePanel } from './date-panel.tsx'
import { DevicePanel } from './device-panel.tsx'
import { HasPanel } from './has-panel.tsx'
import { ReachPanel } from './reach-panel.tsx'
import { ValueField } from './value-field.tsx'
import { panels } from '#src/web/words/panels.ts'

type Props = {
  readonly panel: PanelName
  /** The channel to begin with, in a panel of channels. */
  readonly channel: ChannelName
  readonly anchor: RefObject<HTMLElement | null>
  readonly at: DOMRect
  readonly environment: Environment
  readonly view: View
  readonly today: Day
  /** A change, and the filter that it was of. */
  readonly onChange: (subject: FilterSubject, change: ViewChange) => void
  readonly onClose: () => void
}

/** The panel of one kind of filter, and below it where that is answered. Everything chosen counts at once. */
export function FilterPanel(props: Props) {
  const { panel, anchor, at, environment, view, onClose } = props
  const { capabilities } = environment
  const platform = platformLabels[environment.platform]
  const subject = panel === 'reach' || panel === 'has' ? 'email' : panel
  const answerer = answererOf(subject, capabilities)
  const narrowed = view.created !== null && capabilities.createdRange === 'server'
  return (
    <Popover anchor={anchor} at={at} label={panels.titles[panel]} onClose={onClose}>
      <Fields {...props} platform={platform} />
      <AnsweredBy answerer={answerer} words={answererInWords(answerer, platform, narrowed)} />
    </Popover>
  )
}

function Fields(props: Props & { readonly platform: string }) {
  const { panel, channel, environment, view, today, platform, onChange, onClose } = props
  const { capabilities } = environment
  const theirs = useTheirZone(environment.id, view.user)
  const reach = { reach: view.reach, capabilities, platform }
  const dates = {
    zone: view.zone,
    theirs,
    today,
    onZone: (zone: string) => onChange(panel === 'created' ? 'created' : 'lastSeen', { zone }),
    onClose,
  }
  switch (panel) {
    case 'created':
      return (
        <DatePanel
          {...dates}
          what="created"
          dates={view.created}
          onDates={(created) => onChange('created', { created })}
        />
      )
    case 'lastSeen':
      return (
        <DatePanel
          {...dates}
          what="seen"
          dates={view.seen}
          onDates={(seen) => onChange('lastSeen', { seen })}
        />
      )
    case 'emailAddress':
      return (
        <ValueField
          label={panels.labels.emailAddress}
          value={view.email}
          read={readEmail}
          refusal={panels.oneAddress}
          onValue={(email) => onChange('emailAddress', { email })}
          onClose={onClose}
        />
      )
    case 'phoneNumber':
      return (
        <ValueField
          label={panels.labels.phoneNumber}
          value={view.phone}
          read={readPhone}
          refusal={panels.oneNumber}
          onValue={(phone) => onChange('phoneNumber', { phone })}
          onClose={onClose}
        />
      )
    case 'reach':
      return (
        <ReachPanel
          {...reach}
          channel={channel}
          onReach={(of, next) => onChange(of, { reach: next })}
        />
      )
    case 'has':
      return <HasPanel {...reach} onReach={(of, next) => onChange(of, { reach: next })} />
    case 'device':
      return (
        <DevicePanel
          devices={view.devices}
          onDevices={(devices) => onChange('device', { devices })}
        />
      )
  }
}
