import type { ChannelName } from '#src/domain/reach.ts'
import type { Words } from '#src/web/words/language.ts'
import type { english } from '#src/web/words/why.ts'

const messages: Readonly<Record<ChannelName, string>> = {
  email: 'E-Mails',
  sms: 'SMS',
  push: 'Push-Nachrichten',
  webPush: 'Web-Push-Nachrichten',
  slack: 'Slack-Nachrichten',
}

const each = <T>(say: (channel: ChannelName) => T): Record<ChannelName, T> => ({
  email: say('email'),
  sms: say('sms'),
  push: say('push'),
  webPush: say('webPush'),
  slack: say('slack'),
})

const states = {
  clear: 'nichts spricht dagegen',
  stops: 'verhindert es',
  doubt: 'kann es verhindern',
  unknown: 'keine Auskunft',
  'not-applicable': 'spielt keine Rolle',
}

const noDevice = 'Keines der Geräte ist erreichbar'
const mayRefuse = 'die Geräte nehmen es womöglich nicht an'

export const why: Words<typeof english> = {
  addresses: {
    email: 'Adresse',
    sms: 'Nummer',
    push: 'Adresse',
    webPush: 'Adresse',
    slack: 'Ziel',
  },
  places: {
    email: 'Geräte',
    sms: 'Geräte',
    push: 'Geräte',
    webPush: 'Browser',
    slack: 'Workspace',
  },
  steps: {
    environment: 'Umgebung',
    suppression: 'Sperre',
    choice: 'Einstellungen der Person',
    deliveries: 'Letzte Nachrichten',
  },
  states,
  outcomes: {
    ...states,
    clear: 'versendet',
    stops: 'nicht angekommen',
    doubt: 'Ankunft ungewiss',
  },
  stopped: {
    environment: (channel) => `${channel} ist in dieser Umgebung für alle abgeschaltet`,
    suppression: 'Die Plattform sperrt die Adresse',
    address: each((channel) => `Es gibt keinen Ort, an den ${messages[channel]} gehen könnten`),
    choice: each((channel) => `Die Person möchte keine ${messages[channel]}`),
    device: {
      email: noDevice,
      sms: noDevice,
      push: noDevice,
      webPush: 'Keiner der Browser ist erreichbar',
      slack: 'In diesem Workspace lässt sich nichts veröffentlichen',
    },
  },
  doubtful: {
    environment: 'vielleicht ist das nicht die gemeinte Person',
    choice: 'vielleicht hat die Person es abbestellt',
    address: {
      email: 'die Adresse nimmt es womöglich nicht an',
      sms: 'die Nummer nimmt es womöglich nicht an',
      push: 'die Adresse nimmt es womöglich nicht an',
      webPush: 'die Adresse nimmt es womöglich nicht an',
      slack: 'das Ziel nimmt es womöglich nicht an',
    },
    device: {
      email: mayRefuse,
      sms: mayRefuse,
      push: mayRefuse,
      webPush: 'die Browser nehmen es womöglich nicht an',
      slack: 'der Workspace nimmt es womöglich nicht an',
    },
  },
  notKnown: each(
    (channel) =>
      `Nichts spricht gegen ${messages[channel]}, doch nicht alles lässt sich hier feststellen`,
  ),
  arrived: each(
    (channel) => (arrival: string) => `Nichts spricht gegen ${messages[channel]}; ${arrival}.`,
  ),
  allWell: each(
    (channel) =>
      `Nichts spricht gegen ${messages[channel]}: Was sich prüfen lässt, ist in Ordnung.`,
  ),
  still: (arrival, doubt) => `${arrival}, aber ${doubt}`,
  notTold: (step) => `${step}: keine Auskunft`,
  looked: 'Was geprüft wurde',
  last: 'Letzte Nachrichten auf diesem Kanal',
}
