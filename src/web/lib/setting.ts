import { isJsonObject } from '#src/domain/json.ts'

/** A choice of the operator that this browser remembers, in all its tabs. */
export type Setting<T> = {
  /** As it is now. Never fails: what cannot be read is the fallback. */
  readonly get: () => T
  readonly set: (next: T) => void
  readonly subscribe: (changed: () => void) => () => void
}

/**
 * Keeps a setting in the browser's storage under a name. Settings only: nothing that a platform told
 * about a person belongs there. `version` is raised when the form changes: what another version wrote, and
 * what `read` gives null for, is as good as nothing. Where storage is forbidden the setting lives as long as the
 * page.
 */
export function createSetting<T>(
  name: string,
  version: number,
  read: (value: unknown) => T | null,
  fallback: T,
): Setting<T> {
  const parse = (text: string | null): T => {
    if (text === null) return fallback
    try {
      const stored: unknown = JSON.parse(text)
      const current = isJsonObject(stored) && stored['version'] === version
      return current ? (read(stored['value']) ?? fallback) : fallback
    } catch {
      return fallback
    }
  }
  let forbidden = false
  let text: string | null = null
  let value = fallback
  const get = () => {
    if (forbidden) return value
    try {
      const now = localStorage.getItem(name)
      // The same text is the same value, so that nothing is drawn anew for it.
      if (now !== text) [text, value] = [now, parse(now)]
    } catch {
      forbidden = true
    }
    return value
  }
  const listeners = new Set<() => void>()
  const set = (next: T) => {
    const written = JSON.stringify({ version, value: next })
    try {
      localStorage.setItem(name, written)
    } catch {
      forbidden = true
    }
    ;[text, value] = [written, next]
    for (const listener of listeners) listener()
  }
  const subscribe = (changed: () => void) => {
    listeners.add(changed)
    addEventListener('storage', changed)
    return () => {
      listeners.delete(changed)
      removeEventListener('storage', changed)
    }
  }
  return { get, set, subscribe }
}
