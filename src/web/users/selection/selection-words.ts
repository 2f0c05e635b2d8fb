import { selectionWords as words } from '#src/web/words/selection.ts'

/** How many are selected: `missed` of a range were not loaded any more and could not be read. */
export const selectedWords = (count: number, missed = 0): string =>
  missed > 0 ? words.missed(count, missed) : count === 0 ? words.nobody : words.selected(count)

/** That all loaded are selected, or as many as can be; and whether that is everybody. */
export const allSelectedWords = (count: number, loaded: number, complete: boolean): string =>
  count < loaded
    ? words.firstLoaded(count, loaded)
    : complete
      ? words.everybody(count)
      : words.allLoaded(count)
