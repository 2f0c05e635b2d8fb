import { Dice, hashText } from '#src/emulator/random/dice.ts'

export type Channel = 'EMAIL' | 'INAPP_WEB' | 'SMS' | 'CALL' | 'PUSH' | 'WEB_PUSH' | 'SLACK'

/** A NotificationAPI environment with its credentials (its contract §2, §4 `Environment`). */
export type NotificationapiEnvironment = {
  readonly id: string
  readonly title: string
  readonly stage: 'production' | 'test'
  readonly clientId: string
  readonly clientSecret: string
  /** Environment-scoped, server side. */
  readonly apiKeys: readonly string[]
  /** Client side: worth nothing on `GET /users` (§2). */
  readonly publicKey: string
  readonly disableSending: readonly Channel[]
  /** End-user Basic must carry a hash (§2). */
  readonly secureMode: boolean
  /** Whether it holds the people of `ROLLCALL_EMULATOR_USERS`, or this many. */
  readonly people: 'many' | number
}

/** A NotificationAPI account: its key and its dashboard JWT see several environments (§2). */
export type NotificationapiAccount = {
  readonly id: string
  readonly organizationId: string
  readonly name: string
  readonly createdAt: string
  readonly apiKey: string
  readonly jwt: string
  readonly clientIds: readonly string[]
}

/** A Notiflows project with its key pairs (its contract §1). */
export type NotiflowsProject = {
  readonly id: string
  readonly name: string
  readonly stage: 'production' | 'test'
  readonly pairs: readonly { readonly apiKey: string; readonly secretKey: string }[]
  /** Sees the whole account (§1); where a call names no project, it means this one. */
  readonly accountToken: string
  readonly people: 'many' | number
}

// Made, not written down: they look real, are the same on every run and open nothing, and no
// scanner of source code has to be told so.
const key = (prefix: string, of: string, length: number) =>
  prefix + new Dice(hashText(prefix + of), 0).letters(length)

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const jwtOf = (accountId: string) => {
  const header = base64url({ alg: 'RS256', typ: 'JWT', kid: 'rollcall-emulator' })
  const payload = base64url({
    sub: accountId,
    iss: 'https://login.orchard.test',
    iat: 1_767_225_600,
  })
  return `${header}.${payload}.${new Dice(hashText(accountId), 1).base64(342)}`
}

const notificationapi = (
  environment: Pick<
    NotificationapiEnvironment,
    'id' | 'title' | 'stage' | 'clientId' | 'people' | 'disableSending' | 'secureMode'
  >,
): NotificationapiEnvironment => ({
  ...environment,
  clientSecret: key('', `${environment.clientId} secret`, 48),
  apiKeys: [key('pingram_sk_', environment.clientId, 40)],
  publicKey: key('pingram_pk_', environment.clientId, 40),
})

const production = notificationapi({
  id: 'notificationapi-production',
  title: 'Production',
  stage: 'production',
  clientId: 'env_prod_9k2',
  disableSending: [],
  secureMode: true,
  people: 'many',
})

/** The NotificationAPI environments, all of one account. */
export const notificationapiEnvironments: readonly NotificationapiEnvironment[] = [
  {
    ...production,
    // The credentials of the contract's worked examples (§12) work too, as printed there.
    clientSecret: 'clientsecret-abc',
    apiKeys: [...production.apiKeys, 'pingram_sk_demo_prod'],
  },
  notificationapi({
    id: 'notificationapi-staging',
    title: 'Staging',
    stage: 'test',
    clientId: 'env_stag_4m7',
    disableSending: ['PUSH'],
    secureMode: false,
    people: 1200,
  }),
  notificationapi({
    id: 'notificationapi-empty',
    title: 'Empty',
    stage: 'test',
    clientId: 'env_void_1q8',
    disableSending: [],
    secureMode: false,
    people: 0,
  }),
]

export const notificationapiAccounts: readonly NotificationapiAccount[] = [
  {
    id: 'acct_orchard',
    organizationId: 'org_orchard',
    name: 'Orchard',
    createdAt: '2023-10-02T09:00:00.000Z',
    apiKey: key('pingram_sk_', 'acct_orchard', 40),
    jwt: jwtOf('acct_orchard'),
    clientIds: notificationapiEnvironments.map((environment) => environment.clientId),
  },
]

const pairOf = (id: string) => ({ apiKey: key('pk_', id, 32), secretKey: key('sk_', id, 48) })

/** The Notiflows projects, all of one account. */
export const notiflowsProjects: readonly NotiflowsProject[] = [
  {
    id: 'notiflows-production',
    name: 'Production',
    stage: 'production',
    // The second pair is the one of the contract's worked examples (§10), as printed there.
    pairs: [
      pairOf('notiflows-production'),
      { apiKey: 'pk_demo_orchard', secretKey: 'sk_demo_orchard' },
    ],
    accountToken: key('nf_at_', 'orchard', 40),
    people: 'many',
  },
  {
    id: 'notiflows-test',
    name: 'Test',
    stage: 'test',
    pairs: [pairOf('notiflows-test')],
    accountToken: key('nf_at_', 'orchard-test', 40),
    people: 300,
  },
]
