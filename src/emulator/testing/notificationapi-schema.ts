import * as z from 'zod'

const text = z.string().min(1)
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const o = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial()
const bounce = z
  .strictObject({
    bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
    bounceSubType: text,
    bouncedRecipients: z.array(
      o({ action: text, status: text, diagnosticCode: text }).extend({ emailAddress: text }),
    ),
    timestamp: instant,
    feedbackId: text,
  })
  .extend(o({ reportingMTA: text, remoteMtaIp: z.ipv4() }).shape)
const complaint = z
  .strictObject({
    complainedRecipients: z.array(z.strictObject({ emailAddress: text })),
    timestamp: instant,
    feedbackId: text,
  })
  .extend(
    o({
      complaintSubType: z.string().nullable(),
      userAgent: text,
      arrivalDate: instant,
      complaintFeedbackType: z.enum([
        'abuse',
        'auth-failure',
        'fraud',
        'not-spam',
        'other',
        'virus',
      ]),
    }).shape,
  )
const slackToken = o({
  access_token: text,
  app_id: text,
  bot_user_id: text,
  error: text,
  needed: text,
  provided: text,
  refresh_token: text,
  scope: text,
  token_type: text,
  warning: text,
  expires_in: z.number(),
  is_enterprise_install: z.boolean(),
  enterprise: o({ id: text, name: text }),
  team: o({ id: text, name: text }),
  authed_user: o({
    access_token: text,
    id: text,
    refresh_token: text,
    scope: text,
    token_type: text,
    expires_in: z.number(),
  }),
  incoming_webhook: o({
    channel: text,
    channel_id: text,
    configuration_url: z.url(),
    url: z.url(),
  }),
  response_metadata: o({
    warnings: z.array(text),
    scopes: z.array(text),
    acceptedScopes: z.array(text),
    messages: z.array(text),
    next_cursor: z.string(),
    retryAfter: z.number(),
  }),
}).extend({ ok: z.boolean() })
/** `User` of NotificationAPI's contract §4, strict: a field that it does not name fails. */
export const userSchema = o({
  email: z.email(),
  number: text,
  timezone: text,
  pushTokens: z
    .array(
      z.strictObject({
        type: z.enum(['FCM', 'APN']),
        token: text,
        device: o({
          app_id: text,
          ad_id: text,
          platform: text,
          manufacturer: text,
          model: text,
        }).extend({ device_id: text }),
        environment: text.optional(),
      }),
    )
    .nonempty(),
  webPushTokens: z
    .array(
      z.strictObject({
        sub: z.strictObject({
          endpoint: z.url(),
          keys: z.strictObject({ p256dh: text, auth: text }),
        }),
      }),
    )
    .nonempty(),
  slackChannel: text,
  slackToken,
  lastSeenTime: instant,
  updatedAt: instant,
  createdAt: instant,
  emailSuppressionStatus: z.strictObject({
    reason: z.enum(['Bounce', 'Complaint']),
    details: z.union([bounce, complaint, z.strictObject({ bounce }), z.strictObject({})]),
  }),
}).extend({ id: text })
