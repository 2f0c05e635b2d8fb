import { useQueryClient } from '@tanstack/react-query'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import type { Environment } from '#src/domain/environment.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { copyText } from '#src/web/lib/notice.ts'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { userQueries } from '#src/web/users/queries.ts'
import { knownOf } from './known.ts'
import { supportSummary } from './summary.ts'
import { drawer } from '#src/web/words/drawer.ts'

const { summary: words } = drawer

/** Copies what a support ticket needs of this user, with whatever activity is loaded. */
export function CopySummary(props: {
  readonly environment: Environment
  readonly user: User
  readonly link: string
  readonly zone: string
}) {
  const { environment, user, link, zone } = props
  const client = useQueryClient()
  const make = () => {
    const state = client.getQueryState(userQueries.one(environment.id, user.id).queryKey)
    const activity = client.getQueryData(userQueries.activity(environment.id, user.id).queryKey)
    const known = knownOf(state?.data, state?.status === 'error', activity)
    const whys = channelNames.flatMap((channel) => {
      const why = client.getQueryData(userQueries.why(environment.id, user.id, channel).queryKey)
      return why === undefined ? [] : [why]
    })
    return supportSummary({ user, environment, link, known, whys, now: Date.now(), zone })
  }
  useCommands([
    {
      id: 'user.summary',
      ...words.copy,
      group: 'User',
      run: () => void copyText(make(), words.what),
    },
  ])
  return <CopyButton value={make} label={words.button} icon={ClipboardList} large />
}
