import * as z from 'zod'

// What an adapter may give on, written down a second time and strictly: an extra field, a wrong type
// or an unreadable time fails (checks B09).

const text = z.string().nullable()
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .nullable()
const fingerprint = z.strictObject({ last4: z.string().max(4), hash: z.string().length(16) })

const told = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('told', [
    z.strictObject({ told: z.literal(true), value }),
    z.strictObject({
      told: z.literal(false),
      why: z.enum(['platform', 'credential', 'not-configured', 'failed']),
    }),
  ])

const device = z.strictObject({
  type: z.string(),
  token: fingerprint,
  tokenForm: z.enum(['apns', 'malformed', 'other']),
  deviceId: text,
  appId: text,
  adId: text,
  platform: text,
  manufacturer: text,
  model: text,
  apnsEnvironment: z.enum(['production', 'sandbox', 'unrecognised', 'not-told']).nullable(),
  environmentRaw: text,
})

const subscription = z.strictObject({
  origin: z
    .string()
    .regex(/^https?:\/\/[^/]+$/)
    .nullable(),
  service: z.enum(['Google FCM', 'Mozilla', 'Apple', 'Microsoft WNS']).nullable(),
  browser: text,
  endpoint: fingerprint,
  keys: z.strictObject({ p256dh: z.boolean(), auth: z.boolean() }),
})

const connection = z.strictObject({
  ok: z.boolean().nullable(),
  error: text,
  needed: text,
  provided: text,
  scopes: z.array(z.string()),
  tokenType: text,
  hasAccessToken: z.boolean(),
  hasRefreshToken: z.boolean(),
  expiresInSeconds: z.number().nullable(),
  teamId: text,
  teamName: text,
  enterpriseName: text,
  appId: text,
  botUserId: text,
  authedUserId: text,
  webhookChannel: text,
  webhookChannelId: text,
  warning: text,
})

export const userShape = z.strictObject({
  environment: z.literal('e'),
  id: z.string().min(1),
  platformId: text,
  name: text,
  avatarUrl: text,
  email: text,
  phone: text,
  locale: text,
  timezone: text,
  createdAt: time,
  updatedAt: time,
  lastSeenAt: time,
  attributes: z.unknown(),
  malformed: z.array(z.string()).max(51),
  facts: z.strictObject({
    suppression: z
      .strictObject({ reason: z.enum(['Bounce', 'Complaint']), details: z.unknown() })
      .nullable()
      .optional(),
    devices: told(z.array(device)),
    subscriptions: told(z.array(subscription)),
    slack: told(z.strictObject({ destination: text, connection: told(connection.nullable()) })),
  }),
})

/** How deep a value nests; without recursion, which is what it checks. */
export function depthOf(value: unknown): number {
  let level: unknown[] = [value]
  let depth = 0
  while (level.length > 0) {
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    )
    depth += 1
  }
  return depth
}
