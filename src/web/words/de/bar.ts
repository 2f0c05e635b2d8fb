import type { english } from '#src/web/words/bar.ts'
import type { Words } from '#src/web/words/language.ts'

export const bar: Words<typeof english> = {
  changeZone: { label: 'Zone wechseln', words: 'zeitzone utc ortszeit' },
  zone: (zone) => `Zone ${zone}`,
  reload: 'Liste neu laden',
  reloadNewer: (newer) => `${newer}: Liste neu laden`,
  newer: (count) => `${count} neu`,
}
