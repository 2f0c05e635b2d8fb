export type RetryBudget = {
  /** A request succeeded. */
  readonly earn: () => void
  /** Whether one more try may be made; it is spent then. */
  readonly spend: () => boolean
}

// Counted in fifths of a try, so that the sums are exact.
const cost = 5
const earned = 1
const most = 10 * cost

/**
 * How many tries may be made again: ten at first, and then one for every five requests that succeed,
 * ten at most. While nothing succeeds a platform is thus hardly asked more often than people ask
 * (checks F03: 1.2 times), and never more than that by everybody's patience together. Without a clock,
 * as in the retry quota of AWS's clients (500, 5 a try, 1 a success): what helps is not time that
 * passes, but that the platform answers again.
 */
export function createRetryBudget(): RetryBudget {
  let left = most
  return {
    earn: () => {
      left = Math.min(most, left + earned)
    },
    spend: () => {
      if (left < cost) return false
      left -= cost
      return true
    },
  }
}
