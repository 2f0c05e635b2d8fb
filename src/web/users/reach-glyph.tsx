import type { ReactNode } from 'react'
import type { ChannelName, Reach } from '#src/domain/reach.ts'
import { channelNames, reachValues } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { isMirrored } from '#src/web/lib/direction.ts'

// Each channel is one silhouette and the strokes inside it, on a grid of 16. Filled glyphs draw the
// strokes in the colour of the ground, so that the sign stays legible in both states.
const shapes: Record<ChannelName, { readonly body: string; readonly inside: string }> = {
  email: {
    body: 'M3.2 3.5h9.6c.9 0 1.6.7 1.6 1.6v5.8c0 .9-.7 1.6-1.6 1.6H3.2c-.9 0-1.6-.7-1.6-1.6V5.1c0-.9.7-1.6 1.6-1.6Z',
    inside: 'm2.6 5.2 5.4 4 5.4-4',
  },
  sms: {
    body: 'M3.4 2.6h9.2c.9 0 1.6.7 1.6 1.6v5.4c0 .9-.7 1.6-1.6 1.6H7.4L4.2 13.8v-2.6h-.8c-.9 0-1.6-.7-1.6-1.6V4.2c0-.9.7-1.6 1.6-1.6Z',
    inside: 'M5 6.9h.01M8 6.9h.01M11 6.9h.01',
  },
  push: {
    body: 'M5.4 1.4h5.2c.9 0 1.6.7 1.6 1.6v10c0 .9-.7 1.6-1.6 1.6H5.4c-.9 0-1.6-.7-1.6-1.6V3c0-.9.7-1.6 1.6-1.6Z',
    inside: 'M7 12.3h2',
  },
  webPush: {
    body: 'M8 1.6a6.4 6.4 0 1 1 0 12.8A6.4 6.4 0 0 1 8 1.6Z',
    inside:
      'M1.9 8h12.2M8 1.8c2 1.8 2.8 3.9 2.8 6.2S10 12.4 8 14.2C6 12.4 5.2 10.3 5.2 8S6 3.6 8 1.8Z',
  },
  slack: {
    body: 'M4.2 1.8h7.6c1.3 0 2.4 1.1 2.4 2.4v7.6c0 1.3-1.1 2.4-2.4 2.4H4.2c-1.3 0-2.4-1.1-2.4-2.4V4.2c0-1.3 1.1-2.4 2.4-2.4Z',
    inside: 'M6.8 4.6 5.8 11.4M10.2 4.6 9.2 11.4M4.6 6.5h7M4.4 9.5h7',
  },
}

const colours: Record<Reach, string> = {
  reachable: 'text-reachable',
  'at-risk': 'text-at-risk',
  blocked: 'text-blocked',
  absent: 'text-absent',
  unknown: 'text-unknown',
}

function draw(reach: Reach, body: string, inside: string): ReactNode {
  const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.2 }
  const knockedOut = { fill: 'none', stroke: 'var(--color-ground)', strokeWidth: 1.3 }
  switch (reach) {
    case 'reachable':
      return (
        <>
          <path d={body} fill="currentColor" />
          <path d={inside} {...knockedOut} />
        </>
      )
    case 'at-risk':
      return (
        <>
          <path d={body} fill="currentColor" />
          <path d={inside} {...knockedOut} />
          <path d="M8.8-.5h8v8Z" fill="var(--color-ground)" />
          <path d="M13.3 1v2.6M13.3 5.3v.1" stroke="currentColor" strokeWidth={1.5} />
        </>
      )
    case 'blocked':
      return (
        <>
          <path d={body} {...outline} />
          <path d={inside} {...outline} />
          <path d="M1.5 14.5l13-13" stroke="var(--color-ground)" strokeWidth={4} />
          <path d="M1.5 14.5l13-13" stroke="currentColor" strokeWidth={1.7} />
        </>
      )
    case 'absent':
      return <path d={body} {...outline} />
    case 'unknown':
      return <path d={body} {...outline} strokeDasharray="0.1 2.5" strokeWidth={1.5} />
  }
}

// Made once: rows by the hundred show the same few signs, and React has nothing to compare in them.
const signs = new Map(
  channelNames.flatMap((channel) =>
    reachValues.map((reach) => [
      `${channel} ${reach}`,
      draw(reach, shapes[channel].body, shapes[channel].inside),
    ]),
  ),
)
const signOf = (channel: ChannelName, reach: Reach) => signs.get(`${channel} ${reach}`)

type Props = { readonly channel: ChannelName; readonly reach: Reach; readonly size?: number }

/**
 * A channel's reach as one sign: filled, filled with a notch, struck through, an outline, or dotted, so
 * that it is told apart without colour. Says nothing to a screen reader: its words stand beside it.
 */
export const ReachGlyph = ({ channel, reach, size = 16 }: Props) => (
  <svg
    viewBox="0 0 16 16"
    width={size}
    height={size}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    data-sign={`${channel}-${reach}`}
    className={`shrink-0 ${colours[reach]}`}
  >
    {signOf(channel, reach)}
  </svg>
)

// From one glyph to the next, in pixels.
const step = 22
const order = isMirrored() ? channelNames.toReversed() : channelNames

/** The signs of all channels, always in the same order, as one drawing: a list has hundreds of them to lay out. */
export const ReachSigns = ({ channels }: { readonly channels: User['channels'] }) => (
  <svg
    width={step * (channelNames.length - 1) + 16}
    height={16}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    className="shrink-0"
  >
    {order.map((channel, place) => (
      <g
        key={channel}
        transform={`translate(${place * step})`}
        className={colours[channels[channel].reach]}
      >
        {signOf(channel, channels[channel].reach)}
      </g>
    ))}
  </svg>
)
