import type { english } from '#src/web/words/find.ts'
import type { Words } from '#src/web/words/language.ts'

export const find: Words<typeof english> = {
  things: {
    token: 'dieses Geräte-Token',
    endpoint: 'diesen Web-Push-Endpunkt',
    email: 'diese E-Mail-Adresse',
    phone: 'diese Telefonnummer',
  },
  looksLike: {
    token: 'Sieht nach einem Geräte-Token aus: Wer hat es?',
    endpoint: 'Sieht nach einem Web-Push-Endpunkt aus: Wer hat ihn?',
    email: 'Sieht nach einer E-Mail-Adresse aus: Wer hat sie?',
    phone: 'Sieht nach einer Telefonnummer aus: Wer hat sie?',
  },
  asksNobody: 'Sucht unter den geladenen Benutzern: Keine Plattform lässt sich danach fragen.',
  asksForId: (platform) =>
    `Fragt ${platform} nach dieser ID und sucht unter den geladenen Benutzern.`,
  lookThrough: 'Die ganze Umgebung durchsuchen',
  filtersBy: (thing) => `Filtert die Liste auf ${thing}; der Filter steht dann in der Adresse.`,
  created: (dates) => `Filter: Angelegt ${dates}`,
  filters: 'Filtert die Liste der ganzen Umgebung.',
  open: 'Als ID öffnen',
  opens: (platform) => `Fragt ${platform} danach. Es steht dann in der Adresse, wie IDs es tun.`,
  nobodyLoaded: 'Von dieser Umgebung wurde noch kein Benutzer geladen.',
  nobody: (thing, among) => `Niemand unter den bisher ${among} geladenen Benutzern hat ${thing}.`,
  one: (thing, among) => `Ein Benutzer unter den bisher ${among} geladenen hat ${thing}.`,
  many: (count, thing, among) =>
    `${count} Benutzer unter den bisher ${among} geladenen haben ${thing}.`,
  others: 'Wer nicht geladen wurde, kann es trotzdem haben.',
  othersToLookThrough:
    'Wer nicht geladen wurde, kann sie trotzdem haben: Durchsuchen Sie die ganze Umgebung.',
  othersMasked:
    'Wer nicht geladen wurde, kann sie trotzdem haben. Die ganze Umgebung wird nicht durchsucht: Der Filter stünde in der Adresse, und das bleibt hier maskiert.',
  idKnown: (platform) => `${platform} hat einen Benutzer mit dieser ID.`,
  idUnknown: (platform) => `${platform} hat keinen Benutzer mit dieser ID.`,
  idFailed: (platform) => `${platform} ließ sich nicht nach dieser ID fragen.`,
  list: 'Was damit geschehen soll',
  looking: 'Suche läuft',
  fingerprint: 'Der Fingerabdruck, wie er neben Geräten steht:',
}
