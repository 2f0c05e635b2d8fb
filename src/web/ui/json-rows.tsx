import ChevronRight from 'lucide-react/icons/chevron-right'
import { createContext, useContext, useState } from 'react'
import type { Json } from '#src/domain/json.ts'
import { visible } from '#src/web/lib/visible.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import type { Found, Pointer } from './json-search.ts'
import { below, deepest, partsOf, textOf } from './json-search.ts'
import { copying } from './verbatim.tsx'
import { ui } from '#src/web/words/ui.ts'

const mostAtOnce = 100
// Of a long text a line or two, until it is opened, and then as much as can be read.
const fewCharacters = 160
const mostCharacters = 20_000

type Shared = {
  /** Null while nothing is looked for. */
  readonly found: Found | null
  /** The row that has the tree's one tab stop. */
  readonly active: Pointer
  readonly setActive: (pointer: Pointer) => void
}
/** What all rows of one tree share. */
export const TreeContext = createContext<Shared>({
  found: null,
  active: '',
  setActive: () => undefined,
})

type Part = readonly [name: string, value: Json]

/** The parts of one level, a hundred at a time. Of a branch that matches by its name, all of them. */
export function Parts(props: {
  readonly parts: readonly Part[]
  readonly pointer: Pointer
  readonly depth: number
  readonly inHit: boolean
}) {
  const { found } = useContext(TreeContext)
  const [most, setMost] = useState(mostAtOnce)
  const { parts, pointer, depth, inHit } = props
  const shown =
    found === null || inHit ? parts : parts.filter(([name]) => found.way.has(below(pointer, name)))
  return (
    <>
      {shown.slice(0, most).map(([name, value]) => (
        <Node
          key={name}
          name={name}
          value={value}
          pointer={below(pointer, name)}
          depth={depth}
          inHit={inHit}
        />
      ))}
      {shown.length > most && (
        <li role="none" style={{ paddingInlineStart: indent(depth) }}>
          <Button className="h-6 font-sans" onClick={() => setMost(most + mostAtOnce)}>
            {ui.tree.more(shown.length - most)}
          </Button>
        </li>
      )}
    </>
  )
}

const indent = (depth: number) => 8 + depth * 14

function Node(props: {
  readonly name: string
  readonly value: Json
  readonly pointer: Pointer
  readonly depth: number
  readonly inHit: boolean
}) {
  const { name, value, pointer, depth } = props
  const { found, active, setActive } = useContext(TreeContext)
  const parts = partsOf(value)
  const inHit = props.inHit || found?.hits.has(pointer) === true
  const [toggled, setToggled] = useState<boolean | null>(null)
  const isBranch = parts !== null && parts.length > 0
  const led =
    found !== null &&
    (isBranch
      ? parts.some(([part]) => found.way.has(below(pointer, part)))
      : found.hits.has(pointer))
  const opens = isBranch || (typeof value === 'string' && value.length > fewCharacters)
  const open = opens && (toggled ?? led)
  const isActive = active === pointer
  const shownName = visible(name)
  return (
    // Keys are the tree's, which passes Enter and space on as a click.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      role="treeitem"
      aria-label={
        isBranch ? `${shownName}, ${sizeOf(parts, value)}` : `${shownName}: ${shortOf(value)}`
      }
      aria-level={depth + 1}
      aria-expanded={opens ? open : undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && setActive(pointer)}
      onClick={(event) => {
        event.stopPropagation()
        setActive(pointer)
        if (opens && getSelection()?.isCollapsed !== false) setToggled(!open)
      }}
      onCopy={(event) => {
        if (getSelection()?.isCollapsed === false) return
        event.stopPropagation()
        copying(textOf(value))(event)
      }}
      className="group/row rounded-sm"
    >
      <div
        className={`group/line flex items-start gap-2 rounded-sm py-px pe-1 hover:bg-hover ${opens ? 'cursor-pointer' : ''}`}
        style={{ paddingInlineStart: indent(depth) }}
      >
        <ChevronRight
          size={12}
          aria-hidden
          className={`mt-1 shrink-0 text-muted ${opens ? '' : 'invisible'} ${open ? 'rotate-90' : 'rtl:-scale-x-100'}`}
        />
        <bdi className="me-1 shrink-0 max-w-2/5 wrap-anywhere text-muted">{shownName}</bdi>
        <span className="min-w-0 flex-1 wrap-anywhere">
          {isBranch ? (
            <span className="font-sans text-muted">{sizeOf(parts, value)}</span>
          ) : (
            <Scalar value={value} whole={open} />
          )}
        </span>
        <span
          className={`-my-0.5 flex opacity-0 group-hover/line:opacity-100 focus-within:opacity-100 ${isActive ? 'group-focus/row:opacity-100' : ''}`}
        >
          <CopyButton value={() => textOf(value)} label={shownName} tabIndex={isActive ? 0 : -1} />
        </span>
      </div>
      {open && isBranch && (
        <ul role="group">
          {depth + 1 < deepest ? (
            <Parts parts={parts} pointer={pointer} depth={depth + 1} inHit={inHit} />
          ) : (
            <li
              role="none"
              style={{ paddingInlineStart: indent(depth + 1) }}
              className="text-muted"
            >
              {ui.tree.deeper}
            </li>
          )}
        </ul>
      )}
    </li>
  )
}

const sizeOf = ({ length }: readonly Part[], value: Json): string =>
  (Array.isArray(value) ? ui.tree.entries : ui.tree.fields)(length)

const shortOf = (value: Json): string => visible(textOf(value).slice(0, 200))

function Scalar({ value, whole }: { readonly value: Json; readonly whole: boolean }) {
  if (typeof value !== 'string') {
    const rounded =
      typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
    return (
      <span className={value === null ? 'text-muted' : ''}>
        {textOf(value)}
        {rounded && <span className="font-sans text-muted"> {ui.tree.rounded}</span>}
      </span>
    )
  }
  const shown = value.slice(0, whole ? mostCharacters : fewCharacters)
  const left = value.length - shown.length
  return (
    <>
      <span className="text-muted">"</span>
      <bdi>{visible(shown)}</bdi>
      <span className="text-muted">{left > 0 ? '…' : '"'}</span>
      {left > 0 && <span className="font-sans text-muted"> {ui.tree.characters(left)}</span>}
    </>
  )
}
