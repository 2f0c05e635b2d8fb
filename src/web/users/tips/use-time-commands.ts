import { useCommands } from '#src/web/lib/commands.ts'
import { isoIn } from '#src/web/lib/exact-time.ts'
import { copyText, tell } from '#src/web/lib/notice.ts'
import { times } from '#src/web/words/times.ts'

/** The time that the keyboard is at: that of its cell, else the first of its row or of the user. */
export function timeAtHand(page: HTMLElement | null): HTMLTimeElement | null {
  if (page === null) return null
  const focused = document.activeElement
  const place = page.contains(focused) ? focused : null
  for (const around of ['button, [role=gridcell]', '[role=row]', 'aside']) {
    const time = place?.closest(around)?.querySelector('time')
    if (time != null) return time
  }
  return page.querySelector('[role=row]:is([tabindex="0"], :has([tabindex="0"])) time')
}

/** What can be done with a time by its key: to see it exactly, and to copy it as the list's zone has it. */
export function useTimeCommands(
  atHand: () => HTMLTimeElement | null,
  zone: string,
  onShow: (time: HTMLTimeElement) => void,
): void {
  const withTime = (act: (time: HTMLTimeElement) => void) => () => {
    const time = atHand()
    if (time === null) tell(times.noTime)
    else act(time)
  }
  useCommands([
    {
      id: 'time.exact',
      ...times.showExact,
      group: 'Time',
      keys: ['i'],
      run: withTime(onShow),
    },
    {
      id: 'time.copy',
      ...times.copyExact,
      group: 'Time',
      keys: ['Shift+i'],
      run: withTime(({ dateTime }) => {
        const exact = isoIn(dateTime, zone)
        void copyText(exact, exact)
      }),
    },
  ])
}
