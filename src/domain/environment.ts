export const platformNames = ['notificationapi', 'notiflows'] as const
export type PlatformName = (typeof platformNames)[number]

export const stages = ['production', 'test'] as const
export type Stage = (typeof stages)[number]

/** Which numbers a platform takes that are not E.164: those as Americans write them, or none. */
export type NationalNumbers = 'us' | 'none'

/** What a platform can do, so that the app never offers or promises anything else. */
export type Capabilities = {
  /** `server`: the platform filters by creation date. `scan`: Rollcall reads on and filters itself. */
  readonly createdRange: 'server' | 'scan'
  /** Whether the platform can page towards newer users. */
  readonly previousPage: boolean
  /** `list`: devices come with every user. `detail`: only one user at a time can be asked. */
  readonly devices: 'list' | 'detail'
  /** Newest users first, or an order that means nothing. */
  readonly order: 'newest-first' | 'unspecified'
  readonly lastSeen: boolean
  readonly suppression: boolean
  readonly slack: boolean
  readonly names: boolean
  readonly nationalNumbers: NationalNumbers
  /** Whether a push to somebody without a device leaves no trace in what was sent. */
  readonly skipsSilently: boolean
}

/** One set of users on a platform behind one credential, named by the operator. */
export type Environment = {
  readonly id: string
  readonly name: string
  readonly stage: Stage
  readonly platform: PlatformName
  readonly emulated: boolean
  readonly capabilities: Capabilities
}
