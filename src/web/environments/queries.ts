import { queryOptions } from '@tanstack/react-query'
import { getJson } from '#src/web/lib/api.ts'
import { isEnvironmentsAnswer } from './environments-answer.ts'

/** The environments that the operator configured. They change only when the gateway starts anew. */
export const environmentsQuery = queryOptions({
  queryKey: ['environments'],
  queryFn: ({ signal }) => getJson('/api/environments', isEnvironmentsAnswer, signal),
  staleTime: Infinity,
  gcTime: Infinity,
})
