import type { ShownColumn } from './column-settings.ts'

/** A column as the table knows it: the room it asks for, and the least it can do with, in pixels. */
export type Sized = ShownColumn & { readonly size: number; readonly min: number }

export type Layout = {
  /** How wide each column is, in pixels, in their order. */
  readonly widths: readonly number[]
  /** The same for `grid-template-columns`. */
  readonly template: string
  /** The least that the columns need together, in pixels. */
  readonly width: number
  /** How far from the start each pinned column stays, in pixels; none where nothing is scrolled sideways. */
  readonly pins: ReadonlyMap<string, number>
  /** The room that the pinned columns cover, in pixels, at least. */
  readonly covered: number
}

/**
 * Lays columns out in so many pixels: those without a width of their own share the room by what they ask for. Of
 * several pinned ones each has a width, because the next stands on its edge. Reckoned here and not by the
 * browser, which would do it again for every row, and because cells need to know what room they have.
 */
export function layOut(given: readonly Sized[], room: number): Layout {
  const columns = room < narrow ? given : given.map(unsqueezed)
  const several = columns.filter(({ pinned }) => pinned).length > 1
  const fixed = columns.map(
    (column) => column.width ?? (several && column.pinned ? column.size : null),
  )
  const least = columns.map((column, index) => fixed[index] ?? column.min)
  const share = shareOf(
    columns.filter((_, index) => fixed[index] === null),
    room - sum(fixed),
  )
  const widths = columns.map(
    ({ size, min }, index) => fixed[index] ?? Math.max(min, Math.floor(size * share + rounding)),
  )
  const pins = new Map<string, number>()
  let [left, covered] = [0, 0]
  columns.forEach(({ id, pinned }, index) => {
    if (pinned) pins.set(id, left)
    left += least[index] ?? 0
    if (pinned) covered = left
  })
  return {
    widths,
    template: widths.map((width) => `${width}px`).join(' '),
    width: left,
    // A cell that stays in sight costs a layer of its own.
    pins: left > room ? pins : new Map(),
    covered,
  }
}

// Where there is less room than this, in pixels, a column shrinks to the least that it can do with; else not by more than
// a quarter: many columns are scrolled sideways before their texts are cut to their first letters.
const narrow = 640
const unsqueezed = (column: Sized): Sized => ({
  ...column,
  min: Math.max(column.min, Math.ceil(column.size * 0.75)),
})

// A share of a whole number of pixels may be a hair below one.
const rounding = 0.001

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((total, next) => total + (next ?? 0), 0)

/** What a column gets for each pixel that it asks for, when those that would get less than their least have that. */
function shareOf(columns: readonly Sized[], room: number): number {
  const share = Math.max(0, room) / sum(columns.map(({ size }) => size))
  const enough = columns.filter(({ size, min }) => size * share >= min)
  const short = columns.filter((column) => !enough.includes(column))
  if (enough.length === 0) return 0
  return short.length === 0 ? share : shareOf(enough, room - sum(short.map(({ min }) => min)))
}
