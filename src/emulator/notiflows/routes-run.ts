import type { App, Toolkit } from './context.ts'
import { Failure, invalid, notFound } from './failures.ts'
import { readRun, runFlow } from './run.ts'
import { fault } from './upsert.ts'

const statuses = { '200': 200, '201': 201, '202': 202 } as const

type Remembered = { readonly body: string; readonly runId: string }

/** Running a notiflow (§2), by its id or its handle (§11). */
export const addRunRoutes = (app: App, root: string, tools: Toolkit): void => {
  const { switches } = tools
  const remembered = new Map<string, Remembered>()

  app.post(`${root}/notiflows/:id/run`, async (c) => {
    const project = tools.writable(c)
    const name = tools.segment(c, 2, 'id')
    const flow = project.catalog.flows.find(({ id, handle }) => id === name || handle === name)
    if (flow === undefined) throw notFound('notiflow', name)
    const body = await tools.body(c)
    const request = readRun(body)
    if (flow.status !== 'active') {
      if (switches.draftRun === '422') throw invalid([fault('id', 'status', 'is not active')])
      throw new Failure('conflict', 'The notiflow is not active', {
        current_status: flow.status,
        allowed_statuses: ['active'],
        allowed_transitions: ['active', 'archived'],
      })
    }
    const key = switches.idempotencyKeys ? c.req.header('idempotency-key') : undefined
    const text = JSON.stringify(body)
    const slot = JSON.stringify([project.catalog.id, flow.id, key])
    const before = key === undefined ? undefined : remembered.get(slot)
    if (before !== undefined && before.body !== text && key !== undefined) {
      throw new Failure('conflict', 'The key was used for another request', {
        idempotency_key: key,
      })
    }
    const runId = before?.runId ?? runFlow(project, flow, request, tools)
    if (key !== undefined) remembered.set(slot, { body: text, runId })
    return c.json({ notiflow_run_id: runId }, statuses[switches.runStatus])
  })
}
