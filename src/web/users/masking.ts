import { createContext, useContext } from 'react'

/** Whether email addresses and phone numbers come masked, and are shown one at a time on request. */
export const MaskingContext = createContext(false)

export const useMasking = (): boolean => useContext(MaskingContext)
