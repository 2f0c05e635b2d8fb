import { test } from './journey.ts'
import { states } from './states.ts'

// Not a test: `npm run screenshots` looks at the main states at three widths, in both colours.
const widths = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const

for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, height] of widths)
    for (const { name, reach } of states.slice(0, 8))
      test(`${name}-${width}-${colorScheme}`, async ({ page }, { title, project }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height })
        await reach(page)
        await page.mouse.move(0, 0)
        await page.screenshot({ path: `${project.outputDir}/screenshots/${title}.png` })
      })
