import { useQueryClient } from '@tanstack/react-query'
import type { User } from '#src/domain/user.ts'
import { byteOrderMark } from '#src/domain/csv.ts'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { tell } from '#src/web/lib/notice.ts'
import { selectionWords as words } from '#src/web/words/selection.ts'
import { browserZone, dayAt } from '#src/web/lib/time.ts'
import type { Chip } from '#src/web/users/filters/chips.ts'
import { chipText } from '#src/web/users/filters/chips.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import type { Trail } from '#src/web/users/trail.ts'
import type { Selection } from '#src/web/users/use-selection.ts'
import { exportAll } from './export-all.ts'
import { fileName } from './file-name.ts'
import { readRows } from './read-rows.ts'
import type { CopyFormat } from './rows-as.ts'
import { copyFormats, csvHead, csvRows, rowsAs } from './rows-as.ts'
import { download } from './save-file.ts'
import { inOrder } from './selection.ts'

export type Leaving = {
  /** The environment as the operator calls it. */
  readonly name: string
  readonly list: ListKey
  readonly trail: Trail
  /** The ids of the columns shown. */
  readonly columns: readonly string[]
  readonly chips: readonly Chip[]
  readonly selection: Selection
}

/** Something that can be done with users, and the menu it stands in. */
export type RowAction = Command & { readonly menu: 'copy' | 'export' }

const today = () => dayAt(Date.now(), browserZone())

/** What can be done with the users selected, or, where none are, with those loaded: as commands, and for menus. */
export function useRowActions(page: Leaving): readonly RowAction[] {
  const { name, list, trail, columns, chips, selection } = page
  const client = useQueryClient()
  const isSelected = selection.users.size > 0
  const count = isSelected ? selection.users.size : trail.rows
  const which = isSelected ? words.someSelected(count) : words.someLoaded(count)
  // A file's name goes further than the file: nobody's address stands in it.
  const filters = chips.map((chip) =>
    chip.panel === 'emailAddress' || chip.panel === 'phoneNumber'
      ? words.file.oneAddress
      : chipText(chip),
  )

  /** Hands on the users meant, a page at a time. Gives how many: fewer than there are when some cannot be read again. */
  const each = async (take: (users: readonly User[]) => void): Promise<number> => {
    if (isSelected) {
      take(inOrder(selection))
      return count
    }
    let done = 0
    const stretch = { first: 0, last: trail.rows - 1 }
    for await (const found of readRows(client, list, trail, stretch)) {
      take(found.map(({ user }) => user))
      done += found.length
    }
    return done
  }

  const copy = async (format: CopyFormat) => {
    const users: User[] = []
    const handed = await each((more) => users.push(...more))
    await navigator.clipboard.writeText(rowsAs(format, users, columns)).then(
      () => tell(handed === count ? words.copied(handed) : words.copiedOf(handed, count)),
      () => tell(words.refusedCopy),
    )
  }

  const save = async (raw: boolean) => {
    const parts = [raw ? '' : byteOrderMark, csvHead(columns, raw)]
    const done = await each((users) => parts.push(csvRows(users, columns, raw)))
    const isAll = trail.complete && done === count
    const content = isSelected ? words.file.selected(done) : words.file.loaded(done, isAll)
    download(fileName(list.environment, filters, content, today()), parts)
    tell(done === count ? words.saved(done) : words.savedOf(done, count))
  }

  const all = (raw: boolean) => void exportAll({ name, list, columns, raw, filters, day: today() })

  const isAny = count > 0
  const actions: readonly RowAction[] = [
    ...copyFormats.map((format): RowAction => ({
      menu: 'copy',
      id: `rows.copy.${format}`,
      label: words.copyAs(which, words.formats[format]),
      group: 'List',
      keys: format === 'tsv' ? ['Shift+c'] : [],
      words: words.copyWords,
      when: isAny,
      run: () => void copy(format),
    })),
    {
      menu: 'export',
      id: 'rows.export.csv',
      label: words.exportCsv(which),
      group: 'List',
      words: words.exportWords,
      when: isAny,
      run: () => void save(false),
    },
    {
      menu: 'export',
      id: 'rows.export.raw',
      label: words.exportRaw(which),
      group: 'List',
      words: words.exportWords,
      when: isAny,
      run: () => void save(true),
    },
    {
      menu: 'export',
      id: 'rows.export.all',
      label: words.exportAll,
      group: 'List',
      words: words.exportWords,
      when: isAny,
      run: () => all(false),
    },
    {
      menu: 'export',
      id: 'rows.export.all.raw',
      label: words.exportAllRaw,
      group: 'List',
      words: words.exportWords,
      when: isAny,
      run: () => all(true),
    },
  ]
  useCommands(actions)
  return actions
}
