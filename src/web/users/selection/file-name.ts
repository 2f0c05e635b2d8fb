import type { Day } from '#src/web/lib/time.ts'

/** As it can stand in a name of a file anywhere: letters, digits and dashes. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

// Several systems stop at 255 bytes, and something may be added: " (1)".
const longest = 120

/**
 * The name of a file that says what is in it: `rollcall-production-created-last-30-days-412-loaded-not-all-2026-11-22.csv`.
 * @param filters what narrows the list, in words
 * @param content how many and which, and whether that is all: "412 loaded not all"
 */
export function fileName(
  environment: string,
  filters: readonly string[],
  content: string,
  day: Day,
): string {
  const about = slug(filters.join(' ')).slice(0, longest).replace(/-$/, '')
  return `${['rollcall', slug(environment).slice(0, 60), about, slug(content), day]
    .filter((part) => part !== '')
    .join('-')}.csv`
}
