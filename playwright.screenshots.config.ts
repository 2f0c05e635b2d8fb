import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

// npm run screenshots: the same browser and product, and pictures in place of tests.
export default defineConfig({ ...journeys, testMatch: 'screenshots.ts' })
