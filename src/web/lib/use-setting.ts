import { useSyncExternalStore } from 'react'
import type { Setting } from './setting.ts'

/** A setting as it is now, kept up to date also with what other tabs do. */
export const useSetting = <T>({ get, subscribe }: Setting<T>): T =>
  useSyncExternalStore(subscribe, get)
