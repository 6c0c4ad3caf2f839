import { bandsOf, bandWords, NO_BANDS } from './bands.rules.ts'
import { converted } from './conversion.rules.ts'
import { asOf, type WithEarlier } from './editions.rules.ts'
import type { MeasureDetails } from './measure-details.ts'
import type { Measure } from './measure-schema.ts'
import { partOf, TOTAL_ITEM } from './readings.rules.ts'

type Tables = Pick<MeasureDetails, 'bandTables' | 'conversion'>
type Said = Pick<Measure, 'name' | 'details'>

/** What a number is by the published tables of its measure, for staff; which decides no figure. */
export interface NumberRead {
  /** `Total 17: Abnormal. 24 raw is 21.54 (Metric score)` */
  readonly said: string
  /** Editions and sources of the tables that say so; empty where none does. */
  readonly sources: readonly string[]
}

/** The band of a number in words; null where no table is loaded for it. */
export const bandOf = (details: Tables, item: number, value: number): string | null =>
  bandsOf(details, item, value).length === 0 ? null : bandWords(details, item, value)

/** The converted number of a total; null for a part, without a table, and for a number that is not in it. */
export const convertedOf = (details: Tables, item: number, value: number): number | null =>
  item === TOTAL_ITEM ? converted(details, value) : null

/** Where the bands of some items were published: `Three bands, parent, UK: BMC Psychiatry, table 2.`, each once. */
export const bandSources = ({ bandTables }: Tables, items: readonly number[]): string[] => [
  ...new Set(
    bandTables
      .filter((table) => items.includes(table.item))
      .map((table) => `${table.edition}: ${table.source}`),
  ),
]

/** Whether two measures are forms of one tool, such as those of the parent and of the young person: the same parts by name. */
const isKin = (one: Measure, other: Measure): boolean => {
  const parts = ({ details }: Measure) => details.parts.map((part) => part.name).join('\n')
  return one.details.parts.length > 0 && parts(one) === parts(other)
}

/**
 * Whether bands are to be expected of an item: another form or edition of its tool, among those given, has some for it.
 * A plain scale has none, and nothing is said about it.
 */
export const isBandedElsewhere = (measure: Measure, item: number, others: readonly Measure[]): boolean =>
  others.some(
    (other) =>
      (other.id === measure.id || isKin(measure, other)) &&
      other.details.bandTables.some((table) => table.item === item),
  )

/**
 * A number by the tables of its measure, as it was in the edition that the number was taken by; null where there is
 * nothing to say. `others`: among which another form of the tool is looked for, to say that no band table is loaded.
 */
export function numberRead(measure: Measure, item: number, value: number, others: readonly Measure[] = []): NumberRead | null {
  const { details } = measure
  const own = details.bandTables.some((table) => table.item === item)
  const band = bandOf(details, item, value) ?? (!own && isBandedElsewhere(measure, item, others) ? NO_BANDS : null)
  const { conversion } = details
  const words = [
    ...(band === null ? [] : [`${itemName(measure, item)} ${value}: ${band}`]),
    ...(conversion === null || item !== TOTAL_ITEM ? [] : [convertedWords(value, convertedOf(details, item, value), conversion.name)]),
  ]
  if (words.length === 0) return null
  const from = conversion === null || item !== TOTAL_ITEM ? [] : [`${conversion.name}: ${conversion.source}`]
  return { said: words.join('. '), sources: [...bandSources(details, [item]), ...from] }
} // prettier-ignore

const itemName = (measure: Said, item: number) =>
  partOf(measure, item)?.name ?? (measure.details.parts.length > 0 ? 'Total' : measure.name)

const convertedWords = (raw: number, to: number | null, name: string) =>
  to === null ? `${raw} is not in the table of ${name}` : `${raw} raw is ${to} (${name})`

interface Numbered {
  readonly edition: number
  readonly item: number
  readonly value: number
}

/** A number before and one after by the tables of the edition that both were taken by; null where there is no such table. */
export interface PairRead {
  readonly bands: readonly [before: string, after: string] | null
  readonly converted: readonly [before: string, after: string] | null
}

/** What to set beside a pair. A number that is not in a table has a dash, and is never guessed. */
export function pairRead(measure: Measure & WithEarlier, pair: { before: Numbered; after: Numbered }): PairRead {
  const taken = asOf(measure, pair.before.edition)
  const name = partOf(taken, pair.before.item)?.name
  const both = (say: (one: Numbered) => string | number | null) => {
    const [before, after] = [say(pair.before), say(pair.after)]
    return before === null && after === null ? null : ([`${before ?? '–'}`, `${after ?? '–'}`] as const)
  }
  const band = ({ item, value }: Numbered) => bandOf(taken.details, item, value)
  return {
    // Several numbers of one person stand in one cell: each says of which part it is.
    bands: both((one) => (band(one) === null || name === undefined ? band(one) : `${name}: ${band(one)}`)),
    converted: both(({ item, value }) => convertedOf(taken.details, item, value)),
  }
} // prettier-ignore
