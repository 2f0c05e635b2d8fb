import type { SlackChannel, UserFacts } from '#src/domain/user.ts'

const destinationField = 'channels.slack.destination'
const connectionField = 'channels.slack.connection'

/** The verdict on Slack: a destination and a workspace connection that works are both needed. */
export const judgeSlack = ({ facts: { slack } }: UserFacts): SlackChannel => {
  if (slack === null) {
    return {
      reach: 'unknown',
      reasons: [{ code: 'slack-not-told', field: 'channels.slack' }],
      destination: null,
      connection: null,
    }
  }
  const { destination, connection } = slack
  if (destination === null || destination === '') {
    return {
      reach: 'absent',
      reasons: [{ code: 'no-destination', field: destinationField }],
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
    reasons: [{ code: 'destination-present', field: destinationField }],
    destination,
    connection,
  }
}
