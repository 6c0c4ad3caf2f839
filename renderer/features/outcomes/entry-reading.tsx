import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { isBandedElsewhere, numberRead } from '../../../shared/outcomes/band-words.rules.ts'
import { asOf } from '../../../shared/outcomes/editions.rules.ts'
import type { EntryGrid } from '../../../shared/outcomes/entry-grid.rules.ts'
import type { OutcomeSheet } from '../../../shared/outcomes/outcomes.contract.ts'
import type { Place } from '../../../shared/registers/grid-block.rules.ts'
import classes from './entry.module.css'

interface EntryReadingProps {
  readonly sheet: OutcomeSheet
  readonly grid: EntryGrid
  /** The cell in hand. */
  readonly place: Place
}

/** What the number in hand is by the tables of its measure; nothing at all under the grid of a plain scale. */
export function EntryReading({ sheet, grid, place }: EntryReadingProps) {
  const mayList = useMay()('settings.view')
  const county = useQuery({ ...ask('outcomes', 'listMeasures', {}), enabled: mayList }).data ?? []
  const { measure, columns, rows } = grid
  const others = [...sheet.earlier, ...sheet.measures, ...county]
  const { bandTables, conversion } = measure.details
  const plain =
    bandTables.length === 0 && !columns.some(({ item }) => isBandedElsewhere(measure, item, others))
  if (plain && conversion === null) return null
  const reading = rows[place.row]?.cells[place.column]?.reading
  const earlier = sheet.earlier.filter((one) => one.id === measure.id)
  const read =
    reading === undefined || reading.value === null
      ? null
      : numberRead(asOf({ ...measure, earlier }, reading.edition), reading.item, reading.value, others)
  // Where it was published is read by whoever wants it, and not said at every step through the grid.
  return (
    <p className={`${classes.read} ${classes.said}`}>
      <span aria-live="polite">{read?.said}</span>
      {read !== null && read.sources.length > 0 && ` (${read.sources.join(' ')})`}
    </p>
  )
}
