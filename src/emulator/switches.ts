/** What NotificationAPI's contract leaves open and says should be switchable. */
export type NotificationapiSwitches = {
  /** §5, §11: the page size when `limit` is absent. */
  readonly defaultLimit: number
  /** §5, §11: a larger `limit` is cut down to this. */
  readonly maxLimit: number
  /** §5: pages hold fewer users than `limit` although more follow. */
  readonly shortPages: boolean
  /** §5: before each page that has users, one without any, `hasMore: true` and a token of its own. */
  readonly emptyPages: boolean
  /** §5: a last page that is exactly full still carries a token, followed by an empty page. */
  readonly tokenOnFullLastPage: boolean
  /** §11: how a field without a value is written. */
  readonly unset: 'omitted' | 'null'
  /** §7: every so many requests one is refused with 429 and `Retry-After`; 0 for never. */
  readonly refuseEvery: number
  /** §6: every so many requests one fails with 500; 0 for never. */
  readonly failEvery: number
  /** Seconds in `Retry-After`. */
  readonly retryAfter: number
  /** Milliseconds before each answer. */
  readonly latencyMs: number
}

/** What Notiflows' contract leaves open and says should be switchable. */
export type NotiflowsSwitches = {
  /** §4: `created_after` and `created_before` leave their ends out. */
  readonly strictFilterEnds: boolean
  /** §4: a `limit` out of range is cut to 1…1000 instead of refused. */
  readonly clampLimit: boolean
  /** §9: how a field without a value is written. */
  readonly unset: 'null' | 'omitted'
  /** §6: every so many requests one is refused with 429 and `Retry-After`; 0 for never. */
  readonly refuseEvery: number
  /** §5: every so many requests one fails with 500; 0 for never. */
  readonly failEvery: number
  /** Seconds in `Retry-After` and `retry_after`. */
  readonly retryAfter: number
  /** Milliseconds before each answer. */
  readonly latencyMs: number
}

export type Switches = {
  readonly notificationapi: NotificationapiSwitches
  readonly notiflows: NotiflowsSwitches
}

export type SwitchOverrides = {
  readonly notificationapi?: Partial<NotificationapiSwitches>
  readonly notiflows?: Partial<NotiflowsSwitches>
}

/** The assumptions that the contracts tell an emulator to make. */
export const defaultSwitches: Switches = {
  notificationapi: {
    defaultLimit: 100,
    maxLimit: 1000,
    shortPages: false,
    emptyPages: false,
    tokenOnFullLastPage: false,
    unset: 'omitted',
    refuseEvery: 0,
    failEvery: 0,
    retryAfter: 3,
    latencyMs: 0,
  },
  notiflows: {
    strictFilterEnds: false,
    clampLimit: false,
    unset: 'null',
    refuseEvery: 0,
    failEvery: 0,
    retryAfter: 3,
    latencyMs: 0,
  },
}

/** The defaults with the given switches set differently. */
export const withDefaults = (overrides: SwitchOverrides = {}): Switches => ({
  notificationapi: { ...defaultSwitches.notificationapi, ...overrides.notificationapi },
  notiflows: { ...defaultSwitches.notiflows, ...overrides.notiflows },
})
