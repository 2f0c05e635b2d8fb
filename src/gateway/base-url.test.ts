import { describe, expect, test } from 'vitest'

import { readBaseUrl } from './base-url.ts'

describe('a base URL (A08)', () => {
  test.each([
    ['https://api.pingram.io', 'https://api.pingram.io'],
    ['https://api.pingram.io/', 'https://api.pingram.io'],
    ['https://api.notiflows.com/admin/v1//', 'https://api.notiflows.com/admin/v1'],
    ['http://127.0.0.1:4311/notificationapi', 'http://127.0.0.1:4311/notificationapi'],
    ['http://localhost:4311/x/', 'http://localhost:4311/x'],
    ['http://[::1]:4311', 'http://[::1]:4311'],
    ['https://10.1.2.3:8443', 'https://10.1.2.3:8443'],
  ])('%s is used', (text, url) => {
    expect(readBaseUrl(text)).toEqual({ ok: true, url })
  })

  test.each([
    'http://api.pingram.io',
    'http://10.0.0.1',
    'http://192.168.0.1:4311',
    'http://0.0.0.0:4311',
    'https://0.0.0.0',
    'https://0/',
    'https://[::]',
    'https://169.254.169.254/latest',
    'https://2852039166/',
    'https://0xa9fea9fe/',
    'https://0xa9.0xfe.0xa9.0xfe/',
    'https://0251.0376.0251.0376/',
    'https://169.254.43518/',
    'https://169.254.1.1',
    'https://１６９.254.169.254',
    'https://[::ffff:a9fe:a9fe]',
    'https://[::ffff:169.254.169.254]',
    'https://[::a9fe:a9fe]',
    'https://[64:ff9b::a9fe:a9fe]',
    'https://[64:ff9b:1::a9fe:a9fe]',
    'https://[2002:a9fe:a9fe::]',
    'https://[fe80::1]',
    'https://[febf::1]',
    'https://[fd00:ec2::254]',
    'https://[fd00:0ec2:0:0::0254]',
    'https://metadata.google.internal',
    'https://METADATA.google.internal./',
    'https://metadata',
    'https://100.100.100.200',
    'https://168.63.129.16',
    'https://192.0.0.192',
    'https://user@api.pingram.io',
    'https://u:p@api.pingram.io',
    'https://api.pingram.io?x=1',
    'https://api.pingram.io?',
    'https://api.pingram.io#x',
    'https://api.pingram.io/#',
    'https://api.pingram.io:22',
    'https://api.pingram.io:25',
    'file:///etc/passwd',
    'ftp://api.pingram.io',
    'javascript:alert(1)',
    'api.pingram.io',
    '//api.pingram.io',
    '',
  ])('%j is refused, and the reason does not repeat it', (text) => {
    const read = readBaseUrl(text)
    const reason = read.ok ? text : read.reason
    expect(reason).toMatch(/^must /u)
    expect(text !== '' && reason.includes(text)).toBe(false)
  })
})
