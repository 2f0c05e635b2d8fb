import { useEffect, useState } from 'react'

/** Whether so many milliseconds have passed since this name was first drawn. Of null they never have. */
export function useLater(milliseconds: number, name: string | null): boolean {
  const [late, setLate] = useState<string | null>(null)
  useEffect(() => {
    if (name === null) return
    const timer = setTimeout(() => setLate(name), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds, name])
  return name !== null && late === name
}
