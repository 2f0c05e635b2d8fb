import type * as z from 'zod'

import type { disturbances } from '#src/emulator/switch-kinds.ts'
import { duration, statuses, type Sightings } from '#src/emulator/testing/every-switch.ts'

type Disturbances = z.infer<z.ZodObject<typeof disturbances>>

/** What is seen of the bad days that both platforms have, by a call that succeeds otherwise. */
export const disturbanceSightings = (call: string) =>
  ({
    refuseEvery: { see: statuses(2, call), at: { 0: [200, 200], 2: [200, 429] } },
    failEvery: { see: statuses(2, call), at: { 0: [200, 200], 2: [200, 500] } },
    retryAfter: {
      see: async (ask) => (await ask(call)).headers.get('retry-after'),
      beside: { refuseEvery: 1 },
      at: { 3: '3', 60: '60' },
    },
    retryAfterHeader: {
      see: async (ask) => (await ask(call)).headers.has('retry-after'),
      beside: { refuseEvery: 1 },
      at: { sent: true, absent: false },
    },
    latencyMs: { see: duration(call), at: { 0: 0, 40_000: 40_000 } },
  }) satisfies Sightings<Disturbances>
