import { useQuery } from '@tanstack/react-query'
import type { Environment } from '#src/domain/environment.ts'
import { environmentsQuery } from './queries.ts'

const none: readonly Environment[] = []

/** The configured environments; empty until the router's loader has brought them. */
export const useEnvironments = (): readonly Environment[] =>
  useQuery(environmentsQuery).data?.environments ?? none

/** Whether email addresses and phone numbers come masked. */
export const useMasked = (): boolean => useQuery(environmentsQuery).data?.privacy.mask ?? false
