import { findHeaderBy } from '../imports/columns.rules.ts'
import type { TableRow } from '../imports/imports.contract.ts'
import { fold } from '../text.ts'
import type { PlaceColumn } from './list.contract.ts'

const open = '(?:(?:open(?:ing)?|hours?|times?) ?(?:hours|times)? ?(?:on)? ?)?'
const day = (name: string) => new RegExp(`^${open}${name}s?(?: ${open.replace(' ?)?', ')')})?$`)

/** How lists of buildings head their columns, folded and without signs. */
const headings: Readonly<Record<Exclude<PlaceColumn, 'ignore'>, RegExp>> = {
  room: /^(room|space|area|bookable space)s?( name)?$|^name of (the )?(room|space)$/,
  building: /^(building|centre|center|site|venue|location|premises|property|hub|family centre|children centre|childrens centre|family hub)( ?names?)?$|^name of (the )?(building|centre|site|venue)$/, // prettier-ignore
  address:
    /^(full |street |site |building )?address( ?(line)? ?1)?$|^street$|^(address (and )?post ?code|post ?code (and )?address)$/,
  postcode: /^post ?code$/,
  locality: /^(locality|district|area|patch|cluster)( name)?$/,
  phone: /^(tel|telephone|phone|contact)( ?(no|number|num))?$/,
  latitude: /^lat(itude)?$/,
  longitude: /^(long|lng|lon)(gitude)?$/,
  capacity: /^(max(imum)? )?(capacity|seats|occupancy|people|number of people)( max(imum)?)?$|^(max(imum)?|most people|largest)$|^max(imum)? (no|number|people|persons)$/, // prettier-ignore
  least:
    /^(min(imum)?|least|smallest)( ?(capacity|people|persons|no|number|seats|group|group size|occupancy))?$/,
  'step-free': /^(step ?free|wheelchair|accessible|access for all)( ?(access|accessible))?$/,
  floor: /^(floor|level|storey)$/,
  features: /^(features?|facilities|equipment|kit|fixtures|whats in it|what is in it)$/,
  setup: /^(set ?up)( ?(time|minutes|mins|min))*$/,
  cleardown:
    /^(clear ?(down|up|away)|pack ?(down|up)|turn ?(a?round)|take down)( ?(time|minutes|mins|min))*$/,
  'half-of': /^(half|part)( ?of)?( ?(room|the room|larger room))?$|^(parent|larger|whole) room$/,
  weekdays: /^(open(ing)? ?(hours|times)? ?)?(weekdays|mon(day)? ?(to)? ?fri(day)?)$|^opening (hours|times)$/,
  monday: day('mon(?:day)?'),
  tuesday: day('tue(?:s|sday)?'),
  wednesday: day('wed(?:s|nesday)?'),
  thursday: day('thu(?:r|rs|rsday)?'),
  friday: day('fri(?:day)?'),
  saturday: day('sat(?:urday)?'),
  sunday: day('sun(?:day)?'),
}

const kinds = Object.keys(headings).filter((key): key is keyof typeof headings => key in headings)

/** What a heading says its column is; `ignore` when it is none that the program understands. */
export function guessPlaceHeading(heading: string): PlaceColumn {
  const plain = fold(heading)
    .replace(/\(s\)/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return kinds.find((kind) => headings[kind].test(plain)) ?? 'ignore'
}

/** The columns of a heading row, the first of each kind. `Name` alone is the building, where no other column is. */
export function guessPlaceColumns(cells: readonly string[]): PlaceColumn[] {
  const guesses = cells.map(guessPlaceHeading)
  const named = guesses.includes('building')
    ? guesses
    : guesses.map((kind, i) => (fold(cells[i] ?? '') === 'name' ? 'building' : kind))
  return named.map((kind, i) => (named.indexOf(kind) === i ? kind : 'ignore'))
}

const understood = (row: TableRow): number =>
  guessPlaceColumns(row.cells).filter((kind) => kind !== 'ignore').length

/** The index of the row of headings; -1 when there is none. */
export const findPlaceHeader = (rows: readonly TableRow[]): number => findHeaderBy(rows, understood)

/** Without headings nothing is guessed but the first column: names of buildings look like any other text. */
export const placeColumnsByContent = (rows: readonly TableRow[]): PlaceColumn[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.cells.length)) }, (_, i) =>
    i === 0 ? 'building' : 'ignore',
  )
