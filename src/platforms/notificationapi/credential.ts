/**
 * The credentials of NotificationAPI (contract NotificationAPI §2). An API key may be of the account,
 * and then, like a JWT, it must name its environment.
 */
export type NotificationApiCredential =
  | { readonly kind: 'apiKey'; readonly apiKey: string; readonly envId?: string }
  | { readonly kind: 'basic'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'jwt'; readonly jwt: string; readonly envId: string }

/** A credential that sees every environment of its account. */
export type AccountCredential =
  | { readonly kind: 'apiKey'; readonly apiKey: string }
  | { readonly kind: 'jwt'; readonly jwt: string }

/** What a credential is on the wire. */
export type Presented = {
  readonly authorization: string
  /** In every form in which an upstream could send it back. */
  readonly secrets: readonly string[]
  /** Goes along with every call that is about one environment (§2). */
  readonly query: Readonly<Record<string, string>>
  /** The environment's id, where the credential or the configuration tells it; it is the client id too (§2). */
  readonly envId: string | null
}

const bearer = (secret: string, envId: string | undefined): Presented => ({
  authorization: `Bearer ${secret}`,
  secrets: [secret],
  query: envId === undefined ? {} : { envId },
  envId: envId ?? null,
})

/** Header, secrets and environment of a credential (contract NotificationAPI §2). */
export function present(credential: NotificationApiCredential | AccountCredential): Presented {
  switch (credential.kind) {
    case 'apiKey':
      return bearer(credential.apiKey, 'envId' in credential ? credential.envId : undefined)
    case 'jwt':
      return bearer(credential.jwt, 'envId' in credential ? credential.envId : undefined)
    case 'basic': {
      const { clientId, clientSecret } = credential
      const pair = `${clientId}:${clientSecret}`
      const encoded = Buffer.from(pair, 'utf8').toString('base64')
      return {
        authorization: `Basic ${encoded}`,
        secrets: [clientSecret, pair, encoded],
        query: {},
        envId: clientId,
      }
    }
  }
}
