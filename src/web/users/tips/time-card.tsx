import type { KeyboardEvent, PointerEvent } from 'react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { isoIn } from '#src/web/lib/exact-time.ts'
import { announce } from '#src/web/lib/notice.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { Card } from '#src/web/ui/card.tsx'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { times } from '#src/web/words/times.ts'
import { zonesTold } from './zones-told.ts'

const arrows = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['Tab', 1],
  ['Shift+Tab', -1],
])

/**
 * One instant exactly: in the zone of the list, in UTC and in the user's own, each to be copied. `entered`: it
 * was asked for, and has the focus; the arrow keys go through its buttons.
 */
export function TimeCard(props: {
  readonly anchor: Element
  readonly spoken: boolean
  readonly entered: boolean
  readonly iso: string
  readonly zone: string
  /** The user's own zone as the platform tells it, which may be anything at all. */
  readonly theirs: string | null
  /** The pointer has come into the card or left it. */
  readonly onPointer: (isInside: boolean) => void
  /** One of its buttons was pressed with the pointer: it has the focus now. */
  readonly onEntered: () => void
}) {
  const { anchor, spoken, entered, iso, zone, theirs, onPointer } = props
  const card = useRef<HTMLDivElement>(null)
  const enter = () => {
    if (card.current?.contains(document.activeElement) === false)
      card.current.querySelector('button')?.focus({ preventScroll: true })
  }
  const told = zonesTold(zone, theirs)
  const inWords = told.map(({ name, note }) => `${note ?? name}: ${formatExact(iso, name)}`)
  const words = inWords.join('. ')
  useEffect(() => {
    if (spoken) announce(words)
  }, [spoken, words])
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrows.get(`${event.shiftKey ? 'Shift+' : ''}${event.key}`)
    if (by === undefined) return
    event.preventDefault()
    const buttons = [...(card.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[(at + by + buttons.length) % buttons.length]?.focus()
  }
  const onMouse = (isInside: boolean) => (event: PointerEvent) =>
    event.pointerType === 'mouse' && onPointer(isInside)
  return (
    <Card
      ref={card}
      anchor={anchor}
      role="dialog"
      aria-label={times.exactTime}
      data-card
      onKeyDown={onKeyDown}
      onFocus={props.onEntered}
      onPointerEnter={onMouse(true)}
      onPointerLeave={onMouse(false)}
      className="grid-cols-[auto_auto_auto] items-center gap-x-4 gap-y-0! py-1.5!"
    >
      {entered && <OnceThere act={enter} />}
      {told.map(({ name, note }) => (
        <div key={name} className="col-span-full grid grid-cols-subgrid items-center">
          <span className="text-muted">
            {name}
            {note !== null && ` · ${note}`}
          </span>
          <time dateTime={isoIn(iso, name)} className="font-medium whitespace-nowrap">
            {formatExact(iso, name)}
          </time>
          <CopyButton value={isoIn(iso, name)} label={times.timeIn(name)} />
        </div>
      ))}
    </Card>
  )
}

/** Acts when it is in the page, which what is around it in a portal is not at first. */
function OnceThere({ act }: { readonly act: () => void }) {
  const once = useEffectEvent(act)
  useEffect(() => once(), [])
  return null
}
