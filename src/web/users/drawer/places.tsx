import type { ReactNode } from 'react'
import { useState } from 'react'
import type { ChannelName, Verdict } from '#src/domain/reach.ts'
import { capital } from '#src/web/lib/capital.ts'
import { Button } from '#src/web/ui/button.tsx'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { reachLabels } from '#src/web/users/reach-labels.ts'
import { reasonInWords } from '#src/web/users/reach-words.ts'
import { asProof } from './proof.ts'
import { drawer as words } from '#src/web/words/drawer.ts'

// A person has a handful; a platform may send hundreds all the same (check B07).
const mostAtFirst = 10

export type Place = {
  readonly name: string
  readonly service: string
  readonly verdict: Verdict
  readonly facts: ReactNode
}

/** Everywhere a channel reaches a person, devices or browsers, each with a verdict of its own and what proves it. */
export function Places(props: {
  readonly channel: ChannelName
  readonly places: readonly Place[]
  readonly zone: string
}) {
  const { channel, places, zone } = props
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className="grid gap-2.5">
        {(all ? places : places.slice(0, mostAtFirst)).map((place, index) => (
          // The same token may stand there twice; the platform's order is all that tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <Item key={index} {...{ channel, place, index, zone }} />
        ))}
      </ul>
      {!all && places.length > mostAtFirst && (
        <Button look="outline" className="mt-3" onClick={() => setAll(true)}>
          {words.showAll(places.length)}
        </Button>
      )}
    </>
  )
}

function Item(props: {
  readonly channel: ChannelName
  readonly place: Place
  readonly index: number
  readonly zone: string
}) {
  const { channel, place, index, zone } = props
  const { reach, reasons } = place.verdict
  return (
    <li
      {...asProof(`${channel}.${index}`)}
      aria-label={place.name}
      className="-mx-5 flex gap-2.5 px-5 outline-hidden data-shown:shadow-[inset_2px_0_0_var(--color-accent)] rtl:data-shown:shadow-[inset_-2px_0_0_var(--color-accent)]"
    >
      <span className="flex h-7 items-center">
        <ReachGlyph channel={channel} reach={reach} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-2 py-1">
          <span className="min-w-0 truncate">
            <bdi className="font-medium">{place.name}</bdi>
            <span className="ms-2 text-muted">{place.service}</span>
          </span>
          <span className="text-small text-muted">{reachLabels[reach] ?? reach}</span>
        </div>
        {reasons.map((reason) => (
          <p key={reason.code} className="wrap-anywhere">
            {capital(reasonInWords(channel, reason, zone))}.
          </p>
        ))}
        {place.facts}
      </div>
    </li>
  )
}
