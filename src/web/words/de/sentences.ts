import type { Words } from '#src/web/words/language.ts'
import type { english } from '#src/web/words/sentences.ts'
import { count } from './numbers.ts'

const placed = (one: string, both: string, many: string, ofMany: string) => ({
  none: (channel: string, all: number) => `${channel} erreicht keines von ${all} ${ofMany}`,
  cannot: (channel: string) => `${channel} erreicht ${one} nicht`,
  mayNone: (channel: string, all: number) =>
    `${channel} erreicht womöglich keines von ${all} ${ofMany}`,
  reaches: {
    some: (channel: string, reached: number, all: number) =>
      `${channel} erreicht ${reached} von ${all} ${ofMany}`,
    all: (channel: string, all: number) => `${channel} erreicht alle ${all} ${many}`,
    both: (channel: string) => `${channel} erreicht ${both}`,
    one: (channel: string) => `${channel} erreicht ${one}`,
    them: (channel: string) => `${channel} erreicht die Person`,
  },
  should: {
    some: (channel: string, reached: number, all: number) =>
      `${channel} sollte ${reached} von ${all} ${ofMany} erreichen`,
    all: (channel: string, all: number) => `${channel} sollte alle ${all} ${many} erreichen`,
    both: (channel: string) => `${channel} sollte ${both} erreichen`,
    one: (channel: string) => `${channel} sollte ${one} erreichen`,
    them: (channel: string) => `${channel} sollte die Person erreichen`,
  },
  bothHave: both,
  allHave: (all: number) => `alle ${all} ${many}`,
  someHave: (value: number) => `${value} ${many}`,
})

const sharing = (what: string, end = '') => ({
  one: (place: string) => `Jemand anderes hat ${what}${place}${end}.`,
  many: (value: number, place: string) => `${count(value)} andere haben ${what}${place}${end}.`,
})

const troubled = (word: string) => ({
  undated: (value: number) => `laut Aktivität sind die letzten ${count(value)} Nachrichten ${word}`,
  dated: (value: number, day: string) =>
    `laut Aktivität sind die letzten ${count(value)} Nachrichten ${word}, die neueste am ${day}`,
})

const browsers = placed('den Browser', 'beide Browser', 'Browser', 'Browsern')

export const sentences: Words<typeof english> = {
  alone: {
    email: 'diese E-Mail-Adresse',
    phone: 'diese Nummer',
    device: 'dieses Gerät',
    among: (things, value) =>
      `Niemand sonst hat ${things}, unter den ${count(value)} Benutzern, die Rollcall seit dem Start gelesen hat.`,
  },
  push: placed('das Gerät', 'beide Geräte', 'Geräte', 'Geräten'),
  webPush: {
    ...browsers,
    none: (channel, all) => `${channel} erreicht keinen von ${all} Browsern`,
    mayNone: (channel, all) => `${channel} erreicht womöglich keinen von ${all} Browsern`,
  },
  switchedOff: (channel) => `${channel} ist hier abgeschaltet`,
  nobodyGetsIt: 'niemand in dieser Umgebung erhält etwas',
  right: (channel) => `${channel} kommt zu Recht nicht an`,
  blocked: (channel) => `${channel} ist blockiert`,
  cannot: (channel) => `${channel} erreicht die Person nicht`,
  mayNot: (channel) => `${channel} kommt womöglich nicht an`,
  mayNotReach: (channel) => `${channel} erreicht die Person womöglich nicht`,
  absent: (channel) => `${channel} ist nicht eingerichtet`,
  unknown: (channel) => `${channel} ist unbekannt`,
  inTeam: (destination, team) => `${destination} im Workspace ${team}`,
  tokensOf: (names, tokens) => `${names}, ein Gerät mit ${tokens} Token`,
  trouble: { bounced: troubled('zurückgekommen'), failed: troubled('fehlgeschlagen') },
  notes: {
    email: sharing('dieselbe E-Mail-Adresse'),
    phone: sharing('dieselbe Nummer'),
    token: sharing('dasselbe Gerät', '; die Nachricht kann die falsche Person erreichen'),
  },
}
