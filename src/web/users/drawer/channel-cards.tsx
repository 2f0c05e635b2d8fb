import type { ReactNode } from 'react'
import type { ChannelName, ReasonCode, Verdict } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { capital } from '#src/web/lib/capital.ts'
import { useMasking } from '#src/web/users/masking.ts'
import { countryName, lineInWords } from '#src/web/users/number-words.ts'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels, reachLabels } from '#src/web/users/reach-labels.ts'
import { reasonsInWords } from '#src/web/users/reach-words.ts'
import { type Fact, Facts, given } from './facts.tsx'
import { Browsers, Devices } from './push-card.tsx'
import { Revealable } from './revealable.tsx'
import { Section } from './section.tsx'
import { SlackFacts } from './slack-facts.tsx'
import { Suppression } from './suppression.tsx'

type Props = { readonly user: User; readonly zone: string }

/** A card for each channel: the verdict, and everything the platform gave that proves it. */
export function ChannelCards({ user, zone }: Props) {
  const { email, sms, push, webPush, slack } = user.channels
  const masked = useMasking()
  const fact = (name: string, field: 'email' | 'phone'): Fact => {
    const value = user[field]
    if (!masked || value === null) return { name, value }
    const { environment, id } = user
    return { name, value: <Revealable {...{ environment, id, field, value }} /> }
  }
  return (
    <>
      <Card channel="email" verdict={email} zone={zone}>
        <Facts rows={[fact('Address', 'email')]} />
        <Suppression email={email} zone={zone} />
      </Card>
      <Card channel="sms" verdict={sms} zone={zone}>
        <Facts
          rows={[
            fact('Number', 'phone'),
            ...given([
              {
                name: 'Country',
                value: sms.country === null ? null : `${countryName(sms.country)} (${sms.country})`,
              },
              { name: 'Line', value: sms.lineType === null ? null : lineInWords(sms.lineType) },
            ]),
          ]}
        />
      </Card>
      <Card channel="push" verdict={push} zone={zone}>
        {push.devices.length > 0 && <Devices devices={push.devices} zone={zone} />}
      </Card>
      <Card channel="webPush" verdict={webPush} zone={zone}>
        {webPush.subscriptions.length > 0 && (
          <Browsers subscriptions={webPush.subscriptions} zone={zone} />
        )}
      </Card>
      <Card channel="slack" verdict={slack} zone={zone}>
        {(slack.destination !== null || slack.connection !== null) && <SlackFacts slack={slack} />}
      </Card>
    </>
  )
}

// What stands over a channel, and what keeps it from being known, show in no fact of its own.
const unproved = (code: ReasonCode) =>
  code === 'switched-off' || code === 'opted-out' || code === 'opted-out-of-some'

function Card(props: {
  readonly channel: ChannelName
  readonly verdict: Verdict
  readonly zone: string
  readonly children: ReactNode
}) {
  const { channel, verdict, zone } = props
  // Channels without anything in them are named above, in one line.
  if (verdict.reach === 'absent') return null
  const reasons =
    verdict.reach === 'unknown'
      ? verdict.reasons
      : verdict.reasons.filter(({ code }) => unproved(code))
  const said = reasonsInWords(channel, { ...verdict, reasons }, zone)
  return (
    <Section
      proof={channel}
      title={
        <>
          <ReachGlyph channel={channel} reach={verdict.reach} />
          {channelLabels[channel]}
        </>
      }
      aside={<span className="text-small text-muted">{reachLabels[verdict.reach]}</span>}
    >
      {said !== '' && <p className="py-1 text-muted">{capital(said)}.</p>}
      {props.children}
    </Section>
  )
}
