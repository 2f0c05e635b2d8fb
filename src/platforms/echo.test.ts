import { expect, test } from 'vitest'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import { fingerprint, listRequest } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch } from '#src/platforms/testing/scripted-fetch.ts'
import { encodings, traces } from '#src/platforms/testing/traces.ts'

// A06: an upstream that sends our own request back to us, in every place it can think of.

const secret = 'CANARY-client/secret+1'
const accountToken = 'nf_at_CANARY_1'
const basic = Buffer.from(`env_1:${secret}`).toString('base64')
const sought = [...traces(secret), basic, encodeURIComponent(basic), 'pk_CANARY_1', accountToken]

/** The request's headers and its credential, as records, fields, names, ids, codes and messages. */
function echoOf(headers: Headers) {
  const echo = Object.fromEntries(headers)
  const values = [...headers.values(), ...encodings.map((encode) => encode(`x${secret}y`))]
  const record = {
    id: 'u',
    external_id: 'u',
    email: values[0],
    phone: values[1],
    values,
    echo,
    ...echo,
    custom_fields: { values, [secret]: 1 },
    emailSuppressionStatus: { reason: 'Bounce', details: { values } },
  }
  const records = [record, ...values.map((value) => ({ id: value, external_id: value }))]
  const odd = {
    status: values[0],
    type: values[1],
    topic_name: values[0],
    email_failed_code: values[0],
    email_failed_diagnostic_code: values[1],
    id: 'c',
  }
  const last = values.at(-1)
  return {
    ...record,
    users: records,
    items: records,
    page: { after: null },
    page_info: {},
    queryId: 'q',
    status: 'Complete',
    logs: [{ ...record, ...odd, user_id: 'u', trackingId: values[0] }],
    preferences: [{ notificationId: values[0], channel: values[0], delivery: values[0] }],
    channel_types: { [secret]: true },
    notiflows: { [basic]: { enabled: false, name: secret } },
    provider: secret,
    settings: { device_tokens: values, slack_channel_id: values[0] },
    hasMore: false,
    trackingId: last,
    message: secret,
    error: { code: secret, request_id: last, message: values, details: echo },
  }
}

async function spokenBy(status: number): Promise<string[]> {
  const clock = createFakeClock()
  const { fetch } = scriptedFetch(clock, (sent) =>
    json(echoOf(sent.headers), { status, headers: { 'x-request-id': basic } })(sent),
  )
  const deps = { environment: 'e', fetch, fingerprint, clock, random: () => 0 }
  const baseUrl = 'https://a.test'
  const credential = { kind: 'basic', clientId: 'env_1', clientSecret: secret } as const
  const platforms = [
    createNotificationApi({ baseUrl, credential }, deps),
    createNotiflows(
      { baseUrl: `${baseUrl}/admin`, apiKey: 'pk_CANARY_1', secretKey: secret, accountToken },
      deps,
    ),
  ]
  const { signal } = new AbortController()
  const calls = platforms.flatMap((platform): Promise<unknown>[] => [
    platform.listUsers(listRequest()),
    platform.listUsers(listRequest({ created: { after: 0, before: null } })),
    platform.getUser('u', signal),
    platform.listActivity({ id: 'u', limit: 25, after: null, signal }),
  ])
  const outcomes = await clock.during(Promise.allSettled(calls))
  if (outcomes.status === 'rejected') throw outcomes.reason
  return outcomes.value.map((outcome) => {
    if (outcome.status === 'fulfilled') return JSON.stringify(outcome.value)
    const error: unknown = outcome.reason
    return error instanceof Error ? `${error.stack ?? ''}${JSON.stringify(error)}` : 'odd'
  })
}

test.each([200, 302, 400, 401, 403, 429, 500])(
  'an answer of %i speaks none of it, on either platform',
  async (status) => {
    const spoken = await spokenBy(status)
    expect(spoken).toHaveLength(8)
    expect(sought.filter((trace) => spoken.some((text) => text.includes(trace)))).toEqual([])
  },
)
