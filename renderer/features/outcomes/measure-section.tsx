import { useState } from 'react'
import { basisOf, findingOf } from '../../../shared/outcomes/change.rules.ts'
import { timePointLabels } from '../../../shared/outcomes/outcomes.contract.ts'
import type { Measure, OutcomeSheet, TimePoint } from '../../../shared/outcomes/outcomes.contract.ts'
import { itemsOf, rangeInWords } from '../../../shared/outcomes/readings.rules.ts'
import { ChangeLine } from './change-line.tsx'
import { GoalField } from './goal-field.tsx'
import { ReadingField, readingText } from './reading-field.tsx'
import type { View } from './views.ts'
import { moveInGrid } from './move-in-grid.ts'
import classes from './outcomes.module.css'

interface MeasureSectionProps {
  readonly sheet: OutcomeSheet
  readonly measure: Measure
  readonly view: View
  /** The day that new numbers are of; null while it cannot be read. */
  readonly takenOn: string | null
}

/** One measure of a group: the finding, what it rests on, and the table it comes from, which is where it is typed. */
export function MeasureSection(props: MeasureSectionProps) {
  const { sheet, measure, view } = props
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
              {pointsOf(view).map((point) => (
                <th key={point} scope="col" className={classes.number}>
                  {timePointLabels[point]}
                </th>
              ))}
              {view.beside === null && <th scope="col">Change</th>}
            </tr>
          </thead>
          <tbody>
            {sheet.people.map((person) => (
              <PersonRows key={person.personId} {...props} person={person} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The columns of numbers, in the order of time where there is one to compare with. */
const pointsOf = ({ beside, typed }: View): TimePoint[] => (beside === null ? [...typed] : [beside, ...typed])

type PersonRowsProps = MeasureSectionProps & { person: OutcomeSheet['people'][number] }

/** Goals that have words or a number, and one more to write in. `written`: the last goal being typed, 0 for none. */
function shownItems({ sheet, measure, person }: PersonRowsProps, written: number): number[] {
  const items = itemsOf(measure)
  const isTheirs = (one: { personId: string; measureId: string }) =>
    one.personId === person.personId && one.measureId === measure.id
  const used = (item: number) =>
    [...sheet.goals, ...sheet.readings].some((one) => isTheirs(one) && one.item === item)
  const lastUsed = items.findLastIndex(used)
  // Whoever writes goals in words may want another; whoever only types numbers is not offered empty rows.
  const inWords = sheet.goals.some((goal) => isTheirs(goal) && goal.item === lastUsed + 1)
  return items.slice(0, Math.max(lastUsed + (inWords ? 2 : 1), written + (written > 0 ? 1 : 0), 1))
}

function PersonRows(props: PersonRowsProps) {
  const { person } = props
  // While one goal is being typed the next stands below it already, so that Enter leads there.
  const [written, setWritten] = useState(0)
  const items = shownItems(props, written)
  return items.map((item, index) => (
    <tr key={item} data-first={index === 0}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={items.length} className={classes.name}>
          {person.name}
          {!person.enrolled && <span className={classes.left}>Left or completed</span>}
        </th>
      )}
      <ItemCells {...props} item={item} onWriting={() => setWritten(Math.max(written, item))} />
    </tr>
  ))
}

interface ItemCellsProps extends PersonRowsProps {
  readonly item: number
  readonly onWriting: () => void
}

function ItemCells({ sheet, measure, view, takenOn, person, item, onWriting }: ItemCellsProps) {
  const { personId } = person
  const place = { groupId: sheet.groupId, personId, measureId: measure.id, item }
  const here = (one: { personId: string; measureId: string; item: number }) =>
    one.personId === personId && one.measureId === measure.id && one.item === item
  const reading = (point: TimePoint) => sheet.readings.find((one) => here(one) && one.timePoint === point)
  const blank = item > 1 && ![...sheet.goals, ...sheet.readings].some(here)
  const what = item === 0 ? person.name : `${person.name}, goal ${item}`
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
            onWriting={onWriting}
          />
        </td>
      )}
      {view.beside !== null && (
        <td className={classes.number}>
          <span className={classes.quiet}>{readingText(reading(view.beside)) || '–'}</span>
        </td>
      )}
      {view.typed.map((timePoint, index) => (
        <td key={timePoint} className={classes.number}>
          <ReadingField
            {...{ groupId: sheet.groupId, personId, measure, item, timePoint, takenOn, blank }}
            column={index + 1}
            reading={reading(timePoint)}
            label={`${what}, ${timePoint}`}
          />
        </td>
      ))}
      {view.beside === null && (
        <td>
          <ChangeLine
            measure={measure}
            before={reading('before')?.value ?? null}
            after={reading('after')?.value ?? null}
          />
        </td>
      )}
    </>
  )
}
