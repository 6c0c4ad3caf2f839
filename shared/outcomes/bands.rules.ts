import { converted } from './conversion.rules.ts'
import type { BandTable, MeasureDetails } from './measure-details.ts'

/** Said wherever a band would stand and the county has loaded none. */
export const NO_BANDS = 'No band table loaded'

/** Which band a number is in, by one table, with where that was published. */
export interface InBand {
  /** Null: the table has no band for it. */
  readonly label: string | null
  readonly edition: string
  readonly source: string
  /** The number that was looked up: as entered, or as converted. */
  readonly of: number
}

/** The band of a table that a number is in, both ends included; undefined where it is in none. */
export const bandIn = (bands: readonly { from: number; to: number; label: string }[], value: number) =>
  bands.find((band) => value >= band.from && value <= band.to)

/** The bands of a number of one item, one for each table that there is; empty where none is loaded. */
export function bandsOf(
  details: Pick<MeasureDetails, 'bandTables' | 'conversion'>,
  item: number,
  entered: number,
): InBand[] {
  return details.bandTables.flatMap((table) => {
    const value = table.of === 'entered' ? entered : converted(details, entered)
    if (table.item !== item || value === null) return []
    const label = bandIn(table.bands, value)?.label ?? null
    return [{ label, edition: table.edition, source: table.source, of: value }]
  })
}

/** The bands of a number in words: `Close to average`, `In no band of the table`, or that none is loaded. */
export function bandWords(
  details: Pick<MeasureDetails, 'bandTables' | 'conversion'>,
  item: number,
  entered: number,
): string {
  const bands = bandsOf(details, item, entered)
  if (bands.length === 0) return NO_BANDS
  const label = (band: InBand) => band.label ?? 'In no band of the table'
  return bands.length === 1
    ? bands.map(label).join('')
    : bands.map((band) => `${label(band)} (${band.edition})`).join('; ')
}

type Bands = BandTable['bands']

/** Why bands cannot stand, in words; null when they can: in order, within the range, none over another. */
export function bandsProblem(bands: Bands, range: { minimum: number; maximum: number }): string | null {
  for (const [index, band] of bands.entries()) {
    if (band.from > band.to) return `${band.label} goes from ${band.from} down to ${band.to}. Turn it round.`
    if (band.from < range.minimum || band.to > range.maximum)
      return `${band.label} goes beyond ${range.minimum} to ${range.maximum}.`
    const before = bands[index - 1]
    if (before !== undefined && band.from <= before.to)
      return `${before.label} and ${band.label} overlap, or are not in order from the lowest.`
  }
  return null
}
