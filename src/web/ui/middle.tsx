import { charactersOf, visible } from '#src/web/lib/visible.ts'
import { copying } from './verbatim.tsx'

// Has room wherever it stands.
const fits = 12

type Props = {
  readonly text: string
  /** How many characters of the end always stay. */
  readonly tail?: number
}

/**
 * Text that is cut in the middle when there is no room, because its end tells as much as its
 * beginning (ids; an email address keeps its whole domain). The whole text is what is read aloud,
 * found, copied, and shown on hover. As `Verbatim`, it hides nothing that a platform put in.
 */
export function Middle({ text, tail = 6 }: Props) {
  const shown = visible(text)
  const characters = charactersOf(shown)
  const at = characters.lastIndexOf('@')
  const domain = characters.length - at
  const kept = at > 0 && domain <= 24 ? domain : tail
  if (characters.length <= fits)
    return (
      <bdi className="min-w-0 truncate" title={shown} onCopy={copying(text)}>
        {shown}
      </bdi>
    )
  const cut = characters.length > kept + 4 ? characters.length - kept : characters.length
  return (
    // The two halves would be copied as two lines, and read as two words.
    <bdi className="flex min-w-0" title={shown} onCopy={copying(text)}>
      <span className="sr-only">{shown}</span>
      <span aria-hidden className="overflow-hidden text-ellipsis whitespace-pre">
        {characters.slice(0, cut).join('')}
      </span>
      <span aria-hidden className="shrink-0 whitespace-pre">
        {characters.slice(cut).join('')}
      </span>
    </bdi>
  )
}
