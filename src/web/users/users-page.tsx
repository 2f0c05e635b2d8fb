import { hashKey, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { usePathname, useSearchParams } from '#src/web/lib/address.ts'
import { useMediaQuery } from '#src/web/lib/use-media-query.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import { dayAt } from '#src/web/lib/time.ts'
import { useNow } from '#src/web/lib/use-now.ts'
import { chipsOf, narrowedBy, unansweredOf } from '#src/web/users/filters/chips.ts'
import { FilterBar } from '#src/web/users/filters/filter-bar.tsx'
import { FailureBar } from './failure-bar.tsx'
import { forgetPlace, recallSpot, rememberSpot } from './list-memory.ts'
import { closeUser, goToView, listIn, narrowList, openUser } from './navigation.ts'
import type { ListKey } from './queries.ts'
import { listKeyOf } from './queries.ts'
import { RowsButton } from './rows-button.tsx'
import { UserList } from './user-list.tsx'
import type { Spot } from './spot.ts'
import { firstSpot } from './spot.ts'
import { changeView, readView, unreadIn } from './view.ts'
import { useAnnouncedCount } from './use-announced-count.ts'
import { useColumnSettings } from './use-column-settings.ts'
import { useListMemory } from './use-list-memory.ts'
import { Views } from '#src/web/users/views/views.tsx'
import { isNewestFirst } from '#src/web/users/refresh/newest-first.ts'
import { ReloadButton } from '#src/web/users/refresh/reload-button.tsx'
import { readRows } from '#src/web/users/selection/read-rows.ts'
import { useSelection } from './use-selection.ts'
import { useUserRows } from './use-user-rows.ts'
import { useWholeAddress } from './use-whole-address.ts'

const [Drawer, loadDrawer] = onDemand(
  async () => (await import('#src/web/users/drawer/drawer.tsx')).Drawer,
  { meanwhile: () => <div className="w-110 shrink-0 border-s border-line max-lg:hidden" /> },
)
const [PageCommands] = onDemand(
  async () => (await import('#src/web/users/commands/page-commands.tsx')).PageCommands,
  { atIntent: true },
)

const [ExportStatus] = onDemand(
  async () => (await import('#src/web/users/selection/selection-tools.tsx')).ExportStatus,
  { atIntent: true },
)
const [Tips] = onDemand(async () => (await import('#src/web/users/tips/tips.tsx')).Tips, {
  atIntent: true,
})

/** Everything about the users of one environment: the filter bar, the list, and the drawer beside it. */
export function UsersPage({ environment }: { readonly environment: Environment }) {
  const client = useQueryClient()
  const params = useSearchParams()
  const view = useMemo(() => readView(params), [params])
  const now = useNow()
  const today = useMemo(() => dayAt(now, view.zone), [now, view.zone])
  // Without the open user, so that opening another one leaves the list and every row as it is.
  const around = useMemo(() => changeView(params, { user: null }).toString(), [params])
  const list = useMemo(
    () => listKeyOf(environment.id, readView(new URLSearchParams(around)), today),
    [environment.id, around, today],
  )
  const listId = useMemo(() => hashKey([list]), [list])
  const chips = useMemo(() => chipsOf(view, environment.capabilities), [view, environment])
  const narrowed = narrowedBy(chips)
  // What nobody answers here is not asked; the list says so instead.
  const unread = useMemo(() => unreadIn(params), [params])
  const answerable = unread === null && unansweredOf(chips).length === 0
  useListMemory(list, listId, answerable)
  const [generation, setGeneration] = useState(0)
  // One walk through one list.
  const walk = `${listId} ${generation}`
  const rows = useUserRows(list, walk, answerable)
  const [spot, setSpot] = useSpot(list, listId)
  const [selection, select] = useSelection(listId)
  const [settings, onSettings] = useColumnSettings(environment.id)
  useWholeAddress(view, settings)

  const pathname = usePathname()
  const shared = useMemo(() => listIn(new URLSearchParams(around)), [around])
  const linkTo = useCallback(
    (id: string) => `${pathname}?${shared}&${new URLSearchParams({ user: id })}`,
    [pathname, shared],
  )
  const links = useMemo(() => ({ to: linkTo, open: openUser }), [linkTo])
  const restart = () => {
    setSpot(firstSpot)
    forgetPlace(list)
    // Rows may be others' now; whoever was selected still is.
    select({ users: selection.users, anchor: null })
    rows.restart()
    setGeneration(generation + 1)
  }

  const openSlot = rows.slots.find((slot) => slot.user !== null && slot.user.id === view.user)
  // Where the open user stands, also when the list was scrolled away from there.
  const [openAt, setOpenAt] = useState({ listId, id: '', row: -1 })
  const isKnown = openAt.listId === listId && openAt.id === view.user
  if (openSlot?.user != null && !(isKnown && openAt.row === openSlot.index))
    setOpenAt({ listId, id: openSlot.user.id, row: openSlot.index })
  const stepper = (by: 1 | -1) => {
    const row = openAt.row + by
    const slot = rows.slots[row - rows.start]
    if (!isKnown || row < 0 || row >= rows.trail.rows || slot?.gone === true) return null
    return async () => {
      setSpot({ row, column: spot.column })
      if (slot?.user != null) return openUser(slot.user.id)
      const stretch = { first: row, last: row }
      const { href } = location
      for await (const [found] of readRows(client, list, rows.trail, stretch))
        // Meanwhile they may have gone on to something else.
        if (found !== undefined && location.href === href) openUser(found.user.id)
    }
  }
  useAnnouncedCount(rows.trail, narrowed)
  // On a narrow screen the drawer is the whole screen: what it covers is out of reach until it closes.
  const covered = useMediaQuery('(width < 64rem)') && view.user !== null

  const page = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, onOpen] = useState(false)
  const menu = useMemo(() => ({ button, isOpen, onOpen }), [isOpen])

  return (
    <div ref={page} className="flex min-h-0 flex-1">
      <Tips
        within={page}
        reachOnFocus={view.user === null}
        userOf={(index) => rows.slots[index - rows.start]?.user ?? null}
        zone={view.zone}
      />
      <PageCommands
        environment={environment}
        narrowed={narrowed}
        rows={rows}
        view={view}
        settings={settings}
        change={goToView}
        onSettings={onSettings}
        onRestart={restart}
      />
      {/* Whoever comes to the list may open somebody. */}
      <div
        className="isolate flex min-w-0 flex-1 flex-col"
        inert={covered}
        onPointerEnter={loadDrawer}
        onFocus={loadDrawer}
      >
        <FilterBar
          lead={<Views environment={environment} settings={settings} />}
          tail={<RowsButton menu={menu} isAny={rows.trail.rows > 0} />}
          environment={environment}
          rows={rows}
          view={view}
          chips={chips}
          today={today}
          change={goToView}
          reload={
            <ReloadButton
              list={list}
              walk={walk}
              rows={rows}
              newestFirst={isNewestFirst(environment.capabilities, narrowed)}
              onRestart={restart}
            />
          }
        />
        {rows.trail.rows > 0 && <FailureBar rows={rows} onRestart={restart} />}
        <UserList
          // Rows of another environment would be taken for this one's; whoever begins a list anew sees it begin.
          key={`${environment.id} ${generation}`}
          environment={environment}
          list={list}
          walk={walk}
          rows={rows}
          view={view}
          settings={settings}
          onSettings={onSettings}
          spot={spot}
          onSpot={setSpot}
          selection={selection}
          onSelect={select}
          menu={menu}
          onStep={(by) => void stepper(by)?.()}
          onOpen={openUser}
          chips={chips}
          unread={unread}
          onRemove={goToView}
          onRestart={restart}
          linkTo={linkTo}
        />
        <ExportStatus />
      </div>
      {view.user !== null && (
        <Drawer
          environment={environment}
          id={view.user}
          takesFocus={covered}
          links={links}
          onFilter={narrowList}
          known={openSlot?.user ?? null}
          zone={view.zone}
          now={now}
          onPrevious={stepper(-1)}
          onNext={stepper(1)}
          onClose={closeUser}
        />
      )}
    </div>
  )
}

/** Where the keyboard is in a list: where it was left, or at the first row. */
function useSpot(list: ListKey, listId: string) {
  const [at, setAt] = useState(() => ({ listId, spot: recallSpot(list) }))
  const setSpot = useCallback(
    ({ row, column }: Spot) => {
      rememberSpot(list, { row, column })
      setAt((old) =>
        old.listId === listId && old.spot.row === row && old.spot.column === column
          ? old
          : { listId, spot: { row, column } },
      )
    },
    [list, listId],
  )
  return [at.listId === listId ? at.spot : recallSpot(list), setSpot] as const
}
