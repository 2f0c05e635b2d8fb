import { lstat, readlink, rm, symlink } from 'node:fs/promises'

import type { Clock } from '#src/platforms/clock.ts'

// A symbolic link to the number of the process that holds it: the one thing that POSIX makes at once
// with its content, or not at all.

const betweenLooks = 25
const looks = 80

const codeOf = (failure: unknown): unknown =>
  failure instanceof Error && 'code' in failure ? failure.code : null

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (failure) {
    // It is there, and somebody else's.
    return codeOf(failure) === 'EPERM'
  }
}

/** Whether whoever holds the lock is gone: nobody has that number, or it is ours and we are younger. */
const isLeftOver = async (path: string): Promise<boolean> => {
  try {
    const pid = Number(await readlink(path))
    if (!Number.isSafeInteger(pid) || pid < 1) return false
    if (pid !== process.pid) return !isAlive(pid)
    const { mtimeMs } = await lstat(path)
    return mtimeMs < Date.now() - process.uptime() * 1000
  } catch {
    // It was let go of just now.
    return false
  }
}

const take = async (path: string): Promise<boolean> => {
  try {
    await symlink(String(process.pid), path)
    return true
  } catch (failure) {
    if (codeOf(failure) === 'EEXIST') return false
    throw failure
  }
}

/**
 * Does some work while no other process on this machine does the same, and waits two seconds at most
 * for another one to be done. A lock whose process is gone is removed; one that is held never is.
 * @returns false when another process did not let go of it, and nothing was done
 */
export const withLock = async (
  path: string,
  { sleep }: Pick<Clock, 'sleep'>,
  work: () => Promise<void>,
): Promise<boolean> => {
  for (let look = 0; look < looks; look += 1) {
    if (await take(path)) {
      try {
        await work()
      } finally {
        await rm(path, { force: true })
      }
      return true
    }
    if (await isLeftOver(path)) await rm(path, { force: true })
    else await sleep(betweenLooks)
  }
  return false
}
