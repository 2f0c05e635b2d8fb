import type { ClipboardEvent } from 'react'
import { visible } from '#src/web/lib/visible.ts'

/** Handles `onCopy` where nothing is selected, so that the clipboard holds the text itself and not how it was shown. */
export const copying = (text: string) => (event: ClipboardEvent) => {
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
}

/**
 * Text as a platform gave it: its direction stays its own, and what nobody would see in it is a mark.
 * Copying gives the true text (`lib/copy-whole.ts`).
 */
export function Verbatim({
  text,
  className,
  title,
}: {
  readonly text: string
  readonly className?: string
  readonly title?: string
}) {
  const shown = visible(text)
  return (
    <bdi className={className} title={title} data-whole={shown === text ? undefined : text}>
      {shown}
    </bdi>
  )
}
