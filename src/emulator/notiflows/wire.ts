// The schemas of Notiflows' contract §3 and §5 that the list and get of users need.

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

export type ErrorCode =
  | 'bad_request'
  | 'unauthenticated'
  | 'not_found'
  | 'rate_limited'
  | 'internal_error'

export type ErrorDetails = {
  readonly reason?: string
  readonly param?: string
  readonly auth?: string
  readonly resource?: string
  readonly id?: string
  readonly limit?: number
  readonly window?: string
  readonly retry_after?: number
}
