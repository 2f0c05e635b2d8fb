import type { LucideIcon } from 'lucide-react'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'

type Props = {
  /** Or how to make it, where that costs something. */
  readonly value: string | (() => string)
  readonly label: string
  readonly icon?: LucideIcon
  readonly tabIndex?: number
}

/** Copies a value to the clipboard and says so, to the eye and to a screen reader. */
export function CopyButton({ value, label, icon: Icon = Copy, tabIndex }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 1600)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () =>
    navigator.clipboard.writeText(typeof value === 'string' ? value : value()).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  const said = { idle: `Copy ${label}`, copied: 'Copied', refused: 'The browser refused to copy' }
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation()
        void copy()
      }}
      aria-label={said[state]}
      title={said[state]}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
    >
      {state === 'copied' ? <Check size={13} aria-hidden /> : <Icon size={13} aria-hidden />}
      <span className="sr-only" role="status">
        {state === 'idle' ? '' : said[state]}
      </span>
    </button>
  )
}
