import { useQueryClient } from '@tanstack/react-query'
import { ClipboardList } from 'lucide-react'
import type { Environment } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { copyText } from '#src/web/lib/notice.ts'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { userQueries } from '#src/web/users/queries.ts'
import { joinPages } from './activity-pages.ts'
import { supportSummary } from './summary.ts'

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
    const read = client.getQueryData(userQueries.activity(environment.id, user.id).queryKey)
    const activity = read === undefined ? null : joinPages(read.pages, read.pageParams).rows
    return supportSummary({ user, environment, link, activity, now: Date.now(), zone })
  }
  useCommands([
    {
      id: 'user.summary',
      label: 'Copy support summary',
      group: 'User',
      words: 'ticket markdown report',
      run: () => void copyText(make(), 'the support summary'),
    },
  ])
  return <CopyButton value={make} label="support summary" icon={ClipboardList} large />
}
