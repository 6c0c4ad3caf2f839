import { basisOf, findingOf } from '../../../shared/outcomes/change.rules.ts'
import type { Measure, OutcomeSheet, TimePoint } from '../../../shared/outcomes/outcomes.contract.ts'
import { itemsOf, rangeInWords } from '../../../shared/outcomes/readings.rules.ts'
import { ChangeLine } from './change-line.tsx'
import { GoalField } from './goal-field.tsx'
import { ReadingField } from './reading-field.tsx'
import { moveInGrid } from './move-in-grid.ts'
import classes from './outcomes.module.css'

interface MeasureSectionProps {
  readonly sheet: OutcomeSheet
  readonly measure: Measure
  readonly takenOn: string
}

/** One measure of a group: the finding, what it rests on, and the table it comes from, which is where it is typed. */
export function MeasureSection({ sheet, measure, takenOn }: MeasureSectionProps) {
  const change = sheet.change.find((one) => one.measureId === measure.id)
  const better = measure.direction === 'higher-is-better' ? 'higher is better' : 'lower is better'
  return (
    <section className={classes.section}>
      <h2 className={classes.finding}>{change && findingOf(measure, change)}</h2>
      <p className={classes.quiet}>
        {measure.name}, {rangeInWords(measure)}, {better}.{' '}
        {change !== undefined && change.people > 0 && basisOf(change)}
      </p>
      {/* The keys are those of the fields inside. */}
      <div role="presentation" onKeyDown={moveInGrid}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {measure.kind === 'goals' && <th scope="col">Goal</th>}
              <th scope="col" className={classes.number}>
                Before
              </th>
              <th scope="col" className={classes.number}>
                After
              </th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {sheet.people.map((person) => (
              <PersonRows key={person.personId} {...{ sheet, measure, takenOn, person }} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type PersonRowsProps = MeasureSectionProps & { person: OutcomeSheet['people'][number] }

/** Goals that have words or a number, and one more to write in. */
function shownItems({ sheet, measure, person }: PersonRowsProps): number[] {
  const items = itemsOf(measure)
  const used = (item: number) =>
    [...sheet.goals, ...sheet.readings].some(
      (one) => one.personId === person.personId && one.measureId === measure.id && one.item === item,
    )
  const lastUsed = items.findLastIndex(used)
  // Whoever writes goals in words may want another; whoever only types numbers is not offered empty rows.
  const inWords = sheet.goals.some(
    (goal) =>
      goal.personId === person.personId && goal.measureId === measure.id && goal.item === lastUsed + 1,
  )
  return items.slice(0, Math.max(lastUsed + (inWords ? 2 : 1), 1))
}

function PersonRows(props: PersonRowsProps) {
  const { person } = props
  const items = shownItems(props)
  return items.map((item, index) => (
    <tr key={item} data-first={index === 0}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={items.length} className={classes.name}>
          {person.name}
          {!person.enrolled && <span className={classes.left}>Left or completed</span>}
        </th>
      )}
      <ItemCells {...props} item={item} />
    </tr>
  ))
}

function ItemCells({ sheet, measure, takenOn, person, item }: PersonRowsProps & { item: number }) {
  const { personId } = person
  const place = { groupId: sheet.groupId, personId, measureId: measure.id, item }
  const here = (one: { personId: string; measureId: string; item: number }) =>
    one.personId === personId && one.measureId === measure.id && one.item === item
  const reading = (point: TimePoint) => sheet.readings.find((one) => here(one) && one.timePoint === point)
  const blank = item > 1 && ![...sheet.goals, ...sheet.readings].some(here)
  const what = item === 0 ? person.name : `${person.name}, goal ${item}`
  const field = (timePoint: TimePoint, column: number) => (
    <td className={classes.number}>
      <ReadingField
        {...{ groupId: sheet.groupId, personId, measure, item, timePoint, takenOn, column, blank }}
        reading={reading(timePoint)}
        label={`${what}, ${timePoint}`}
      />
    </td>
  )
  return (
    <>
      {measure.kind === 'goals' && (
        <td>
          <GoalField
            goal={place}
            text={sheet.goals.find(here)?.text ?? ''}
            label={`${what}, in words`}
            column={0}
            blank={blank}
          />
        </td>
      )}
      {field('before', 1)}
      {field('after', 2)}
      <td>
        <ChangeLine
          measure={measure}
          before={reading('before')?.value ?? null}
          after={reading('after')?.value ?? null}
        />
      </td>
    </>
  )
}
