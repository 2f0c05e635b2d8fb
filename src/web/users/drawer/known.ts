import type { ActivityAnswer, UserAnswer } from '#src/gateway/api.ts'
import type { Known } from '#src/web/users/sentence-words.ts'

/** The activity of which the sentences speak: the first page, so that reading on changes none of them. */
type FirstPage = { readonly pages: readonly ActivityAnswer[] } | undefined

/**
 * What the drawer knows besides the user. `answer`: of this user alone, undefined until it is here;
 * `failed`: it did not come.
 */
export function knownOf(
  answer: UserAnswer | undefined,
  failed: boolean,
  activity: FirstPage,
): Known {
  const page = activity?.pages[0]
  return {
    detail: answer !== undefined ? 'here' : failed ? 'failed' : 'coming',
    preferences: answer?.preferences.told === true ? answer.preferences.value : [],
    activity: page?.told === true ? page.activity : [],
  }
}
