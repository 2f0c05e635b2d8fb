import type { Context, Hono } from 'hono'

import { readJson } from '#src/emulator/body.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import { Failure, unauthorized } from './failures.ts'
import type { InApp } from './inapp-item.ts'
import { callerOf, tenantFor, type NotificationapiOptions } from './tenant.ts'

const readCount = (text: string | undefined): number => {
  const count = text === undefined || text === '' ? 10 : Number(text)
  if (Number.isFinite(count) && count >= 1) return Math.min(Math.floor(count), 100)
  throw new Failure(400, 'count must be a number', 'send a whole number of 1 or more')
}

const readBefore = (text: string | undefined): number => {
  if (text === undefined || text === '') return Infinity
  const instant = /^\d+$/.test(text) ? Number(text) : Date.parse(text)
  if (!Number.isNaN(instant)) return instant
  throw new Failure(400, 'before must be a date', 'send the date of the last item you have')
}

/** A stretch of a feed: `count` items older than `before` (§3). Fails with 400. */
export const feedPage = (c: Context, feed: readonly InApp[]) => {
  const before = readBefore(c.req.query('before'))
  const count = readCount(c.req.query('count'))
  return { notifications: feed.filter(({ date }) => Date.parse(date) < before).slice(0, count) }
}

/** The in-app feed of the end user who asks, and what their browser needs to know (§3). */
export const addInAppRoutes = (app: Hono, options: NotificationapiOptions): void => {
  /** The feed's owner is the credential's, so that no server's credential will do. */
  const own = (c: Context) => {
    const caller = callerOf(c, options, ({ kind }) => kind === 'endUser')
    if (caller.kind !== 'endUser') throw unauthorized()
    return { feeds: tenantFor(c, options, () => true).feeds, userId: caller.userId }
  }

  app.get('/user/inapp', (c) => {
    const { feeds, userId } = own(c)
    return c.json(feedPage(c, feeds.all(userId)))
  })
  app.patch('/user/inapp', async (c) => {
    const { feeds, userId } = own(c)
    feeds.mark(userId, await readJson(c.req))
    return c.json({ success: true })
  })
  app.get('/user/inapp/unread', (c) => {
    const { feeds, userId } = own(c)
    return c.json({ count: feeds.all(userId).filter(({ seen }) => !seen).length })
  })
  app.patch('/user/inapp/unread', async (c) => {
    const { feeds, userId } = own(c)
    feeds.see(userId, await readJson(c.req))
    return c.json({ success: true })
  })

  // Before `/users/{id}`, which it would be taken for (§3).
  app.get('/users/account-metadata', (c) => {
    const { environment } = tenantFor(c, options, () => true)
    const dice = new Dice(hashText(`${environment.clientId} vapid`), 0)
    return c.json({
      userAccountMetadata: {
        logo: 'https://shop.orchard.test/logo.png',
        environmentVapidPublicKey: `B${dice.base64(86)}`,
        hasWebPushEnabled: !environment.disableSending.includes('WEB_PUSH'),
      },
    })
  })
}
