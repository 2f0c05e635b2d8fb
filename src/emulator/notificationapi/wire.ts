// The schemas of NotificationAPI's contract §4, and nothing more.

export type Device = {
  device_id: string
  app_id?: string
  ad_id?: string
  platform?: string
  manufacturer?: string
  model?: string
}

export type PushToken = {
  type: 'FCM' | 'APN'
  token: string
  device: Device
  environment?: string
}

export type WebPushToken = { sub: { endpoint: string; keys: { p256dh: string; auth: string } } }

export type SlackToken = {
  ok: boolean
  access_token?: string
  app_id?: string
  authed_user?: {
    access_token?: string
    expires_in?: number
    id?: string
    refresh_token?: string
    scope?: string
    token_type?: string
  }
  bot_user_id?: string
  enterprise?: { id?: string; name?: string }
  error?: string
  expires_in?: number
  incoming_webhook?: {
    channel?: string
    channel_id?: string
    configuration_url?: string
    url?: string
  }
  is_enterprise_install?: boolean
  needed?: string
  provided?: string
  refresh_token?: string
  scope?: string
  team?: { id?: string; name?: string }
  token_type?: string
  warning?: string
  response_metadata?: {
    warnings?: string[]
    next_cursor?: string
    scopes?: string[]
    acceptedScopes?: string[]
    retryAfter?: number
    messages?: string[]
  }
}

export type BounceDetails = {
  bounceType: 'Permanent' | 'Transient' | 'Undetermined'
  bounceSubType: string
  bouncedRecipients: {
    emailAddress: string
    action?: string
    status?: string
    diagnosticCode?: string
  }[]
  timestamp: string
  feedbackId: string
  reportingMTA?: string
  remoteMtaIp?: string
}

export type ComplaintDetails = {
  complainedRecipients: { emailAddress: string }[]
  timestamp: string
  feedbackId: string
  complaintSubType?: string | null
  userAgent?: string
  complaintFeedbackType?: string
  arrivalDate?: string
}

/** `details` is untyped in every published model (§4): the two shapes, a wrapped one, or nothing. */
export type EmailSuppressionStatus = {
  reason: 'Bounce' | 'Complaint'
  details: BounceDetails | ComplaintDetails | { bounce: BounceDetails } | Record<string, never>
}

export type User = {
  id: string
  email?: string
  number?: string
  pushTokens?: PushToken[]
  webPushTokens?: WebPushToken[]
  timezone?: string
  slackChannel?: string
  slackToken?: SlackToken
  lastSeenTime?: string
  updatedAt?: string
  createdAt?: string
  emailSuppressionStatus?: EmailSuppressionStatus
}

export type GetUsers<T = User> = { users: T[]; lastEvaluatedKey?: string; hasMore: boolean }
