/**
 * Text that is cut in the middle when there is no room, because its end tells as much as its
 * beginning (ids, email addresses). The whole text stays in the page: it can be found, read aloud and
 * copied, and is shown on hover.
 */
export function Middle({ text, tail = 8 }: { readonly text: string; readonly tail?: number }) {
  const characters = Array.from(text)
  const cut = characters.length > tail * 2 ? characters.length - tail : characters.length
  return (
    <bdi className="flex min-w-0" title={text}>
      <span className="truncate">{characters.slice(0, cut).join('')}</span>
      <span className="shrink-0 whitespace-pre">{characters.slice(cut).join('')}</span>
    </bdi>
  )
}
