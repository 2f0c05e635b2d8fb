import type { Reason } from '#src/domain/reach.ts'
import type { SlackChannel, UserFacts } from '#src/domain/user.ts'

const destinationField = 'channels.slack.destination'
const connectionField = 'channels.slack.connection'

/** The verdict on Slack: a destination and a workspace connection that works are both needed. */
export const judgeSlack = ({ facts: { slack } }: UserFacts): SlackChannel => {
  if (!slack.told) {
    return {
      reach: 'unknown',
      reasons: [{ code: 'slack-not-told', field: 'channels.slack', detail: slack.why }],
      destination: null,
      connection: null,
    }
  }
  const { destination } = slack.value
  const connection = slack.value.connection.told ? slack.value.connection.value : null
  if (destination === null || destination === '') {
    return {
      reach: 'absent',
      reasons: [{ code: 'no-destination', field: destinationField }],
      destination,
      connection,
    }
  }
  const present: Reason = { code: 'destination-present', field: destinationField }
  if (!slack.value.connection.told) {
    const { why } = slack.value.connection
    return {
      // The connection is the project's, as its mail server is, and the person has done their part:
      // judged like an address on a platform that tells no suppression, with the same reserve said.
      reach: 'reachable',
      reasons: [present, { code: 'slack-not-told', field: connectionField, detail: why }],
      destination,
      connection,
    }
  }
  if (connection === null) {
    return {
      reach: 'blocked',
      reasons: [{ code: 'destination-without-connection', field: connectionField }],
      destination,
      connection,
    }
  }
  if (connection.ok === false || connection.error !== null) {
    return {
      reach: 'blocked',
      reasons: [{ code: 'connection-failed', field: connectionField, detail: connection.error }],
      destination,
      connection,
    }
  }
  return {
    // A connection that says neither yes nor no arrived malformed: do not guess.
    reach: connection.ok === null ? 'unknown' : 'reachable',
    reasons: [present],
    destination,
    connection,
  }
}
