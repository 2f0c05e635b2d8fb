export type DisturbanceSwitches = {
  readonly refuseEvery: number
  readonly failEvery: number
  readonly latencyMs: number
}

/**
 * What a platform does to its clients on a bad day, by count and not by chance, so that a test can
 * tell which request it hits. Takes the switches and the errors to throw; gives a function to call
 * once for each request.
 */
export const createDisturbance = (
  { refuseEvery, failEvery, latencyMs }: DisturbanceSwitches,
  { refuse, fail }: { readonly refuse: () => Error; readonly fail: () => Error },
) => {
  let requests = 0
  return async (): Promise<void> => {
    requests += 1
    const nth = requests
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    if (refuseEvery > 0 && nth % refuseEvery === 0) throw refuse()
    if (failEvery > 0 && nth % failEvery === 0) throw fail()
  }
}
