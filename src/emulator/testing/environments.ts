import {
  notificationapiAccounts,
  notificationapiEnvironments,
  notiflowsProjects,
} from '#src/emulator/environments.ts'

import { basic } from './call.ts'

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not among the environments')
  return value
}

/** A NotificationAPI environment by its title. */
export const napiEnvironment = (title: string) =>
  found(notificationapiEnvironments.find((environment) => environment.title === title))

/** The headers of a NotificationAPI environment's own credential. */
export const napiServer = (title: string) => {
  const { clientId, clientSecret } = napiEnvironment(title)
  return basic(`${clientId}:${clientSecret}`)
}

export const napiAccount = found(notificationapiAccounts[0])

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** The headers of a Notiflows project's key pair, by its name. */
export const flowsKeys = (name: string) => {
  const project = found(notiflowsProjects.find((candidate) => candidate.name === name))
  const { apiKey, secretKey } = found(project.pairs[0])
  return { 'x-notiflows-api-key': apiKey, 'x-notiflows-secret-key': secretKey }
}

/** The account's token that was made in Production. */
export const accountToken = bearer(found(notiflowsProjects[0]).accountToken)
