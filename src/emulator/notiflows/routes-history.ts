import type { Context } from 'hono'

import { asItIs, type App, type Toolkit } from './context.ts'
import { badUuid, notFound } from './failures.ts'
import type { Asked } from './history.ts'
import type { Project } from './project.ts'
import { isUuid } from './uuid.ts'
import type { Notification, NotificationDetail } from './wire.ts'

/** Deliveries and notifications: of one user, of one notification, of the whole project (§2). */
export const addHistoryRoutes = (app: App, root: string, tools: Toolkit): void => {
  const { switches } = tools

  /** The parameters of a list with its own filters. Fails with 400. */
  const ask = (c: Context, { catalog }: Project): Asked => {
    const query = tools.query(c)
    const { channel_id: channelId = null, status = null, topic = null } = query.filters
    if (channelId !== null && !isUuid(channelId)) throw badUuid('channel_id')
    return {
      query,
      rules: switches,
      filter: {
        channelId,
        // Of a channel that nobody knows nothing is found, cheaply.
        channelType:
          channelId === null
            ? null
            : (catalog.channels.find(({ id }) => id === channelId)?.type ?? 'none'),
        status,
        topic,
      },
    }
  }

  /** A notification with what a list does not tell of it (§3). */
  const inFull = (
    { users, history }: Project,
    notification: Notification,
  ): Partial<NotificationDetail> => {
    const { id, recipient_id: recipientId, actor_id: actorId } = notification
    const recipient = users.getInternal(recipientId)
    const actor = actorId === null ? undefined : users.getInternal(actorId)
    return tools.one<NotificationDetail>({
      ...notification,
      ...(recipient === undefined ? {} : { recipient: tools.one(recipient) }),
      ...(actor === undefined ? {} : { actor: tools.one(actor) }),
      deliveries: history.deliveriesIn(id).map(tools.one),
    })
  }

  app.get(`${root}/users/:ext/deliveries`, (c) => {
    const project = tools.project(c)
    const asked = ask(c, project)
    const found = tools.listOf(c, project, 2, (user) => project.history.deliveriesOf(user, asked))
    return c.json(tools.page(asked.query, found, asItIs))
  })
  app.get(`${root}/users/:ext/notifications`, (c) => {
    const project = tools.project(c)
    const asked = ask(c, project)
    const found = tools.listOf(c, project, 2, (user) =>
      project.history.notificationsOf(user, asked),
    )
    return c.json(tools.page(asked.query, found, asItIs))
  })
  app.get(`${root}/deliveries`, (c) => {
    const project = tools.project(c)
    const asked = ask(c, project)
    return c.json(tools.page(asked.query, project.history.deliveries(asked), asItIs))
  })
  app.get(`${root}/notifications`, (c) => {
    const project = tools.project(c)
    const asked = ask(c, project)
    return c.json(tools.page(asked.query, project.history.notifications(asked), asItIs))
  })
  app.get(`${root}/notifications/:id/deliveries`, (c) => {
    const project = tools.project(c)
    const id = tools.uuid(c, 2, 'id')
    const asked = ask(c, project)
    const found =
      project.history.notification(id) === undefined
        ? tools.orNothing(notFound('notification', id))
        : project.history.deliveriesOfNotification(id, asked)
    return c.json(tools.page(asked.query, found, asItIs))
  })

  for (const owner of ['', '/users/:ext']) {
    /** Of a user, only what is theirs: somebody else's is as good as unknown. */
    const isTheirs = (c: Context, project: Project, recipientId: string | undefined) =>
      recipientId !== undefined && (owner === '' || tools.user(c, project, 3).id === recipientId)

    app.get(`${root}${owner}/deliveries/:id`, (c) => {
      const project = tools.project(c)
      const id = tools.uuid(c, 1, 'id')
      const found = project.history.delivery(id)
      if (found === undefined || !isTheirs(c, project, found.recipient_id)) {
        throw notFound('delivery', id)
      }
      return c.json(tools.one(found))
    })
    app.get(`${root}${owner}/notifications/:id`, (c) => {
      const project = tools.project(c)
      const id = tools.uuid(c, 1, 'id')
      const found = project.history.notification(id)
      if (found === undefined || !isTheirs(c, project, found.recipient_id)) {
        throw notFound('notification', id)
      }
      return c.json(inFull(project, found))
    })
  }
}
