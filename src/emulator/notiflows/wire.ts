// The schemas of Notiflows' contract §3 and §5.

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

export type User = {
  id: string
  external_id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  phone: string | null
  avatar: string | null
  locale: string | null
  timezone: string | null
  custom_fields: { readonly [key: string]: Json } | null
  created_at: string
  updated_at: string
}

export type Page<T> = {
  items: T[]
  page: {
    limit: number
    after: string | null
    before: string | null
    has_more_after: boolean
    has_more_before: boolean
  }
}

export const channelTypes = [
  'in_app',
  'email',
  'sms',
  'mobile_push',
  'web_push',
  'chat',
  'webhook',
] as const

export type ChannelType = (typeof channelTypes)[number]

/** Of the Management API. */
export type Channel = {
  id: string
  handle: string
  name: string
  provider: string
  type: ChannelType
  created_at: string
  updated_at: string
}

export type Settings =
  | { device_tokens: readonly string[] }
  | { slack_channel_id?: string; slack_user_id?: string }

export type ChannelSettings = {
  channel_id: string
  provider: string
  settings: Settings
  user_id: string
  created_at: string
  updated_at: string
}

/** The types that preferences speak of: all but webhooks, which concern nobody. */
export const preferenceTypes = [
  'chat',
  'email',
  'in_app',
  'mobile_push',
  'sms',
  'web_push',
] as const

export type PreferenceType = (typeof preferenceTypes)[number]
export type TypeChoices = { readonly [Type in PreferenceType]?: boolean }

export type FlowPreference = {
  readonly enabled?: boolean
  readonly channel_types?: TypeChoices
  readonly name?: string
}

export type Preferences = {
  readonly channel_types: TypeChoices
  readonly notiflows: Readonly<Record<string, FlowPreference>>
}

export type Subscription = { id: string; topic_name: string; user_id: string; created_at: string }

export type Topic = { name: string; created_at: string }

export type Bulk = {
  successful: Subscription[]
  failed: { external_id: string; reason: string }[]
}

export type Delivery = {
  id: string
  notification_id: string
  notiflow_id: string
  recipient_id: string
  status: string
  channel_type: ChannelType
  channel_id: string | null
  actor_id: string | null
  topic: string | null
  sent_at: string | null
  seen_at: string | null
  read_at: string | null
  clicked_at: string | null
  archived_at: string | null
  data: Readonly<Record<string, Json>>
  created_at: string
  updated_at: string
}

export type Notification = {
  id: string
  notiflow_id: string
  notiflow_run_id: string
  recipient_id: string
  actor_id: string | null
  topic: string | null
  status: string
  processed_at: string | null
  data: Readonly<Record<string, Json>>
  created_at: string
  updated_at: string
}

/** A notification got by itself: its people, as far as they are still there, and its deliveries. */
export type NotificationDetail = Notification & {
  recipient?: Partial<User>
  actor?: Partial<User>
  deliveries: Partial<Delivery>[]
}

export type ErrorCode =
  | 'bad_request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'validation_failed'
  | 'rate_limited'
  | 'internal_error'

export type FieldFault = {
  readonly field: string
  readonly message: string
  readonly reason: string
}

/** All optional, by code. */
export type ErrorDetails = {
  readonly reason?: string
  readonly param?: string
  readonly auth?: string
  readonly resource?: string
  readonly id?: string
  readonly required_scope?: string
  readonly idempotency_key?: string
  readonly current_status?: string
  readonly allowed_statuses?: readonly string[]
  readonly allowed_transitions?: readonly string[]
  readonly fields?: readonly FieldFault[]
  readonly limit?: number
  readonly window?: string
  readonly retry_after?: number
}
