import { pairRead, type PairRead } from '../../../shared/outcomes/band-words.rules.ts'
import { isCountedOf, movementOf, pairsOf, type Pair } from '../../../shared/outcomes/change.rules.ts'
import { asOf, type MeasureOverTime } from '../../../shared/outcomes/editions.rules.ts'
import type { Measure, OutcomeSheet, Reading } from '../../../shared/outcomes/outcomes.contract.ts'
import { itemShape, TOTAL_ITEM } from '../../../shared/outcomes/readings.rules.ts'
import { count } from '../../../shared/text.ts'
import { ChangeLine } from './change-line.tsx'
import classes from './outcomes.module.css'

interface Line {
  readonly personId: string
  readonly name: string
  /** Steps in the better direction: what the lines are sorted by. */
  readonly better: number
  readonly pairs: readonly Pair<Reading>[]
  /** The same by published tables. */
  readonly read: readonly PairRead[]
}

/** Everybody with a before and an after, from the one who moved most for the better down; n is how many they are. */
export function PeopleChange({ sheet, measure: now }: { sheet: OutcomeSheet; measure: Measure }) {
  const measure = { ...now, earlier: sheet.earlier.filter((one) => one.id === now.id) }
  const pairs = pairsOf(measure, sheet.readings).filter((pair) => isCountedOf(measure, pair.before))
  const names = new Map(sheet.people.map((one) => [one.personId, one.name]))
  const lines = [...Map.groupBy(pairs, (pair) => pair.before.personId)]
    .map(([personId, own]): Line => ({ personId, name: names.get(personId) ?? '', better: betterOf(measure, own), pairs: own, read: own.map((pair) => pairRead(measure, pair)) }))
    .toSorted((one, other) => other.better - one.better || one.name.localeCompare(other.name, 'en-GB'))
  if (lines.length === 0) return null
  const whole = lines.every((line) => line.pairs.length === 1 && line.pairs[0]?.before.item === TOTAL_ITEM)
  const has = (table: keyof PairRead) => lines.some((line) => line.read.some((one) => one[table] !== null))
  const [banded, converted] = [has('bands'), has('converted')]
  return (
    <section className={classes.people}>
      <h3>From before to after, person by person (n = {lines.length})</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">{whole ? 'Change' : 'Moved up, the same, down'}</th>
            {banded && <th scope="col">Band before</th>}
            {banded && <th scope="col">Band after</th>}
            {converted && <th scope="col">{measure.details.conversion?.name ?? 'Converted'}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.personId} data-first>
              <th scope="row" className={classes.name}>
                {line.name}
              </th>
              <td>
                {whole
                  ? line.pairs.map((pair) => <ChangeLine key={pair.before.item} measure={asOf(measure, pair.before.edition)} before={pair.before.value} after={pair.after.value} />)
                  : <PartsMoved pairs={line.pairs} />}
              </td>
              {banded && <td><Lines of={line.read.map((one) => one.bands?.[0])} /></td>}
              {banded && <td><Lines of={line.read.map((one) => one.bands?.[1])} /></td>}
              {converted && <td><Lines of={line.read.map((one) => one.converted?.join(' to '))} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
} // prettier-ignore

/** One line for each number that has any; a dash where none has. */
function Lines({ of }: { of: readonly (string | undefined)[] }) {
  const said = of.filter((one) => one !== undefined)
  return said.length === 0 ? '–' : said.map((one) => <div key={one}>{one}</div>)
}

/** One number: how far it moved. Several: how many more moved up than down, for steps of different scales do not add. */
function betterOf(measure: MeasureOverTime, pairs: readonly Pair<Reading>[]): number {
  const [first] = pairs
  if (pairs.length === 1 && first !== undefined) {
    const steps = Math.abs(first.after.value - first.before.value)
    const movement = movementOf(first.before.value, first.after.value, itemShape(asOf(measure, first.before.edition), first.before.item).direction) // prettier-ignore
    return movement === 'worse' ? -steps : steps
  }
  return pairs.reduce((sum, { movement }) => sum + (movement === 'improved' ? 1 : movement === 'worse' ? -1 : 0), 0) // prettier-ignore
}

/** A box for each part, in words beside it. */
function PartsMoved({ pairs }: { pairs: readonly Pair<Reading>[] }) {
  const many = (movement: Pair['movement']) => pairs.filter((pair) => pair.movement === movement).length
  const [up, same, down] = [many('improved'), many('same'), many('worse')]
  return (
    <span className={classes.change}>
      <svg viewBox={`0 0 ${pairs.length * 12} 16`} width={pairs.length * 12} height={16} aria-hidden>
        {pairs.map((_, at) => (
          <path
            key={at}
            d={
              at < up
                ? `M${at * 12 + 1} 11 l4.5 -7 l4.5 7 z`
                : at < up + same
                  ? `M${at * 12 + 1} 7 h9 v2.5 h-9 z`
                  : `M${at * 12 + 1} 5 l4.5 7 l4.5 -7 z`
            }
            className={at < up ? classes.to : at < up + same ? classes.stayed : classes.down}
          />
        ))}
      </svg>
      <span>
        {up} up, {same} the same, {down} down, of {count(pairs.length, 'area')}
      </span>
    </span>
  )
}
