import type { Dice } from '#src/emulator/random/dice.ts'

type Maker = { readonly manufacturer: string; readonly models: readonly string[] }

const apple: Maker = {
  manufacturer: 'Apple',
  models: [
    'iPhone 17 Pro',
    'iPhone 17',
    'iPhone 16',
    'iPhone 15 Pro',
    'iPhone 15',
    'iPhone 14',
    'iPhone 13 mini',
    'iPhone SE (3rd generation)',
    'iPad Air (M2)',
    'iPad Pro 11-inch (M4)',
  ],
}

const androids: readonly Maker[] = [
  { manufacturer: 'samsung', models: ['SM-S931B', 'SM-S921B', 'SM-A556B', 'SM-A155F', 'SM-F956B'] },
  { manufacturer: 'Google', models: ['Pixel 10 Pro', 'Pixel 9', 'Pixel 8a', 'Pixel 7'] },
  { manufacturer: 'Xiaomi', models: ['23127PN0CG', 'Redmi Note 13', '2201117TG'] },
  { manufacturer: 'OPPO', models: ['CPH2607', 'CPH2451'] },
  { manufacturer: 'vivo', models: ['V2318', 'V2250'] },
  { manufacturer: 'motorola', models: ['moto g84 5G', 'motorola edge 50'] },
  { manufacturer: 'HUAWEI', models: ['LIO-L29', 'ELS-NX9'] },
  { manufacturer: 'Fairphone', models: ['FP5'] },
  { manufacturer: 'TECNO', models: ['TECNO KL4', 'TECNO BG6'] },
]

export type Handset = {
  readonly platform: 'ios' | 'android'
  readonly manufacturer: string
  readonly model: string
}

/** A telephone or tablet; `applePercent` of them Apple's. */
export const rollHandset = (dice: Dice, applePercent = 46): Handset => {
  const ios = dice.chance(applePercent)
  const maker = ios ? apple : dice.pick(androids)
  return {
    platform: ios ? 'ios' : 'android',
    manufacturer: maker.manufacturer,
    model: dice.pick(maker.models),
  }
}

/** A device token as APNs gives it to an app: 32 bytes in hexadecimal. */
export const rollApnsToken = (dice: Dice): string => dice.hex(64)

/** A registration token as FCM gives it to an app. */
export const rollFcmToken = (dice: Dice): string => `${dice.base64(22)}:APA91b${dice.base64(134)}`
