import type { LucideIcon } from 'lucide-react'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useEffect, useState } from 'react'
import { IconButton } from './icon-button.tsx'
import { ui } from '#src/web/words/ui.ts'

type Props = {
  /** Or how to make it, where that costs something. */
  readonly value: string | (() => string)
  readonly label: string
  readonly icon?: LucideIcon
  readonly tabIndex?: number
  readonly large?: boolean
}

/** Copies a value to the clipboard and says so, to the eye and to a screen reader. */
export function CopyButton({ value, label, icon = Copy, tabIndex, large = false }: Props) {
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
  const said = { idle: ui.copy(label), copied: ui.copied, refused: ui.copyRefused }
  return (
    <IconButton
      label={said[state]}
      icon={state === 'copied' ? Check : icon}
      tabIndex={tabIndex}
      large={large}
      onClick={() => void copy()}
    >
      <span className="sr-only" role="status">
        {state === 'idle' ? '' : said[state]}
      </span>
    </IconButton>
  )
}
