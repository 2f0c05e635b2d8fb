import type { ClipboardEvent, ReactNode } from 'react'
import { isMirrored } from '#src/web/lib/direction.ts'
import { isPlain, visible } from '#src/web/lib/visible.ts'

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

/**
 * The same where no other text stands beside it: what runs as the page does needs nothing around it, and a list has
 * thousands. What does not is cut at its own end.
 */
export const verbatimAlone = (text: string): ReactNode =>
  isPlain(text) && !isMirrored() ? (
    text
  ) : (
    <Verbatim
      text={text}
      className="inline-block max-w-full overflow-hidden align-top text-ellipsis"
    />
  )
