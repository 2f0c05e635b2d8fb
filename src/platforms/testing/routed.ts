import { json, type Step } from '#src/platforms/testing/scripted-fetch.ts'

/**
 * One step that answers by path: the first route that the path, as it was sent, matches. Anything else
 * is a 404 of the platform.
 */
export const routed = (
  ...routes: readonly (readonly [path: string | RegExp, step: Step])[]
): Step => {
  const missing = json({ error: { code: 'not_found', status: 404 } }, { status: 404 })
  return (sent) => {
    const path = sent.target.replace(/\?.*$/s, '')
    const route = routes.find(([pattern]) =>
      typeof pattern === 'string' ? pattern === path : pattern.test(path),
    )
    return (route?.[1] ?? missing)(sent)
  }
}
