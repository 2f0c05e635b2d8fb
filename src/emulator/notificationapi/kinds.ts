import type { Channel } from '#src/emulator/environments.ts'

/** A notification that the application of these people sends (`notificationId` on the wire). */
export type Kind = {
  readonly id: string
  readonly title: string
  readonly channels: readonly Channel[]
  readonly subNotifications?: readonly { readonly id: string; readonly title: string }[]
}

export const kinds: readonly Kind[] = [
  { id: 'order_confirmation', title: 'Order confirmed', channels: ['EMAIL', 'PUSH'] },
  { id: 'password_reset', title: 'Reset your password', channels: ['EMAIL', 'SMS', 'CALL'] },
  { id: 'delivery_update', title: 'Your box is on its way', channels: ['SMS', 'EMAIL'] },
  { id: 'new_message', title: 'New message', channels: ['INAPP_WEB', 'PUSH'] },
  {
    id: 'price_drop',
    title: 'Apples are cheaper today',
    channels: ['PUSH', 'WEB_PUSH'],
    subNotifications: [
      { id: 'garden', title: 'Garden' },
      { id: 'kitchen', title: 'Kitchen' },
    ],
  },
  {
    id: 'team_mention',
    title: 'You were mentioned',
    channels: ['SLACK', 'INAPP_WEB'],
    subNotifications: [
      { id: 'comments', title: 'Comments' },
      { id: 'tasks', title: 'Tasks' },
    ],
  },
  { id: 'weekly_digest', title: 'This week in the orchard', channels: ['EMAIL'] },
]

/** How a channel's fields begin in a log (§3). */
export const logPrefix: Readonly<Record<Channel, string>> = {
  EMAIL: 'email',
  INAPP_WEB: 'inapp',
  SMS: 'sms',
  CALL: 'call',
  PUSH: 'mobile_push',
  WEB_PUSH: 'web_push',
  SLACK: 'slack',
}
