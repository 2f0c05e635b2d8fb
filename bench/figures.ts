/** Parts that can be measured alone. */
export const areas = [
  'size',
  'load',
  'scroll',
  'memory',
  'interaction',
  'gateway',
  'start',
] as const

/** One line of the table. `goal` null: told, and held against nothing. */
export type Figure = {
  readonly area: (typeof areas)[number]
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'x' | 'kB' | 'MB' | '%' | 'count'
  readonly goal: number | null
  readonly note?: string
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

const write = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)

/** The figures as one table of Markdown, each with whether its goal is met. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ area, name, value, unit, goal, note }) => {
    const met =
      goal === null
        ? ''
        : // As it is written: the browser's frames of 16.7 ms are told in hundreds of nanoseconds.
          Number(write(value)) <= goal
          ? 'met'
          : goal === 0
            ? 'missed'
            : `missed, ${write(value / goal)}×`
    const aim = goal === null ? '' : `≤ ${write(goal)} ${unit}`
    return `| ${area} | ${name} | ${write(value)} ${unit} | ${aim} | ${met} | ${note ?? ''} |`
  })
  return [
    '| area | figure | value | goal | | |',
    '| --- | --- | ---: | ---: | --- | --- |',
    ...rows,
  ].join('\n')
}
