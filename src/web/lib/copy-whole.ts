/** A part of a selection that shows a value in another way, or cut: as it stands there, and as it is. */
export type Shown = { readonly shown: string; readonly whole: string }

/**
 * What copying a selection gives: its text, and of values that are shown in another way the true ones. `parts`
 * in the order in which they stand; of a value at an end of the selection, what is selected of it.
 */
export function wholeText(text: string, parts: readonly Shown[]): string {
  let copied = ''
  let done = 0
  for (const { shown, whole } of parts) {
    const at = shown === '' ? -1 : text.indexOf(shown, done)
    if (at === -1) continue
    copied += text.slice(done, at) + whole
    done = at + shown.length
  }
  return copied + text.slice(done)
}

/** What is selected of an element, as text. */
function selectedIn(element: Element, range: Range): string {
  const part = document.createRange()
  part.selectNodeContents(element)
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset)
  return part.toString()
}

function onCopy(event: ClipboardEvent): void {
  const selection = getSelection()
  if (event.defaultPrevented || selection === null || selection.isCollapsed) return
  const range = selection.getRangeAt(0)
  const marked = [...document.querySelectorAll<HTMLElement>('[data-whole]')]
    .filter((element) => range.intersectsNode(element))
    .map((element) => ({
      shown: selectedIn(element, range),
      whole: element.dataset['whole'] ?? '',
    }))
    .filter(({ shown }) => shown !== '')
  if (marked.length === 0) return
  event.clipboardData?.setData('text/plain', wholeText(selection.toString(), marked))
  event.preventDefault()
}

/** From now on, copying a selection gives whole values of whatever is marked `data-whole`. */
export const copyWholeValues = (): void => document.addEventListener('copy', onCopy)
