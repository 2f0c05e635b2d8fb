import { channels } from '#src/web/words/channels.ts'

export const { names: channelLabels, reach: reachLabels } = channels
