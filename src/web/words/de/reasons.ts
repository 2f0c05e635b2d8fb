import type { Words } from '#src/web/words/language.ts'
import type { english } from '#src/web/words/reasons.ts'
import { count } from './numbers.ts'

const spam = 'Spam-Beschwerde'
const withConsent = (what: string) => `${what}; nur mit Zustimmung der Person aufheben`
const bounced = 'nach einem Rückläufer gesperrt'
const strangeService = 'Push-Dienst, den Rollcall nicht kennt'
const twice = 'es kommt womöglich alles doppelt an'
const byDefault = 'geplante Nachrichten richten sich nach der Standardzone'

export const reasons: Words<typeof english> = {
  labels: {
    'switched-off': 'in dieser Umgebung für alle abgeschaltet',
    'opted-out': 'von der Person abbestellt',
    'opted-out-of-some': 'einige Benachrichtigungen abbestellt',
    'opted-out-of-all': 'alle aufgeführten Benachrichtigungen abbestellt',
    'field-unreadable': 'Angaben der Plattform waren nicht lesbar',
    'address-present': 'Adresse vorhanden',
    'no-address': 'keine Adresse',
    'address-malformed': 'Adresse ist fehlerhaft',
    'address-dotless': 'Domain hat keinen Punkt, was kaum ein Mailserver annimmt',
    'suppressed-bounce': bounced,
    'suppressed-complaint': withConsent(spam),
    'suppression-stale': 'betraf eine frühere Adresse; sie aufzuheben ist vertretbar',
    'complaint-stale':
      'betraf eine frühere Adresse, aber dieselbe Person: Bitte fragen Sie zuerst nach',
    'suppression-not-told': 'diese Plattform nennt keine Rückläufer',
    'number-not-e164': 'Nummer steht nicht in internationaler Schreibweise',
    'number-american': 'Nummer wird als eine der USA oder Kanadas gelesen',
    'number-impossible': 'eine solche Nummer kann es nicht geben',
    'number-invalid': 'Nummer liegt in keinem Bereich, den ihr Land vergeben hat',
    'line-takes-no-sms': 'Anschluss empfängt keine SMS',
    'no-device': 'kein Gerät',
    'device-present': 'Gerät vorhanden',
    'devices-not-told': 'Geräte stehen nicht in der Liste dieser Plattform',
    'apns-sandbox-in-production':
      'geht an Apples Testdienst, wo das Token einer veröffentlichten App scheitert',
    'apns-production-in-test':
      'geht an Apples Produktivdienst, wo das Token einer Testversion scheitert',
    'apns-environment-unrecognised':
      'nennt einen Dienst, den Apple nicht hat, und geht deshalb an den Testdienst',
    'apns-gateway-not-told':
      'unbekannt, an welchen von Apples Diensten es geht; das Token einer Testversion scheitert am Produktivdienst',
    'apn-off-apple': 'kein Gerät von Apple, aber bei Apple registriert; das kann nicht gehen',
    'apn-on-android': 'Android-Gerät, das bei Apple registriert ist; das kann nicht gehen',
    'device-type-unrecognised': strangeService,
    'token-form': 'Token passt nicht zu seinem Dienst',
    'token-malformed': 'was als Token angegeben ist, kann keines sein',
    'token-repeated': `ein Token kommt mehrfach vor; ${twice}`,
    'tokens-share-device':
      'mehrere Token gehören zu einem Gerät: Alte scheitern, oder es erhält alles doppelt',
    'unseen-for-long': 'so lange nicht gesehen, dass das Token wohl ungültig ist',
    'no-subscription': 'kein Browser',
    'subscription-present': 'Browser vorhanden',
    'subscriptions-not-told': 'diese Plattform nennt keine Browser',
    'endpoint-unusable': 'Endpunkt ist keine https-Adresse',
    'push-service-unrecognised': strangeService,
    'keys-malformed': 'Schlüssel sind fehlerhaft, sodass sich nichts dafür verschlüsseln lässt',
    'subscription-repeated': `ein Browser kommt mehrfach vor; ${twice}`,
    'no-destination': 'kein Ziel',
    'destination-present': 'Ziel vorhanden',
    'destination-malformed': 'was als Ziel angegeben ist, ist keines',
    'destination-without-connection': 'kein Workspace verbunden',
    'connection-failed': 'Verbindung zum Workspace ist fehlgeschlagen',
    'connection-not-told': 'Workspace gehört zum Projekt, und die Plattform nennt ihn nicht',
    'no-access-token': 'Verbindung hat kein Zugriffstoken',
    'scope-missing': 'Verbindung darf nichts veröffentlichen',
    'connection-lapses': 'Verbindung läuft ab und lässt sich nicht erneuern',
    'connection-lapsed': 'Verbindung ist abgelaufen und lässt sich nicht erneuern',
    'webhook-elsewhere': 'Webhook schreibt nur in einen anderen Kanal',
    'slack-not-told': 'diese Plattform nennt den Workspace nicht',
    'only-an-id':
      'Plattform nannte nur die ID, wie zu jeder beliebigen ID: Bitte prüfen Sie die Schreibweise',
    'never-completed':
      'durch einen Lauf oder ein Ereignis entstanden und von der Anwendung nie ergänzt',
    'id-is-an-address': 'ID ist eine Adresse: Ändert sich diese, wird daraus jemand anderes',
    'no-timezone': `keine Zeitzone; ${byDefault}`,
    'timezone-unrecognised': `unbekannte Zeitzone; ${byDefault}`,
    'locale-unrecognised': 'unbekannte Sprache; Nachrichten kommen in der Standardsprache',
    'never-seen': 'von der Plattform nie gesehen; das Token ist wohl ungültig',
    'email-shared': 'jemand anderes hat dieselbe E-Mail-Adresse',
    'phone-shared': 'jemand anderes hat dieselbe Nummer',
    'token-shared':
      'jemand anderes hat dasselbe Gerät: Die Nachricht kann die falsche Person erreichen',
    'test-environment': 'Testumgebung: Echte Nachrichten kommen aus einer anderen',
    'switches-not-told': 'diese Plattform nennt nicht, ob der Kanal abgeschaltet ist',
    'activity-not-told': 'diese Plattform nennt nicht, was gesendet wurde',
    'nothing-sent': 'auf diesem Kanal wurde zuletzt nichts gesendet',
    'nothing-among': 'nicht alles, was zuletzt gesendet wurde, war lesbar',
    'last-pending': 'letzte Nachricht wartet noch auf den Versand',
    'pending-for-long': 'letzte Nachricht wartet schon lange auf die Übergabe',
    'last-sent': 'letzte Nachricht wurde übergeben, was ihre Ankunft nicht beweist',
    'last-delivered': 'letzte Nachricht angekommen',
    'last-failed': 'letzte Nachricht ist fehlgeschlagen',
    'last-skipped': 'Plattform hat die letzte Nachricht absichtlich nicht gesendet',
    'last-unrecognised': 'Plattform nennt nicht, was aus der letzten Nachricht wurde',
  },
  sms: { 'address-present': 'Nummer vorhanden', 'no-address': 'keine Nummer' },
  untold: {
    'not-configured': 'dafür ist ein Konto-Token nötig',
    credential: 'die Zugangsdaten dürfen das nicht lesen',
    failed: 'ließ sich gerade nicht lesen',
  },
  switchesUntold: {
    'not-configured': 'ob der Kanal abgeschaltet ist, ist nur mit einem Konto-Token zu erfahren',
    credential: 'die Zugangsdaten dürfen nicht lesen, ob der Kanal abgeschaltet ist',
    failed: 'ob der Kanal abgeschaltet ist, ließ sich gerade nicht lesen',
  },
  bounces: {
    Permanent: 'dauerhaft unzustellbar',
    Transient: 'vorübergehend unzustellbar',
    Undetermined: 'unzustellbar',
    other: bounced,
  },
  needsAddress: (what) => `${what}; zuerst ist eine neue Adresse nötig`,
  complaints: {
    'auth-failure': 'Anbieter meldete E-Mails, deren Absender sich nicht bestätigen ließ',
    fraud: 'Beschwerde wegen Betrugs',
    'not-spam': 'Meldung „kein Spam“, die der Plattform als Beschwerde gilt',
    other: 'Beschwerde ohne benannten Grund',
    virus: 'Anbieter meldete einen Virus',
    OnAccountSuppressionList: 'wegen einer früheren Beschwerde zurückgehalten',
  },
  spam,
  withConsent,
  onDay: (what, day) => `${what} am ${day}`,
  liftable: (what) => `${what}; die Sperre aufzuheben ist vertretbar`,
  staleAddress: (address) =>
    `betraf eine frühere Adresse, ${address}; sie aufzuheben ist vertretbar`,
  staleComplaint: (address) =>
    `betraf eine frühere Adresse, ${address}, aber dieselbe Person: Bitte fragen Sie zuerst nach`,
  optedOutOfOne: 'eine Benachrichtigung abbestellt',
  optedOutOf: (names) => `abbestellt: ${names}`,
  moreOf: (value) => `${value} weitere`,
  optedOutOfMany: (value) => `${count(value)} Benachrichtigungen abbestellt`,
  wrongLength: (country) => `Nummern dieser Länge gibt es nicht (${country})`,
  noRange: (country) => `Nummer liegt in keinem vergebenen Bereich (${country})`,
  noSms: (line) => `Anschlussart „${line}“ empfängt keine SMS`,
  strangeGateway: (name) =>
    `nennt den Dienst „${name}“, den Apple nicht hat, und geht deshalb an den Testdienst`,
  strangeService: (name) => `${strangeService}: ${name}`,
  quoted: (text) => `„${text}“`,
  notApples: 'Token stammt nicht von Apple',
  looksApples: 'Token sieht nach Apple aus, ist aber bei Firebase registriert',
  tokenTimes: (value) => `ein Token kommt ${count(value)}-mal vor; so oft kommt womöglich alles an`,
  tokensOfOne: (value) =>
    `${count(value)} Token gehören zu einem Gerät: Alte scheitern, oder es erhält alles doppelt`,
  lastSeen: (day) => `zuletzt gesehen am ${day}; das Token ist wohl ungültig`,
  optedOutOfTheOne: 'die einzige aufgeführte Benachrichtigung abbestellt (1 von 1)',
  optedOutOfAll: (value) =>
    `${count(value)} von ${count(value)} aufgeführten Benachrichtigungen abbestellt`,
  skipped:
    'kein Gerät registriert; der Schritt wird ohne Fehler übersprungen, und in den Zustellungen erscheint nichts',
  offApple: (platform) => `„${platform}“ ist keine Plattform von Apple, aber bei Apple registriert`,
  webhookElsewhere: (place) => `Webhook schreibt nur in ${place}`,
  lapsed: (day) => `Verbindung ist am ${day} abgelaufen und lässt sich nicht erneuern`,
  noLocale: (locale) =>
    `„${locale}“ ist kein Sprachkürzel; Nachrichten kommen in der Standardsprache`,
  waitedForADay:
    'letzte Nachricht wartet seit einem Tag auf die Übergabe: Plattform oder Kanal sind gestört',
  waitedFor: (days) =>
    `letzte Nachricht wartet seit ${count(days)} Tagen auf die Übergabe: Plattform oder Kanal sind gestört`,
  connectionFailedWith: (error) => `Verbindung zum Workspace ist fehlgeschlagen: „${error}“`,
  connectionFailed: (why) => `Verbindung zum Workspace ist fehlgeschlagen: ${why}`,
  scopeMissing: (scope) =>
    `Verbindung darf nichts veröffentlichen, weil ihr die Berechtigung ${scope} fehlt`,
  lastFailed: (why) => `letzte Nachricht ist fehlgeschlagen: ${why}`,
  lastSkipped: (why) => `Plattform hat die letzte Nachricht absichtlich nicht gesendet: ${why}`,
  lastUnrecognised: (word) =>
    `Plattform nennt die letzte Nachricht „${word}“, was Rollcall nicht kennt`,
  notAmong: (value) => `nicht unter den letzten ${count(value)} Nachrichten`,
  noZone: (zone) => `„${zone}“ ist keine Zeitzone; ${byDefault}`,
  devices: (reached, all) => `${reached} von ${all} Geräten`,
  browsers: (reached, all) => `${reached} von ${all} Browsern`,
  lines: {
    mobile: 'Mobilfunk',
    'fixed-line': 'Festnetz',
    'fixed-line-or-mobile': 'Festnetz oder Mobilfunk',
    voip: 'Internettelefonie',
    'toll-free': 'gebührenfreie Nummer',
    'premium-rate': 'Sonderrufnummer',
    'shared-cost': 'Nummer mit geteilten Kosten',
    personal: 'persönliche Nummer',
    pager: 'Funkrufempfänger',
    uan: 'Firmennummer',
    voicemail: 'Anrufbeantworter',
  },
  device: (of) => `Gerät (${of})`,
  platforms: { ios: 'iOS', android: 'Android', web: 'Web' },
  strangeBrowser: 'Unbekannter Browser',
}
