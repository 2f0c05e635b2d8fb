import type { KeyboardEvent } from 'react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Json } from '#src/domain/json.ts'
import { Parts, TreeContext } from './json-rows.tsx'
import type { Pointer } from './json-search.ts'
import { below, hasMoreThan, partsOf, search } from './json-search.ts'
import { ui } from '#src/web/words/ui.ts'
import { isMirrored } from '#src/web/lib/direction.ts'

// Whoever has no more fields than this sees them all at once.
const fewest = 8

/**
 * JSON as a tree to open and close, with a filter where there is much in it. One tab stop; arrow keys
 * move and open, as in any tree, and copying a row gives its value.
 */
export function JsonTree({ value, label }: { readonly value: Json; readonly label: string }) {
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed.trim())
  const found = useMemo(() => (wanted === '' ? null : search(value, wanted)), [value, wanted])
  const parts = useMemo(() => partsOf(value) ?? [['value', value] as const], [value])
  const isMuch = useMemo(() => hasMoreThan(value, fewest), [value])
  const [first] = found === null ? parts : parts.filter(([name]) => found.way.has(below('', name)))
  const [chosen, setActive] = useState<Pointer | null>(null)
  const top = below('', first?.[0] ?? '')
  const active = chosen ?? top
  const shared = useMemo(() => ({ found, active, setActive }), [found, active])
  return (
    <TreeContext value={shared}>
      {isMuch && (
        <Filter
          label={label}
          typed={typed}
          hits={found?.hits.size ?? null}
          onType={(text) => {
            setTyped(text)
            setActive(null)
          }}
        />
      )}
      {found?.hits.size !== 0 && (
        <ul
          // Opened by a filter, a branch closes when the filter goes.
          key={found === null ? 'all' : 'found'}
          role="tree"
          aria-label={label}
          onKeyDown={onTreeKey}
          className="-mx-2 font-mono text-small/5"
        >
          <Parts parts={parts} pointer="" depth={0} inHit={false} />
        </ul>
      )}
    </TreeContext>
  )
}

function Filter(props: {
  readonly label: string
  readonly typed: string
  readonly onType: (text: string) => void
  readonly hits: number | null
}) {
  const { label, typed, onType, hits } = props
  return (
    <div className="mb-1.5 flex items-center gap-3">
      <input
        type="text"
        aria-label={ui.tree.filter(label)}
        placeholder={ui.tree.filterPlaceholder}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === '') return
          event.preventDefault()
          onType('')
        }}
        className="h-7 w-52 rounded-md border border-line bg-raised px-2 placeholder:text-muted"
      />
      <span role="status" className="text-small text-muted">
        {hits === null ? '' : hits === 0 ? ui.tree.nothing : ui.tree.found(hits)}
      </span>
    </div>
  )
}

/** The keys of a tree (WAI-ARIA APG): up and down, right to open or go in, left to close or go out. */
function onTreeKey(event: KeyboardEvent<HTMLElement>) {
  const { key, target, currentTarget } = event
  if (!(target instanceof HTMLElement) || !target.matches('[role=treeitem]')) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')]
  const at = rows.indexOf(target)
  const [onward, back] = isMirrored() ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  const expanded = target.getAttribute('aria-expanded')
  const toggles =
    key === 'Enter' ||
    key === ' ' ||
    (key === onward && expanded === 'false') ||
    (key === back && expanded === 'true')
  const goals: Record<string, HTMLElement | null | undefined> = {
    ArrowDown: rows[at + 1],
    ArrowUp: rows[at - 1],
    [onward]: expanded === 'true' ? rows[at + 1] : undefined,
    [back]: target.parentElement?.closest<HTMLElement>('[role=treeitem]'),
    Home: rows[0],
    End: rows.at(-1),
  }
  if (!toggles && !(key in goals)) return
  event.preventDefault()
  if (toggles) target.click()
  else goals[key]?.focus()
}
