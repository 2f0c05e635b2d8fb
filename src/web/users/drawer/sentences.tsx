import type { ChannelName, Reach } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels, reasonsInWords } from '#src/web/users/reach-words.ts'

const severity: Record<Reach, number> = {
  blocked: 0,
  'at-risk': 1,
  reachable: 2,
  unknown: 3,
  absent: 4,
}

const verbs: Record<Reach, string> = {
  blocked: 'does not reach them',
  'at-risk': 'may not reach them',
  reachable: 'reaches them',
  unknown: 'is not known',
  absent: 'has nowhere to go',
}

const silent: ReadonlySet<Reach> = new Set(['absent', 'unknown'])

const Rest = ({ says, channels }: { says: string; channels: string }) =>
  channels !== '' && (
    <li className="flex items-start gap-2.5 py-0.5 text-muted">
      <span className="flex h-5 w-4 items-center justify-center" aria-hidden>
        –
      </span>
      {says}: {channels}.
    </li>
  )

/** What an operator would say to a colleague, worst first. Channels that were never set up come last, in one line. */
export function Sentences({ user, zone }: { readonly user: User; readonly zone: string }) {
  const ordered = channelNames.toSorted(
    (a, b) => severity[user.channels[a].reach] - severity[user.channels[b].reach],
  )
  const named = (reach: Reach) =>
    ordered
      .filter((name) => user.channels[name].reach === reach)
      .map((name) => channelLabels[name])
      .join(', ')
  const spoken = ordered.filter((name) => !silent.has(user.channels[name].reach))
  const line = (name: ChannelName) => {
    const verdict = user.channels[name]
    return (
      <li key={name} className="flex items-start gap-2.5 py-0.5">
        <span className="flex h-5 items-center">
          <ReachGlyph channel={name} reach={verdict.reach} />
        </span>
        <span>
          <span className="font-medium">
            {channelLabels[name]} {verbs[verdict.reach]}
          </span>
          <span className="text-muted">: {reasonsInWords(name, verdict, zone)}.</span>
        </span>
      </li>
    )
  }
  return (
    <section aria-label="Reach" className="px-5 py-4">
      <ul>
        {spoken.map(line)}
        <Rest says="Not known" channels={named('unknown')} />
        <Rest says="Not set up" channels={named('absent')} />
      </ul>
    </section>
  )
}
