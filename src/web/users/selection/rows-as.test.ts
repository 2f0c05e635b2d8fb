import { expect, test } from 'vitest'
import { userNamed } from '#src/web/users/fakes.ts'
import { csvHead, csvRows, rowsAs } from './rows-as.ts'

const ada = userNamed('ada', {
  name: 'Ada | <b>',
  phone: '+351912345678',
  createdAt: '2026-11-22T12:00:00.000Z',
  attributes: { plan: 'a\nb', seats: [1] },
})
const columns = ['created', 'user', 'phone', 'reach', '_plan', '_seats']

test('what is copied has the columns shown, in their order, with true values', () => {
  expect(JSON.parse(rowsAs('json', [ada], columns))).toEqual([
    {
      createdAt: '2026-11-22T12:00:00.000Z',
      id: 'ada',
      name: 'Ada | <b>',
      phone: '+351912345678',
      'reach.email': 'absent',
      'reach.sms': 'absent',
      'reach.push': 'absent',
      'reach.webPush': 'absent',
      'reach.slack': 'absent',
      'attributes.plan': 'a\nb',
      'attributes.seats': [1],
    },
  ])
  expect(rowsAs('tsv', [ada], ['user', 'phone', '_plan'])).toBe(
    'id\tname\tphone\tattributes.plan\nada\tAda | <b>\t\'+351912345678\t"a\nb"',
  )
})

test('Markdown is a table whose cells are text and nothing else', () => {
  expect(rowsAs('markdown', [ada], ['user', '_plan']).split('\n')).toEqual([
    '| id | name | attributes.plan |',
    '| --- | --- | --- |',
    String.raw`| ada | Ada \| \<b\> | a<br>b |`,
  ])
})

test('a file is its head and its rows, safe or plain', () => {
  expect(csvHead(['phone'], false) + csvRows([ada], ['phone'], false)).toBe(
    '"phone"\r\n"\'+351912345678"\r\n',
  )
  expect(csvRows([ada], ['phone'], true)).toBe('+351912345678\r\n')
})
