import { setImmediate } from 'node:timers/promises'

import { byteOrderMark, csvLines } from '#src/domain/csv.ts'
import { cellText, fieldsOf, recordOf, valueOf } from '#src/domain/record.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { type Circumstances, judge } from '#src/reachability/judge.ts'

import type { ExportQuery } from './export-query.ts'
import { clampFields } from './json-limits.ts'
import { maskUser } from './mask.ts'

/** So many users are judged, masked and written before anybody else has a turn (check L03). */
const atOnce = 200

/** How users become lines of a file: `head` comes first, and has no users in it. */
export const createRows = (
  { columns, raw }: Pick<ExportQuery, 'columns' | 'raw'>,
  circumstances: Circumstances,
  mask: boolean,
) => {
  const fields = fieldsOf(columns)
  const cells = (facts: UserFacts): readonly string[] => {
    const user = judge(facts, circumstances)
    const record = recordOf({ ...user, attributes: clampFields(user.attributes) })
    const told = mask ? maskUser(record) : record
    return fields.map((field) => cellText(valueOf(told, field)))
  }
  const names = csvLines([fields.map(({ name }) => name)], raw)
  return {
    head: raw ? names : byteOrderMark + names,
    lines: async (users: readonly UserFacts[]): Promise<string> => {
      let text = ''
      for (let at = 0; at < users.length; at += atOnce) {
        text += csvLines(users.slice(at, at + atOnce).map(cells), raw)
        await setImmediate()
      }
      return text
    },
  }
}
