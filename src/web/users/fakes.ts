import type { User } from '#src/domain/user.ts'

const absent = { reach: 'absent', reasons: [] } as const

/** A user for tests, of whom nothing is known but the id and what is given. */
export const userNamed = (id: string, more: Partial<User> = {}): User => ({
  environment: 'test',
  id,
  platformId: null,
  name: null,
  avatarUrl: null,
  email: null,
  phone: null,
  locale: null,
  timezone: null,
  createdAt: null,
  updatedAt: null,
  lastSeenAt: null,
  attributes: {},
  malformed: [],
  channels: {
    email: { ...absent, suppression: null },
    sms: { ...absent, country: null, lineType: null },
    push: { ...absent, devices: [] },
    webPush: { ...absent, subscriptions: [] },
    slack: { ...absent, destination: null, form: null, connection: null },
  },
  notes: [],
  ...more,
})
