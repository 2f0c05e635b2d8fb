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
  unknown: 'cannot be judged',
  absent: 'has nowhere to go',
}

/** What an operator would say to a colleague, worst first. Channels that were never set up come last, in one line. */
export function Sentences({ user }: { readonly user: User }) {
  const ordered = channelNames.toSorted(
    (a, b) => severity[user.channels[a].reach] - severity[user.channels[b].reach],
  )
  const spoken = ordered.filter((name) => user.channels[name].reach !== 'absent')
  const absent = ordered.filter((name) => user.channels[name].reach === 'absent')
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
          <span className="text-muted">: {reasonsInWords(verdict)}.</span>
        </span>
      </li>
    )
  }
  return (
    <section aria-label="Reach" className="px-5 py-4">
      <ul>
        {spoken.map(line)}
        {absent.length > 0 && (
          <li className="flex items-start gap-2.5 py-0.5 text-muted">
            <span className="flex h-5 w-4 items-center justify-center" aria-hidden>
              –
            </span>
            Not set up: {absent.map((name) => channelLabels[name]).join(', ')}.
          </li>
        )}
      </ul>
    </section>
  )
}
