const format = new Intl.NumberFormat('en-GB')

/** "18,200" */
export const formatCount = (count: number): string => format.format(count)
