import Bookmark from 'lucide-react/icons/bookmark'
import { memo, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { usePathname, useSearchParams } from '#src/web/lib/address.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { onDemand, popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { useSetting } from '#src/web/lib/use-setting.ts'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import { Link } from '#src/web/ui/link.tsx'
import type { ColumnSettings } from '#src/web/users/column-settings.ts'
import { isShown, viewSearch, viewsSetting } from './saved-views.ts'
import type { Task } from './view-line.tsx'
import { views as words } from '#src/web/words/views.ts'

const [ViewsPanel, loadPanel] = popupOnDemand(
  async () => (await import('./views-panel.tsx')).ViewsPanel,
)
const [ViewCommands] = onDemand(async () => (await import('./view-commands.tsx')).ViewCommands, {
  atIntent: true,
})

const openViews = {
  id: 'views.open',
  ...words.open,
  group: 'Views',
  keys: ['v'],
} as const

/** The saved views: those that are pinned as tabs, all of them in a panel that is loaded on intent. */
export const Views = memo(function Views(props: {
  readonly environment: Environment
  readonly settings: ColumnSettings
}) {
  const params = useSearchParams()
  const pathname = usePathname()
  const saved = useSetting(viewsSetting)
  const here = viewSearch(params, props.settings)
  const [panel, setPanel] = useState<{ readonly task: Task } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const open = (task: Task = null) => setPanel({ task })
  useCommands([{ ...openViews, run: () => open() }])
  const shared = { saved, here, pathname, environment: props.environment }
  const tabs = saved.views.filter(({ pinned }) => pinned)
  return (
    <div className={`flex min-w-0 items-center gap-1 ${tabs.length > 0 ? 'max-sm:w-full' : ''}`}>
      <Button
        ref={button}
        aria-label={openViews.label}
        aria-haspopup="dialog"
        aria-expanded={panel !== null}
        {...commandHints(openViews)}
        onPointerEnter={loadPanel}
        onFocus={loadPanel}
        onClick={() => open()}
        className="-ms-2 max-sm:ms-0"
      >
        <Bookmark size={14} aria-hidden />
      </Button>
      {tabs.length > 0 && (
        <nav
          aria-label={words.open.label}
          className="flex min-w-0 gap-0.5 overflow-x-auto [scrollbar-width:none]"
        >
          {tabs.map(({ id, name, search }) => (
            <Link
              key={id}
              pathname={pathname}
              search={search}
              aria-current={isShown(search, here) ? 'page' : undefined}
              className="flex h-7 max-w-40 shrink-0 items-center rounded-md px-2 text-muted outline-offset-[-2px] hover:bg-hover hover:text-text aria-[current]:bg-chosen aria-[current]:text-text"
            >
              <bdi className="truncate">{name}</bdi>
            </Link>
          ))}
        </nav>
      )}
      <ViewCommands {...shared} onTask={open} />
      {panel !== null && (
        <ViewsPanel
          {...shared}
          anchor={button}
          task={panel.task}
          onTask={open}
          onClose={() => setPanel(null)}
        />
      )}
    </div>
  )
})
