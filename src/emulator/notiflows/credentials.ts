import { notiflowsProjects, type NotiflowsProject } from '#src/emulator/environments.ts'

import { Failure } from './failures.ts'

/**
 * The project of a pair of Admin keys (§1). Fails with 401 when either header is missing or unknown,
 * or the two are of different pairs. An account token does not count here.
 */
export const authenticate = (
  apiKey: string | undefined,
  secretKey: string | undefined,
): NotiflowsProject => {
  // `api_key` whichever of the two is at fault: so the contract's example has it (§10).
  const details = { auth: 'api_key' }
  if (!apiKey || !secretKey) {
    throw new Failure('unauthenticated', 'Credentials are missing', details)
  }
  const project = notiflowsProjects.find(({ pairs }) =>
    pairs.some((pair) => pair.apiKey === apiKey && pair.secretKey === secretKey),
  )
  if (project === undefined) {
    throw new Failure('unauthenticated', 'Credentials are invalid', details)
  }
  return project
}
