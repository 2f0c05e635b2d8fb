import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { wayHere } from '#src/web/lib/address.ts'
import { forgetList, returnToList, storeList } from './list-memory.ts'
import type { ListKey } from './queries.ts'
import { askForTop } from './queries.ts'

/**
 * Back, Forward and a reload find a list as it was left; going to it by a link, a filter or the menu
 * begins it anew. Where the page was opened, there is nothing older, and what is here was just read. Of a list that is
 * not `answerable` nothing is asked.
 */
export function useListMemory(list: ListKey, listId: string, answerable: boolean) {
  const client = useQueryClient()
  const [known, setKnown] = useState<string | null>(null)
  // During render and not in an effect: the list must not be read before this is settled.
  if (known !== listId) {
    setKnown(listId)
    const way = wayHere()
    if (way === 'returned') returnToList(client, list)
    if (way === 'went on') {
      forgetList(client, list)
      // Asked for already here: to draw what waits for it takes as long as the answer does.
      if (answerable) void askForTop(client, list)
    }
  }
  useEffect(() => {
    const store = () => storeList(client, list)
    addEventListener('pagehide', store)
    return () => removeEventListener('pagehide', store)
  }, [client, list])
}
