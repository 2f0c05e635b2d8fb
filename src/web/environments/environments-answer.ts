import { isJsonObject } from '#src/domain/json.ts'
import type { EnvironmentsAnswer } from '#src/gateway/api.ts'

/** Whether something is an answer to which environments there are: the edge at which it is checked. */
export const isEnvironmentsAnswer = (body: unknown): body is EnvironmentsAnswer =>
  isJsonObject(body) &&
  Array.isArray(body['environments']) &&
  body['environments'].every(isJsonObject) &&
  isJsonObject(body['privacy'])
