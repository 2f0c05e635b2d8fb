import ListFilter from 'lucide-react/icons/list-filter'
import { createContext, useContext } from 'react'
import type { Capabilities } from '#src/domain/environment.ts'
import { IconButton } from '#src/web/ui/icon-button.tsx'
import { chipsOf, chipText } from '#src/web/users/filters/chips.ts'
import type { Filters } from '#src/web/users/view.ts'
import { drawer as words } from '#src/web/words/drawer.ts'

type Narrows = {
  readonly capabilities: Capabilities
  /** Narrows the list by this as well. */
  readonly onFilter: (by: Partial<Filters>) => void
}

/** What "filter by this" does wherever it stands in the drawer; null: there is no list to narrow. */
export const NarrowsContext = createContext<Narrows | null>(null)

const none: Filters = {
  created: null,
  seen: null,
  reach: {},
  devices: null,
  email: null,
  phone: null,
}

/** How the list is narrowed by this, in words and in deed; null where it cannot answer it. */
function useNarrowing(by: Partial<Filters>) {
  const narrows = useContext(NarrowsContext)
  if (narrows === null) return null
  const [chip] = chipsOf({ ...none, ...by }, narrows.capabilities)
  if (chip === undefined || chip.answerer === null) return null
  return { label: words.filterBy(chipText(chip)), narrow: () => narrows.onFilter(by) }
}

/** Narrows the list to whoever shares this with the user. Not there where the list cannot answer it. */
export function FilterBy({ by }: { readonly by: Partial<Filters> }) {
  const narrowing = useNarrowing(by)
  return (
    narrowing !== null && (
      <IconButton label={narrowing.label} icon={ListFilter} onClick={narrowing.narrow} />
    )
  )
}

/** A word of a line that narrows the list when it is pressed; a word and no more where it cannot. */
export function FilterWord(props: { readonly by: Partial<Filters>; readonly word: string }) {
  const narrowing = useNarrowing(props.by)
  if (narrowing === null) return props.word
  return (
    <button
      type="button"
      aria-label={`${props.word}: ${narrowing.label}`}
      title={narrowing.label}
      onClick={narrowing.narrow}
      className="min-h-6 rounded-sm decoration-edge underline-offset-3 hover:text-text hover:underline"
    >
      {props.word}
    </button>
  )
}
