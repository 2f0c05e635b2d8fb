import type { ReactNode } from 'react'
import { useDeferredValue } from 'react'

/**
 * What can wait until its surroundings are drawn: drawn right after them, and interrupted by anything that a person does
 * meanwhile. In what was deferred itself it waits no second time.
 */
export const Deferred = ({ children }: { readonly children: ReactNode }) =>
  useDeferredValue(true, false) && children
