import type { ReactNode, SVGProps } from 'react'
import { Fragment } from 'react'
import type { ChannelName, Reach } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { isMirrored } from '#src/web/lib/direction.ts'

/** Where a line begins on a grid of 16, and how it goes on from there. Nothing but relative, so that it can be moved. */
type Line = readonly [x: number, y: number, rest: string]

// Each channel is one silhouette and the strokes inside it. Filled glyphs draw the strokes in the colour of
// the ground, so that the sign stays legible in both states.
const shapes: Record<ChannelName, { readonly body: Line; readonly inside: Line }> = {
  email: {
    body: [
      3.2,
      3.5,
      'h9.6c.9 0 1.6.7 1.6 1.6v5.8c0 .9-.7 1.6-1.6 1.6h-9.6c-.9 0-1.6-.7-1.6-1.6v-5.8c0-.9.7-1.6 1.6-1.6z',
    ],
    inside: [2.6, 5.2, 'l5.4 4 5.4-4'],
  },
  sms: {
    body: [
      3.4,
      2.6,
      'h9.2c.9 0 1.6.7 1.6 1.6v5.4c0 .9-.7 1.6-1.6 1.6h-5.2l-3.2 2.6v-2.6h-.8c-.9 0-1.6-.7-1.6-1.6v-5.4c0-.9.7-1.6 1.6-1.6z',
    ],
    inside: [5, 6.9, 'h.01m2.99 0h.01m2.99 0h.01'],
  },
  push: {
    body: [
      5.4,
      1.4,
      'h5.2c.9 0 1.6.7 1.6 1.6v10c0 .9-.7 1.6-1.6 1.6h-5.2c-.9 0-1.6-.7-1.6-1.6v-10c0-.9.7-1.6 1.6-1.6z',
    ],
    inside: [7, 12.3, 'h2'],
  },
  webPush: {
    body: [8, 1.6, 'a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 0 1 0-12.8z'],
    inside: [
      1.9,
      8,
      'h12.2m-6.1-6.2c2 1.8 2.8 3.9 2.8 6.2s-.8 4.4-2.8 6.2c-2-1.8-2.8-3.9-2.8-6.2s.8-4.4 2.8-6.2z',
    ],
  },
  slack: {
    body: [
      4.2,
      1.8,
      'h7.6c1.3 0 2.4 1.1 2.4 2.4v7.6c0 1.3-1.1 2.4-2.4 2.4h-7.6c-1.3 0-2.4-1.1-2.4-2.4v-7.6c0-1.3 1.1-2.4 2.4-2.4z',
    ],
    inside: [6.8, 4.6, 'l-1 6.8m4.4-6.8l-1 6.8m-4.6-4.9h7m-7.2 3h7'],
  },
}
type LineOf = (channel: ChannelName) => Line
const body: LineOf = (channel) => shapes[channel].body
const inside: LineOf = (channel) => shapes[channel].inside
const notch: LineOf = () => [8.8, -0.5, 'h8v8z']
const mark: LineOf = () => [13.3, 1, 'v2.6m0 1.7v.1']
const strike: LineOf = () => [1.5, 14.5, 'l13-13']

/** What is drawn with one pen. */
type Layer = { readonly lines: readonly LineOf[]; readonly look: SVGProps<SVGPathElement> }

const filled = (...lines: readonly LineOf[]): Layer => ({ lines, look: { fill: 'currentColor' } })
const stroked = (strokeWidth: number, ...lines: readonly LineOf[]): Layer => ({
  lines,
  look: { fill: 'none', stroke: 'currentColor', strokeWidth },
})
/** In the colour of the ground: what is cut out of the layers before. */
const cut = (strokeWidth: number, ...lines: readonly LineOf[]): Layer => ({
  lines,
  look: { fill: 'none', stroke: 'var(--color-ground)', strokeWidth },
})

const layers: Record<Reach, readonly Layer[]> = {
  reachable: [filled(body), cut(1.3, inside)],
  'at-risk': [
    filled(body),
    cut(1.3, inside),
    { lines: [notch], look: { fill: 'var(--color-ground)' } },
    stroked(1.5, mark),
  ],
  blocked: [stroked(1.2, body, inside), cut(4, strike), stroked(1.7, strike)],
  absent: [stroked(1.2, body)],
  unknown: [{ lines: [body], look: { ...stroked(1.5).look, strokeDasharray: '0.1 2.5' } }],
}

const colours: Record<Reach, string> = {
  reachable: 'text-reachable',
  'at-risk': 'text-at-risk',
  blocked: 'text-blocked',
  absent: 'text-absent',
  unknown: 'text-unknown',
}

/** A sign, and how far from the start of the drawing it stands, in pixels. */
type Sign = { readonly channel: ChannelName; readonly x: number }

/** Where the lines of signs run. */
const pathOf = (signs: readonly Sign[], lines: readonly LineOf[]): string =>
  signs
    .flatMap(({ channel, x }) =>
      lines.map((lineOf) => {
        const [left, top, rest] = lineOf(channel)
        return `M${left + x} ${top}${rest}`
      }),
    )
    .join('')

/** The signs of channels that have the same reach: one path for each layer, however many signs it is in. */
const drawn = (reach: Reach, signs: readonly Sign[]): ReactNode =>
  layers[reach].map(({ lines, look }) => (
    <path
      key={Object.values(look).join(' ')}
      className={colours[reach]}
      d={pathOf(signs, lines)}
      {...look}
    />
  ))

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
    className="shrink-0"
  >
    {drawn(reach, [{ channel, x: 0 }])}
  </svg>
)

// From one glyph to the next, in pixels.
const step = 22
const order = isMirrored() ? channelNames.toReversed() : channelNames

const drawings = new Map<string, ReactNode>()

/** The signs of all channels together, kept: thousands of users have the same few reaches. */
function drawingOf(reaches: readonly Reach[]): ReactNode {
  const key = reaches.join(' ')
  const known = drawings.get(key)
  if (known !== undefined) return known
  const signs = order.map((channel, place) => ({ channel, x: place * step }))
  const made = [...new Set(reaches)].map((reach) => (
    <Fragment key={reach}>
      {drawn(
        reach,
        signs.filter((_, place) => reaches[place] === reach),
      )}
    </Fragment>
  ))
  drawings.set(key, made)
  return made
}

/**
 * The signs of all channels, always in the same order, as one drawing of a few paths: a list has hundreds of
 * them to lay out. `words`: what they say.
 */
export const ReachSigns = (props: { readonly user: User; readonly words: string }) => (
  <svg
    role="img"
    aria-label={props.words}
    data-reach={props.user.id}
    width={step * (channelNames.length - 1) + 16}
    height={16}
    strokeLinecap="round"
    strokeLinejoin="round"
    className="inline-block align-middle"
  >
    {drawingOf(order.map((channel) => props.user.channels[channel].reach))}
  </svg>
)
