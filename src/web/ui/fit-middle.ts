import { flushSync } from 'react-dom'

type Fit = (width: number) => void

const fits = new Map<Element, Fit>()

/**
 * One observer for every text that may be cut: told after layout and before the frame is painted, it reads
 * widths that are known already. All of a frame are cut at once.
 */
let observer: ResizeObserver | null = null

function observerOf(): ResizeObserver {
  if (observer !== null) return observer
  const made = new ResizeObserver((entries) =>
    flushSync(() => {
      for (const { target, contentRect } of entries) fits.get(target)?.(contentRect.width)
    }),
  )
  // In another face a text has another width, and its element may have the same.
  document.fonts.addEventListener('loadingdone', () => {
    ellipses.clear()
    made.disconnect()
    for (const element of fits.keys()) made.observe(element)
  })
  observer = made
  return made
}

/** Tells how wide an element is, now and whenever that changes. Gives what ends it. */
export function watchWidth(element: Element, fit: Fit): () => void {
  fits.set(element, fit)
  observerOf().observe(element)
  return () => {
    fits.delete(element)
    observerOf().unobserve(element)
  }
}

const canvas =
  typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
const ellipses = new Map<string, number>()

const ellipsisIn = (font: string): number => {
  const known = ellipses.get(font)
  if (known !== undefined || canvas === null) return known ?? 0
  canvas.font = font
  const { width } = canvas.measureText('…')
  ellipses.set(font, width)
  return width
}

// Rounding of single letters, and how close they stand to the ellipsis.
const tolerance = 1.5

/** How long the beginning may be, in characters, that fits with an ellipsis and the end; `wide`: how wide a part is. */
export function longestHead(
  count: number,
  tail: number,
  room: number,
  wide: (from: number, to: number) => number,
): number {
  const left = room - wide(count - tail, count)
  let [low, high] = [0, count - tail]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (wide(0, middle) <= left) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Where a text has to be cut to fit: how many characters stay at its beginning. Null: it fits, or has no room
 * for the end that is to stay. `whole`: an element that shows all of it, in one line.
 */
export function headThatFits(
  whole: Element,
  characters: readonly string[],
  tail: number,
  width: number,
): number | null {
  const text = whole.firstChild
  if (text === null) return null
  const range = document.createRange()
  const ends: number[] = [0]
  for (const character of characters) ends.push((ends.at(-1) ?? 0) + character.length)
  const wide = (from: number, to: number): number => {
    range.setStart(text, ends[from] ?? 0)
    range.setEnd(text, ends[to] ?? 0)
    return range.getBoundingClientRect().width
  }
  if (wide(0, characters.length) <= width) return null
  const room = width - ellipsisIn(getComputedStyle(whole).font) - tolerance
  const head = longestHead(characters.length, tail, room, wide)
  return head === 0 ? null : head
}

// Without digraphs, which are wider than a letter.
const accented =
  '\\u00C0-\\u00C5\\u00C7-\\u00E5\\u00E7-\\u0131\\u0134-\\u0148\\u014A-\\u0151\\u0154-\\u017F'
const latin = new RegExp(`^[\\x20-\\x7E${accented}]*$`)
const broad = new RegExp(`[A-Zmw@%&+=<>~#$_${accented}]`, 'g')

let asDesigned: boolean | null = null

/** Whether letters are as large and as close as they are meant: a reader may have asked for others. */
function isAsDesigned(): boolean {
  if (typeof document === 'undefined') return true
  const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(document.body)
  return fontSize === '13px' && letterSpacing === 'normal' && wordSpacing === '0px'
}

/**
 * How wide a text of the list can be at most, in pixels (13 high, ids 12): if every letter were as wide as the widest of
 * its kind in any face that may stand in for ours. Infinite for other scripts than the Latin one, and where nobody knows.
 */
export function widest(text: string, mono: boolean): number {
  asDesigned ??= isAsDesigned()
  if (!asDesigned || !latin.test(text)) return Infinity
  return mono ? text.length * 7.6 : text.length * 8.6 + (text.match(broad)?.length ?? 0) * 4.4
}
