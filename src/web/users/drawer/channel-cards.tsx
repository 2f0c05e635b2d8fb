import type { ReactNode } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import type { ChannelName, Verdict } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { Devices } from './devices.tsx'
import { Facts } from './facts.tsx'
import { Section } from './section.tsx'
import { SlackFacts } from './slack-facts.tsx'
import { Suppression } from './suppression.tsx'
import { FingerprintText } from './fingerprint-text.tsx'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels, reachLabels, reasonsInWords } from '#src/web/users/reach-words.ts'

type Props = { readonly user: User; readonly environment: Environment; readonly zone: string }

/** A card for each channel: the verdict, and everything the platform gave that proves it. */
export function ChannelCards({ user, environment, zone }: Props) {
  const { email, sms, push, webPush, slack } = user.channels
  return (
    <>
      <Card channel="email" verdict={email}>
        <Facts rows={[{ name: 'Address', value: user.email }]} />
        {email.suppression !== null && <Suppression suppression={email.suppression} zone={zone} />}
      </Card>
      <Card channel="sms" verdict={sms}>
        <Facts
          rows={[
            { name: 'Number', value: user.phone },
            { name: 'Country', value: sms.country === null ? null : countryName(sms.country) },
          ]}
        />
      </Card>
      <Card channel="push" verdict={push}>
        {push.devices.length > 0 ? (
          <Devices devices={push.devices} stage={environment.stage} />
        ) : (
          <p className="text-muted">{capital(reasonsInWords('push', push, zone))}.</p>
        )}
      </Card>
      <Card channel="webPush" verdict={webPush}>
        {webPush.subscriptions.length > 0 ? (
          <ul className="grid gap-3">
            {webPush.subscriptions.map((subscription, index) => (
              // The same endpoint may stand there twice; the platform's order is all that tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${subscription.endpoint.hash} ${index}`}>
                <Facts
                  rows={[
                    { name: 'Service', value: subscription.service ?? 'not recognised' },
                    { name: 'Origin', value: subscription.origin, mono: true },
                    {
                      name: 'Endpoint',
                      value: <FingerprintText fingerprint={subscription.endpoint} />,
                    },
                    {
                      name: 'Keys',
                      value: keysInWords(subscription.keys),
                    },
                  ]}
                />
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{capital(reasonsInWords('webPush', webPush, zone))}.</p>
        )}
      </Card>
      <Card channel="slack" verdict={slack}>
        {slack.destination === null && slack.connection === null ? (
          <p className="text-muted">{capital(reasonsInWords('slack', slack, zone))}.</p>
        ) : (
          <SlackFacts
            destination={slack.destination}
            connection={slack.connection}
            told={slack.reasons.every(({ code }) => code !== 'slack-not-told')}
          />
        )}
      </Card>
    </>
  )
}

function Card(props: {
  readonly channel: ChannelName
  readonly verdict: Verdict
  readonly children: ReactNode
}) {
  const { channel, verdict } = props
  // Channels without anything in them are named above, in one line.
  if (verdict.reach === 'absent') return null
  return (
    <Section
      title={
        <>
          <ReachGlyph channel={channel} reach={verdict.reach} />
          {channelLabels[channel]}
        </>
      }
      aside={<span className="text-small text-muted">{reachLabels[verdict.reach]}</span>}
    >
      {props.children}
    </Section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const regions = new Intl.DisplayNames(['en'], { type: 'region' })
const countryName = (code: string) => `${regions.of(code) ?? code} (${code})`

const keysInWords = (keys: { readonly p256dh: boolean; readonly auth: boolean }) => {
  if (keys.p256dh && keys.auth) return 'both well-formed'
  if (!keys.p256dh && !keys.auth) return 'neither p256dh nor auth is well-formed'
  return keys.p256dh ? 'auth is malformed' : 'p256dh is malformed'
}
