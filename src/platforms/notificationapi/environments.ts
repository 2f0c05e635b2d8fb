import * as z from 'zod'
import type { PlatformDeps } from '#src/platforms/adapter.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { present, type AccountCredential } from '#src/platforms/notificationapi/credential.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { createUpstream } from '#src/platforms/upstream.ts'

/** One environment of an account: its id, which is its client id too, and its name there. */
export type AccountEnvironment = { readonly clientId: string; readonly title: string | null }

// The client secret stands beside these (contract NotificationAPI §4). It is not in the schema, so
// that nothing behind it ever has one.
const wireEnvironment = z.object({
  clientId: z.string().min(1).max(256),
  title: z.unknown(),
})

const mostEnvironments = 200

/**
 * The environments that an account's credential sees (contract NotificationAPI §3), in the platform's
 * order, each once. One that cannot be read is left out. Fails with a PlatformError.
 */
export async function listEnvironments(
  source: { readonly baseUrl: string; readonly credential: AccountCredential },
  deps: Pick<PlatformDeps, 'fetch' | 'clock' | 'random'>,
  signal: AbortSignal,
): Promise<readonly AccountEnvironment[]> {
  const { authorization, secrets } = present(source.credential)
  const credentials = createNeedles(secrets)
  const { getList } = createUpstream({
    ...deps,
    baseUrl: source.baseUrl,
    headers: { authorization },
    secrets,
  })
  const answer = await getList({ path: ['environments'], query: {}, signal })
  const found = new Map<string, AccountEnvironment>()
  for (const item of answer.slice(0, mostEnvironments)) {
    const parsed = wireEnvironment.safeParse(item)
    if (!parsed.success || credentials.foundIn(parsed.data.clientId)) continue
    const { clientId, title } = parsed.data
    const isUsable = typeof title === 'string' && title.trim() !== '' && !credentials.foundIn(title)
    if (!found.has(clientId))
      found.set(clientId, { clientId, title: isUsable ? title.trim() : null })
  }
  if (found.size === 0 && answer.length > 0)
    throw new PlatformError(
      'platform-bad-response',
      "The platform's list of environments cannot be read",
      { status: 200 },
    )
  return [...found.values()]
}
