import { hashKey } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Environment } from '#src/domain/environment.ts'
import { useNow } from '#src/web/lib/use-now.ts'
import { resolveCreated } from '#src/web/users/created.ts'
import { FilterBar } from '#src/web/users/filters/filter-bar.tsx'
import type { ListKey } from '#src/web/users/queries.ts'
import { UserList } from '#src/web/users/user-list.tsx'
import type { ViewChange } from '#src/web/users/view.ts'
import { changeView, readView } from '#src/web/users/view.ts'
import { useUserRows } from '#src/web/users/use-user-rows.ts'

const Drawer = lazy(async () => ({
  default: (await import('#src/web/users/drawer/drawer.tsx')).Drawer,
}))

/** Everything about the users of one environment: the filter bar, the list, and the drawer beside it. */
export function UsersPage({ environment }: { readonly environment: Environment }) {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readView(params), [params])
  const now = useNow()
  const { createdAfter, createdBefore } = resolveCreated(view.created, view.zone, now)
  const list = useMemo(
    () => ({ environment: environment.id, createdAfter, createdBefore }),
    [environment.id, createdAfter, createdBefore],
  )
  const change = useCallback(
    (next: ViewChange, replace = false) =>
      setParams((old) => changeView(old, next), { replace, preventScrollReset: true }),
    [setParams],
  )
  return (
    <ListAndDrawer
      // Another list is another walk: it begins with fresh state, and the old one's stays with the old key.
      key={hashKey([list])}
      environment={environment}
      list={list}
      view={view}
      now={now}
      change={change}
    />
  )
}

function ListAndDrawer(props: {
  readonly environment: Environment
  readonly list: ListKey
  readonly view: ReturnType<typeof readView>
  readonly now: number
  readonly change: (next: ViewChange, replace?: boolean) => void
}) {
  const { environment, list, view, now, change } = props
  const rows = useUserRows(list)
  const [active, setActive] = useState(0)
  const open = useCallback((id: string) => change({ user: id }), [change])

  const openSlot = rows.slots.find((slot) => slot.user !== null && slot.user.id === view.user)
  const neighbour = (step: number) =>
    openSlot === undefined ? null : (rows.slots[openSlot.index - rows.start + step]?.user ?? null)
  const step = (by: number) => {
    const next = neighbour(by)
    if (next === null || openSlot === undefined) return
    setActive(openSlot.index + by)
    change({ user: next.id }, true)
  }

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <FilterBar environment={environment} rows={rows} view={view} now={now} change={change} />
        <UserList
          environment={environment}
          list={list}
          rows={rows}
          view={view}
          active={active}
          onActive={setActive}
          onOpen={open}
          onClearFilter={() => change({ created: null })}
        />
      </div>
      {view.user !== null && (
        <Suspense fallback={<div className="w-110 shrink-0 border-l border-line max-lg:hidden" />}>
          <Drawer
            key={view.user}
            environment={environment}
            id={view.user}
            known={openSlot?.user ?? null}
            zone={view.zone}
            now={now}
            onPrevious={neighbour(-1) === null ? null : () => step(-1)}
            onNext={neighbour(1) === null ? null : () => step(1)}
            onClose={() => change({ user: null })}
          />
        </Suspense>
      )}
    </div>
  )
}
