/** RFC 9457 problem details, as every failure of the gateway's API is told. */
export type Problem = {
  /** A path that names the kind of failure, stable: `/problems/<code>`. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly requestId: string
  /** Seconds to wait before asking again. */
  readonly retryAfter?: number
  /** What the platform answered, as far as it helps to ask its support. Never a body. */
  readonly platform?: {
    readonly status: number | null
    readonly code: string | null
    readonly requestId: string | null
  }
}
