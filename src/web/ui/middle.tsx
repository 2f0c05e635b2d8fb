import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import { charactersOf, visible } from '#src/web/lib/visible.ts'
import { headThatFits, watchWidth, widest } from './fit-middle.ts'
import { Verbatim, verbatimAlone } from './verbatim.tsx'

// Has room wherever it stands.
const short = 12

type Props = {
  readonly text: string
  /** How many characters of the end always stay. */
  readonly tail?: number
  /** How wide it may be, in pixels, where that is known: what has room for certain need not be measured. */
  readonly room?: number
  /** It is set in the face of ids. */
  readonly mono?: boolean
}

/**
 * Text that is cut in the middle when there is no room, because its end tells as much as its
 * beginning (ids; an email address keeps its whole domain). The whole text is what is read aloud,
 * found, copied, and shown on hover. As `Verbatim`, it hides nothing that a platform put in.
 */
export function Middle({ text, tail = 6, room = 0, mono = false }: Props) {
  const shown = visible(text)
  if (widest(shown, mono) <= room) return verbatimAlone(text)
  if (charactersOf(shown).length <= short)
    return (
      <Verbatim text={text} title={shown} className="block w-fit max-w-full min-w-0 truncate" />
    )
  return <Cut key={shown} text={text} shown={shown} tail={tail} />
}

type CutProps = { readonly text: string; readonly shown: string; readonly tail: number }

function Cut({ text, shown, tail }: CutProps) {
  const box = useRef<HTMLElement>(null)
  const whole = useRef<HTMLSpanElement>(null)
  const [cut, setCut] = useState<string | null>(null)
  useLayoutEffect(() => {
    if (box.current === null) return
    return watchWidth(box.current, (width) => {
      if (whole.current === null) return
      const characters = charactersOf(shown)
      const at = characters.lastIndexOf('@')
      const domain = characters.length - at
      const { current } = whole
      const cutTo = (kept: number): string | null => {
        const head = headThatFits(current, characters, kept, width)
        return head === null
          ? null
          : `${characters.slice(0, head).join('')}…${characters.slice(-kept).join('')}`
      }
      setCut((at > 0 && domain <= 24 ? cutTo(domain) : null) ?? cutTo(tail))
    })
  }, [shown, tail])
  return <CutLook text={text} shown={shown} cut={cut} box={box} whole={whole} />
}

/** Before it is measured. */
Cut.still = ({ text, shown }: CutProps) => <CutLook text={text} shown={shown} cut={null} />

type LookProps = {
  readonly text: string
  readonly shown: string
  /** What of it is seen; null for all. */
  readonly cut: string | null
  readonly box?: RefObject<HTMLElement | null>
  readonly whole?: RefObject<HTMLSpanElement | null>
}

function CutLook({ text, shown, cut, box, whole }: LookProps) {
  return (
    // One over the other: the whole text gives the width, is read and measured, and the other one is seen.
    <bdi
      ref={box}
      className="grid w-fit max-w-full min-w-0 grid-cols-[minmax(0,auto)] overflow-hidden whitespace-pre"
      title={shown}
    >
      <span ref={whole} className="col-start-1 row-start-1 select-none [clip-path:inset(50%)]">
        {shown}
      </span>
      <span
        aria-hidden
        className="col-start-1 row-start-1 truncate"
        data-whole={cut === null && shown === text ? undefined : text}
      >
        {cut ?? shown}
      </span>
    </bdi>
  )
}
