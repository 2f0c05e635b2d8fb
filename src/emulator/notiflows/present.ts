import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

/** A record as it is written on the wire: unset fields null (§9), or left out by the switch. */
export const present = <T extends object>(
  record: T,
  { unset }: Pick<NotiflowsSwitches, 'unset'>,
): Partial<T> => {
  if (unset === 'null') return record
  const written: Partial<T> = { ...record }
  for (const field of keysOf(record)) if (record[field] === null) delete written[field]
  return written
}

const keysOf = <T extends object>(record: T): (keyof T)[] => {
  const keys: (keyof T)[] = []
  for (const key in record) keys.push(key)
  return keys
}
