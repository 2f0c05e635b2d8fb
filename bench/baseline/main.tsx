import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import type { UsersAnswer } from '#src/gateway/api.ts'

// The least that can show the same list: one infinite query over the same API, one virtual list, four
// columns of text. No router, filters, drawer, words, grid semantics, or bound on what it holds.

const environment = new URLSearchParams(location.search).get('environment') ?? ''

async function readPage(after: string | null): Promise<UsersAnswer> {
  const cursor = after === null ? '' : `&after=${encodeURIComponent(after)}`
  const response = await fetch(`/api/environments/${environment}/users?limit=100${cursor}`)
  return response.json()
}

function List() {
  const scroller = useRef<HTMLDivElement>(null)
  const { data, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['users'],
    queryFn: ({ pageParam }) => readPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.page.after,
  })
  const users = data?.pages.flatMap((page) => page.users) ?? []
  const rows = useVirtualizer({
    count: users.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => 36,
    overscan: 8,
  })
  const last = rows.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= users.length - 100 && hasNextPage && !isFetching) void fetchNextPage()
  }, [last, users.length, hasNextPage, isFetching, fetchNextPage])
  return (
    <div ref={scroller} role="grid" style={{ height: '100%', overflow: 'auto' }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const user = users[index]
          return (
            <div
              key={index}
              className="row"
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              {user === undefined ? (
                <span className="skeleton" />
              ) : (
                <>
                  <a href={`#${user.id}`}>{user.name ?? user.id}</a>
                  <span>{user.email}</span>
                  <span>{user.phone}</span>
                  <span>{user.createdAt}</span>
                </>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <List />
  </QueryClientProvider>,
)
