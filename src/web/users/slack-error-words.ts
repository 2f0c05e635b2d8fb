import { ownWord } from '#src/web/lib/own-word.ts'

// Slack's own words, of its OAuth answers and of `chat.postMessage`.
const errors: Readonly<Record<string, string>> = {
  access_denied: 'they did not let the app in',
  account_inactive: 'the account or the workspace is gone',
  bad_client_secret: 'the app’s own secret is wrong',
  channel_not_found: 'Slack knows no such channel',
  code_already_used: 'the connection was begun twice',
  ekm_access_denied: 'the workspace has taken the app’s access away',
  invalid_auth: 'Slack refuses the token',
  invalid_code: 'the connection took too long, or was begun twice',
  invalid_scope: 'the app asks for a scope that there is not',
  is_archived: 'the channel is archived',
  missing_scope: 'the app lacks a scope',
  no_permission: 'the app may not post there',
  not_allowed_token_type: 'this kind of token may not post',
  not_authed: 'there is no token',
  not_in_channel: 'the app is not in the channel',
  org_login_required: 'the workspace is being moved into an organisation',
  ratelimited: 'Slack was asked too often',
  restricted_action: 'the workspace does not let the app post there',
  team_access_not_granted: 'the organisation has not let the app into the workspace',
  token_expired: 'the token has expired',
  token_revoked: 'somebody took the token back',
}

/** A Slack error in words, or null for one that nobody has described. */
export const slackErrorInWords = (error: string): string | null => ownWord(errors, error) ?? null
