import { isJsonObject } from '#src/domain/json.ts'
import type { UsersAnswer } from '#src/gateway/api.ts'

/** Whether something is an answer to a list of users: the edge at which it is checked. */
export const isUsersAnswer = (body: unknown): body is UsersAnswer =>
  isJsonObject(body) &&
  Array.isArray(body['users']) &&
  isJsonObject(body['page']) &&
  isJsonObject(body['coverage'])
