import type { ReactNode } from 'react'
import { readEmail, readPhone } from '#src/domain/filters.ts'
import type { ChannelName, Reach, ReasonCode } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { capital } from '#src/web/lib/capital.ts'
import { hasReaches } from '#src/web/users/filters/chips.ts'
import { useMasking } from '#src/web/users/masking.ts'
import { countryName, lineInWords } from '#src/web/users/number-words.ts'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels, reachLabels } from '#src/web/users/reach-labels.ts'
import { reasonsInWords } from '#src/web/users/reach-words.ts'
import type { Known, Sentence } from '#src/web/users/sentence-words.ts'
import { shownReach } from '#src/web/users/sentence-words.ts'
import { type Fact, Facts, given } from './facts.tsx'
import { FilterBy } from './filter-by.tsx'
import { Browsers, Devices } from './push-card.tsx'
import { Revealable } from './revealable.tsx'
import { Section } from './section.tsx'
import { SlackFacts } from './slack-facts.tsx'
import { Suppression } from './suppression.tsx'
import { openInWords } from './told-words.ts'
import { drawer as words } from '#src/web/words/drawer.ts'

type Props = {
  readonly user: User
  readonly sentences: readonly Sentence[]
  readonly detail: Known['detail']
  readonly zone: string
}

type CardProps = Omit<Props, 'user'> & {
  readonly channel: ChannelName
  /** Without what activity shows. */
  readonly judged: Reach
  readonly children: ReactNode
}

/** A card for each channel: the verdict, and everything the platform gave that proves it. */
export function ChannelCards({ user, ...rest }: Props) {
  const { zone } = rest
  const { email, sms, push, webPush, slack } = user.channels
  const masked = useMasking()
  const fact = (name: string, field: 'email' | 'phone'): Fact => {
    const value = user[field]
    if (value === null) return { name, value }
    // In the form in which the list compares it; what cannot be looked for narrows nothing.
    const sought = field === 'email' ? readEmail(value) : readPhone(value)
    if (!masked)
      return sought === null
        ? { name, value }
        : { name, value, action: <FilterBy by={{ [field]: sought }} /> }
    const { environment, id } = user
    return { name, value: <Revealable {...{ environment, id, field, value }} /> }
  }
  return (
    <>
      <Card channel="email" judged={email.reach} {...rest}>
        <Facts rows={[fact(words.address, 'email')]} />
        <Suppression email={email} address={user.email} zone={zone} />
      </Card>
      <Card channel="sms" judged={sms.reach} {...rest}>
        <Facts
          rows={[
            fact(words.number, 'phone'),
            ...given([
              {
                name: words.country,
                value: sms.country === null ? null : `${countryName(sms.country)} (${sms.country})`,
              },
              { name: words.line, value: sms.lineType === null ? null : lineInWords(sms.lineType) },
            ]),
          ]}
        />
      </Card>
      <Card channel="push" judged={push.reach} {...rest}>
        {push.devices.length > 0 && <Devices devices={push.devices} zone={zone} />}
      </Card>
      <Card channel="webPush" judged={webPush.reach} {...rest}>
        {webPush.subscriptions.length > 0 && (
          <Browsers subscriptions={webPush.subscriptions} zone={zone} />
        )}
      </Card>
      <Card channel="slack" judged={slack.reach} {...rest}>
        {(slack.destination !== null || slack.connection !== null) && <SlackFacts slack={slack} />}
      </Card>
    </>
  )
}

// What stands over a channel, and what keeps it from being known, show in no fact of its own.
const unproved = (code: ReasonCode) =>
  code === 'switched-off' || code === 'opted-out' || code === 'opted-out-of-some'

function Card(props: CardProps) {
  const { channel, sentences, detail, zone } = props
  const sentence = sentences.find((one) => one.channel === channel)
  // Channels without anything in them are named above, in one line.
  if (sentence === undefined || sentence.verdict.reach === 'absent') return null
  const { state, verdict, clauses, places } = sentence
  const isOpen = state === 'open'
  const { reach } = verdict
  const reasons =
    reach === 'unknown' ? verdict.reasons : verdict.reasons.filter(({ code }) => unproved(code))
  const shown = [...clauses, ...places].filter(({ field }) => field === 'activity')
  const said = [
    reasonsInWords(channel, { ...verdict, reasons }, zone),
    ...shown.map(({ text }) => text),
  ].filter((part) => part !== '')
  // Choices and activity are this user's alone: the list has another verdict then.
  const isJudgedInList =
    reach === props.judged && verdict.reasons.every(({ code }) => code !== 'opted-out')
  const text = isOpen ? openInWords(detail, reach) : `${said.join('; ')}.`
  return (
    <Section
      proof={channel}
      title={
        <>
          <ReachGlyph channel={channel} reach={shownReach(sentence)} />
          {channelLabels[channel]}
        </>
      }
      beside={
        <OnHover>
          <FilterBy by={{ reach: { [channel]: hasReaches } }} />
        </OnHover>
      }
      aside={
        !isOpen && (
          <span className="group flex items-center gap-1 text-small text-muted">
            {isJudgedInList && (
              <OnHover>
                <FilterBy by={{ reach: { [channel]: [reach] } }} />
              </OnHover>
            )}
            {reachLabels[reach]}
          </span>
        )
      }
    >
      {(isOpen || said.length > 0) && <p className="py-1 text-muted">{capital(text)}</p>}
      {props.children}
    </Section>
  )
}

const OnHover = ({ children }: { readonly children: ReactNode }) => (
  <span className="-my-1 flex opacity-0 group-hover:opacity-100 focus-within:opacity-100 [@media(hover:none)]:opacity-100">
    {children}
  </span>
)
