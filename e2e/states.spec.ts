import { checkInBothColours } from './axe.ts'
import { test } from './journey.ts'
import { states } from './states.ts'

// A low window: each row is drawn alike, and axe looks at every one.
test.use({ viewport: { width: 1280, height: 500 } })

for (const { name, reach, noise: allowed } of states)
  test(`axe finds nothing in the state "${name}", in light and dark colours`, async ({
    page,
    noise,
  }) => {
    if (allowed !== undefined) noise.allow(allowed)
    await reach(page)
    await checkInBothColours(page)
  })
