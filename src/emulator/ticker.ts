// Finer than any id needs, and coarse enough for a double to tell two of them apart in this century.
const step = 1 / 1024

/**
 * The instants of writes: what `clock` says (epoch ms), but never the same one twice nor an earlier one,
 * nor before `floor`. So ids made from them sort as the writes came, on a clock that stands still too.
 */
export const createTicker = (clock: () => number, floor: number): (() => number) => {
  let last = floor - step
  return () => {
    last = Math.max(clock(), floor, last + step)
    return last
  }
}
