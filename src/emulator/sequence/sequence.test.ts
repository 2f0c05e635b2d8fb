import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Sequence, type Place } from './sequence.ts'

const size = 12
const gap = fc.nat({ max: size })
const tie = fc.constantFrom('a', 'b', 'c')
const basePlace = fc.nat({ max: size - 1 }).map((at): Place => ({ gap: at, tie: null }))
const place = fc.oneof(
  basePlace,
  fc.record({ gap, tie }).map((found): Place => found),
)
const writes = fc.array(fc.tuple(fc.constantFrom('put', 'remove'), place), { maxLength: 40 })

const nameOf = ({ gap: at, tie: among }: Place) => (among === null ? `base ${at}` : `${at}${among}`)

/** All places there can be, in the order the list must have: ties descending, then the base. */
const allPlaces: Place[] = Array.from({ length: size + 1 }, (_, at): Place[] => [
  ...['c', 'b', 'a'].map((among) => ({ gap: at, tie: among })),
  ...(at < size ? [{ gap: at, tie: null }] : []),
]).flat()

/** The sequence after some writes, beside the plain list it must behave as. */
const build = (script: readonly (readonly [string, Place])[]) => {
  const sequence = new Sequence(size, (at) => `base ${at}`)
  const model = new Map(
    allPlaces.filter((found) => found.tie === null).map((found) => [nameOf(found), nameOf(found)]),
  )
  for (const [verb, where] of script) {
    const name = nameOf(where)
    if (verb === 'put') {
      sequence.put(where, `${name} written`)
      model.set(name, `${name} written`)
    } else {
      expect(sequence.remove(where)).toBe(model.delete(name))
    }
  }
  const list = allPlaces.flatMap((found) => {
    const value = model.get(nameOf(found))
    return value === undefined ? [] : [value]
  })
  return { sequence, model, list }
}

test('added, changed and removed people are merged in order, both ways', () => {
  fc.assert(
    fc.property(writes, (script) => {
      const { sequence, list } = build(script)
      const { start, end } = sequence
      expect(sequence.length).toBe(list.length)
      expect(sequence.forward(start, end, 1000).items).toEqual(list)
      expect(sequence.backward(end, start, 1000).items).toEqual(list)
      expect(sequence.some(start, end)).toBe(list.length > 0)
    }),
  )
})

test('a place cuts the list in the same spot whether or not anybody stands there', () => {
  fc.assert(
    fc.property(writes, place, fc.integer({ min: 1, max: 5 }), (script, where, count) => {
      const { sequence, model } = build(script)
      const at = allPlaces.findIndex((found) => nameOf(found) === nameOf(where))
      const valuesOf = (places: Place[]) =>
        places.flatMap((found) => {
          const value = model.get(nameOf(found))
          return value === undefined ? [] : [value]
        })
      const older = valuesOf(allPlaces.slice(at + 1)).slice(0, count)
      const newer = valuesOf(allPlaces.slice(0, at)).slice(-count)
      expect(sequence.get(where)).toBe(model.get(nameOf(where)))
      expect(sequence.forward(sequence.after(where), sequence.end, count).items).toEqual(older)
      expect(sequence.backward(sequence.before(where), sequence.start, count).items).toEqual(newer)
    }),
  )
})

test('pages laid end to end are the whole list', () => {
  fc.assert(
    fc.property(
      writes,
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }),
      (script, sizes) => {
        const { sequence, list } = build(script)
        const read: string[] = []
        let cut = sequence.start
        for (let page = 0; sequence.some(cut, sequence.end); page += 1) {
          const { items, stop } = sequence.forward(
            cut,
            sequence.end,
            sizes[page % sizes.length] ?? 1,
          )
          read.push(...items)
          cut = stop
        }
        expect(read).toEqual(list)
      },
    ),
  )
})

const positionOf = (name: string) =>
  name.startsWith('base') ? Number.parseInt(name.slice(5), 10) : null
const isNotB = (name: string) => name.startsWith('base') || !name.includes('b')

test('a sieve leaves out what it names, holes are passed over, and both ways agree', () => {
  const kept = fc.array(fc.boolean(), { minLength: size, maxLength: size })
  fc.assert(
    fc.property(writes, kept, kept, fc.boolean(), (script, there, passes, none) => {
      const { list } = build(script)
      const sequence = new Sequence(size, (at) => (there[at] === true ? `base ${at}` : undefined))
      for (const [verb, where] of script) {
        if (verb === 'put') sequence.put(where, `${nameOf(where)} written`)
        else sequence.remove(where)
      }
      const sieve = {
        positions: none ? null : (at: number) => passes[at] === true,
        values: isNotB,
      }
      const wanted = list.filter((name) => {
        const at = positionOf(name)
        if (!isNotB(name)) return false
        if (at === null) return true
        return !none && passes[at] === true && (there[at] === true || name.endsWith('written'))
      })
      const { start, end } = sequence
      expect(sequence.forward(start, end, 1000, sieve).items).toEqual(wanted)
      expect(sequence.backward(end, start, 1000, sieve).items).toEqual(wanted)
      expect(sequence.some(start, end, sieve)).toBe(wanted.length > 0)
    }),
  )
})
