/** Whether the page runs from right to left, so that forward is to the left. */
export const isMirrored = (): boolean => globalThis.document?.documentElement.dir === 'rtl'
