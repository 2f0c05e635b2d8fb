/** The address of an environment's users. */
export const usersPath = (environment: string): string =>
  `/environments/${encodeURIComponent(environment)}/users`
