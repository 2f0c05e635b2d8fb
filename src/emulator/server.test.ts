import { MessageChannel, type MessagePort } from 'node:worker_threads'

import { describe, expect, onTestFinished, test } from 'vitest'

import { serveParent } from './run.ts'
import { startEmulator } from './server.ts'
import { readSettings } from './settings.ts'

const start = async (port: number) => {
  const running = await startEmulator({ port, users: 50 })
  onTestFinished(() => running.close())
  return running
}

describe('a started emulator', () => {
  test('listens on this machine only, and prints the address it really has', async () => {
    const { url } = await start(0)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/)
    const response = await fetch(`${url}/`)
    const body: { environments: { baseUrl: string }[] } = await response.json()
    expect(body.environments[0]?.baseUrl).toBe(`${url}/notificationapi`)
  })

  test('decodes an id once over the wire', async () => {
    const { url } = await start(0)
    for (const id of ['demo/with/slashes', 'demo%25percent%2F', 'demo+plus', 'demo with spaces']) {
      const response = await fetch(`${url}/notificationapi/users/${encodeURIComponent(id)}`, {
        headers: { authorization: 'Bearer pingram_sk_demo_prod' },
      })
      expect(await response.json()).toMatchObject({ id, email: expect.any(String) })
    }
  })

  test('says so when the port is taken', async () => {
    const { url } = await start(0)
    const port = Number(new URL(url).port)
    await expect(startEmulator({ port, users: 1 })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken. Set ROLLCALL_EMULATOR_PORT`,
    )
  })

  test('stops listening when closed, twice if need be', async () => {
    const running = await startEmulator({ port: 0, users: 1 })
    await fetch(running.url)
    await running.close()
    await running.close()
    await expect(fetch(running.url)).rejects.toThrow('fetch failed')
  })
})

const nextOf = (port: MessagePort) =>
  new Promise<unknown>((resolve) => {
    port.once('message', resolve)
  })
const closedOf = (port: MessagePort) =>
  new Promise<void>((resolve) => {
    port.once('close', () => {
      resolve()
    })
  })

describe('under a parent thread', () => {
  test('it says where it listens, and goes when told to stop', async () => {
    const { port1: parent, port2: child } = new MessageChannel()
    const first = nextOf(parent)
    await serveParent(child, { ROLLCALL_EMULATOR_PORT: '0', ROLLCALL_EMULATOR_USERS: '5' })
    const message = await first
    expect(message).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) })
    const { url } = Object(message)
    expect((await fetch(url)).status).toBe(200)
    const closed = closedOf(parent)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    parent.postMessage('stop')
    await closed
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('it says why it cannot start', async () => {
    const { port1: parent, port2: child } = new MessageChannel()
    const [first, closed] = [nextOf(parent), closedOf(parent)]
    await serveParent(child, { ROLLCALL_EMULATOR_PORT: 'high' })
    expect(await first).toEqual({
      error: 'ROLLCALL_EMULATOR_PORT must be a whole number from 0 to 65535',
    })
    await closed
  })
})

describe('settings', () => {
  test('have the defaults of the design', () => {
    expect(readSettings({})).toEqual({ port: 4311, users: 100_000 })
    expect(readSettings({ ROLLCALL_EMULATOR_PORT: '' })).toMatchObject({ port: 4311 })
  })

  test('are taken as given', () => {
    expect(
      readSettings({ ROLLCALL_EMULATOR_PORT: '0', ROLLCALL_EMULATOR_USERS: '10000000' }),
    ).toEqual({ port: 0, users: 10_000_000 })
  })

  test.each([
    ['ROLLCALL_EMULATOR_PORT', '65536'],
    ['ROLLCALL_EMULATOR_PORT', '-1'],
    ['ROLLCALL_EMULATOR_PORT', '4311x'],
    ['ROLLCALL_EMULATOR_USERS', '1e6'],
    ['ROLLCALL_EMULATOR_USERS', '1.5'],
    ['ROLLCALL_EMULATOR_USERS', '999999999999'],
  ])('%s that is no good is named, its value not repeated', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name)
    expect(() => readSettings({ [name]: value })).not.toThrow(value)
  })
})
