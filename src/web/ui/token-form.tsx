import { onDemand } from '#src/web/lib/on-demand.tsx'

/** What asks for the gateway's token: most gateways want none, and whoever is refused has reached theirs. */
export const [TokenForm] = onDemand(async () => (await import('./token-fields.tsx')).TokenFields)
