import type { User } from '#src/domain/user.ts'
import type { Chosen, ChosenUsers, Selection } from '#src/web/users/use-selection.ts'

const without = (users: ChosenUsers, id: string): ChosenUsers => {
  const rest = new Map(users)
  rest.delete(id)
  return rest
}

const withAll = (users: ChosenUsers, more: readonly Chosen[]): ChosenUsers =>
  new Map([...users, ...more.map((chosen) => [chosen.user.id, chosen] as const)])

/** Selects a user, or no longer; a range goes from there next. */
export function toggle({ users }: Selection, chosen: Chosen): Selection {
  const beside = without(users, chosen.user.id)
  return {
    users: users.has(chosen.user.id) ? beside : withAll(beside, [chosen]),
    anchor: { row: chosen.row, beside },
  }
}

/** The rows that a range to a row covers, both included: from the anchor, or else from where the keyboard is. */
export function rangeTo({ anchor }: Selection, spot: number, to: number) {
  const from = anchor?.row ?? spot
  return { first: Math.min(from, to), last: Math.max(from, to) }
}

/** Makes the range of a selection hold those who were found in it; beside it everything stays. */
export function extend(
  { users, anchor }: Selection,
  spot: number,
  found: readonly Chosen[],
): Selection {
  const from = anchor ?? { row: spot, beside: users }
  return { users: withAll(from.beside, found), anchor: from }
}

/** These and nobody else. */
export const only = (found: readonly Chosen[]): Selection => ({
  users: withAll(new Map(), found),
  anchor: null,
})

/** Who is selected, in the order of the list. */
export const inOrder = ({ users }: Selection): readonly User[] =>
  [...users.values()].toSorted((one, other) => one.row - other.row).map(({ user }) => user)
