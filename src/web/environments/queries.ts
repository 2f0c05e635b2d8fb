import { queryOptions } from '@tanstack/react-query'
import { isJsonObject } from '#src/domain/json.ts'
import type { EnvironmentsAnswer } from '#src/gateway/api.ts'
import { getJson } from '#src/web/lib/api.ts'

const isEnvironmentsAnswer = (body: unknown): body is EnvironmentsAnswer =>
  isJsonObject(body) && Array.isArray(body['environments']) && isJsonObject(body['privacy'])

/** The environments that the operator configured. They change only when the gateway starts anew. */
export const environmentsQuery = queryOptions({
  queryKey: ['environments'],
  queryFn: ({ signal }) => getJson('/api/environments', isEnvironmentsAnswer, signal),
  staleTime: Infinity,
  gcTime: Infinity,
})
