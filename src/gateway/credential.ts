import type { PlatformName } from '#src/domain/environment.ts'

/** A platform's credential in one of its documented forms (contracts §2 and §1). All of it is secret. */
export type Credential =
  | { readonly kind: 'apiKey'; readonly apiKey: string; readonly envId?: string }
  | { readonly kind: 'basic'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'jwt'; readonly jwt: string; readonly envId: string }
  | {
      readonly kind: 'keyPair'
      readonly apiKey: string
      readonly secretKey: string
      readonly accountToken: string | null
    }

/** A credential of a whole NotificationAPI account, whose environments are to be found. */
export type AccountCredential =
  | { readonly kind: 'apiKey'; readonly apiKey: string }
  | { readonly kind: 'jwt'; readonly jwt: string }

export const credentialFields = [
  'apiKey',
  'secretKey',
  'accountToken',
  'clientId',
  'clientSecret',
  'jwt',
  'envId',
] as const

export type CredentialFields = Readonly<
  Partial<Record<(typeof credentialFields)[number], string | undefined>>
>

const forms = {
  notificationapi:
    'needs apiKey, or clientId and clientSecret, or jwt and envId (which apiKey may have too), and nothing else',
  notiflows: 'needs apiKey and secretKey, perhaps accountToken, and nothing else',
} as const satisfies Record<PlatformName, string>

/** The credential in an entry's fields, or what is wrong with them. Exactly one form must be there. */
export const readCredential = (
  platform: PlatformName,
  { apiKey, secretKey, accountToken, clientId, clientSecret, jwt, envId }: CredentialFields,
): Credential | string => {
  const given = [apiKey, secretKey, accountToken, clientId, clientSecret, jwt, envId].filter(
    (field) => field !== undefined,
  ).length
  if (platform === 'notiflows') {
    if (apiKey !== undefined && secretKey !== undefined) {
      if (given === (accountToken === undefined ? 2 : 3)) {
        return { kind: 'keyPair', apiKey, secretKey, accountToken: accountToken ?? null }
      }
    }
    return forms.notiflows
  }
  if (apiKey !== undefined && given === 1) return { kind: 'apiKey', apiKey }
  if (apiKey !== undefined && envId !== undefined && given === 2)
    return { kind: 'apiKey', apiKey, envId }
  if (clientId !== undefined && clientSecret !== undefined && given === 2) {
    // RFC 7617: the first colon ends the user id, so one inside it would shift the secret.
    if (clientId.includes(':')) return 'clientId must not hold a colon'
    return { kind: 'basic', clientId, clientSecret }
  }
  if (jwt !== undefined && envId !== undefined && given === 2) return { kind: 'jwt', jwt, envId }
  return forms.notificationapi
}

const accountForm =
  'discover needs the platform notificationapi and either apiKey or jwt, of the account, and nothing else'

/** The account's credential in the fields of an entry with `discover`, or what is wrong with them. */
export const readAccountCredential = (
  platform: PlatformName,
  fields: CredentialFields,
): AccountCredential | string => {
  const { apiKey, jwt } = fields
  const given = Object.values(fields).filter((field) => field !== undefined).length
  if (platform !== 'notificationapi' || given !== 1) return accountForm
  if (apiKey !== undefined) return { kind: 'apiKey', apiKey }
  return jwt === undefined ? accountForm : { kind: 'jwt', jwt }
}
