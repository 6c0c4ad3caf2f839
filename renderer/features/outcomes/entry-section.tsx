import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { KeyLegend } from '../../ui/keys.tsx'
import { useGridCursor } from '../../ui/use-grid-cursor.ts'
import type { PersonId, StaffId } from '../../../shared/ids.ts'
import {
  gridOfParts,
  gridOfTimes,
  timesOf,
  whenKey,
  whenWords,
  type EntryGrid,
  type EntryRow,
  type When,
} from '../../../shared/outcomes/entry-grid.rules.ts'
import { completerLabels, type CompletedBy } from '../../../shared/outcomes/measure-details.ts'
import type { Measure, OutcomeSheet } from '../../../shared/outcomes/outcomes.contract.ts'
import { FEWEST_RAYS } from '../../../shared/outcomes/star.contract.ts'
import { heardBy, useEntryClipboard, type Hands } from './entry-hearing.ts'
import { ReasonList } from './entry-editor.tsx'
import { EntryReading } from './entry-reading.tsx'
import { EntryTable } from './entry-table.tsx'
import { FallDialog } from './fall-dialog.tsx'
import { useEntrySaving } from './use-entry-saving.ts'
import { useEntryWork, type Beside } from './use-entry-work.ts'
import classes from './entry.module.css'

const keys = [
  { keys: ['Enter'], does: 'Save and go down' },
  { keys: ['Tab'], does: 'Save and go right' },
  { keys: ['F2'], does: 'Change what is there' },
  { keys: ['Esc'], does: 'Put back what was there' },
  { keys: ['Delete'], does: 'Nothing recorded' },
  { keys: ['Ctrl', 'V'], does: 'Paste from Excel' },
  { keys: ['Ctrl', 'D'], does: 'Fill down' },
  { keys: ['Ctrl', 'Z'], does: 'Undo' },
]
const starKeys = [...keys, { keys: ['Ctrl', 'Enter'], does: 'Open the star' }]

interface SectionProps {
  readonly sheet: OutcomeSheet
  readonly measure: Measure
}

/** All the times of one number side by side. */
const ALL = 'all'

/** The readings of a group on one measure, typed as into a spreadsheet: by parts at one time, or by the times of one number. */
export function EntrySection({ sheet, measure }: SectionProps) {
  const whole = measure.details.parts.length === 0
  const times = timesOf(sheet, measure.id)
  const [chosen, setChosen] = useState(whole ? ALL : null)
  const [usual, setUsual] = useState<CompletedBy>(measure.details.completedBy[0] ?? 'not-said')
  const [own, setOwn] = useState<ReadonlyMap<PersonId, CompletedBy>>(new Map())
  const when = chosen === ALL && whole ? null : (times.find((one) => whenKey(one) === chosen) ?? nextOf(sheet, measure, times)) // prettier-ignore
  const by = { usual, own }
  const grid = when === null ? gridOfTimes(sheet, measure, by) : gridOfParts(sheet, measure, when, by)
  const tabs = [...(whole ? [{ value: ALL, label: 'All times' }] : []), ...times.map((one) => ({ value: whenKey(one), label: whenWords(one) }))] // prettier-ignore
  if (times.length === 0) return <p>The programme asks for this measure at no time.</p>
  return (
    <>
      <SegmentedControl
        aria-label="Which time"
        value={when === null ? ALL : whenKey(when)}
        onChange={setChosen}
        data={tabs}
        mt="sm"
      />
      <Entry
        key={when === null ? ALL : whenKey(when)}
        {...{ sheet, grid, when, usual, setUsual }}
        setOwnCompleter={(person, completer) => setOwn(new Map([...own, [person, completer]]))}
      />
    </>
  )
}

/** Where the work is: the first time at which somebody has nothing yet, or the last. */
function nextOf(sheet: OutcomeSheet, { id }: Measure, times: readonly When[]): When | null {
  const has = (person: PersonId, when: When) => sheet.readings.some((one) => one.personId === person && one.measureId === id && whenKey(one) === whenKey(when)) // prettier-ignore
  const empty = times.find((when) => sheet.people.every((one) => !has(one.personId, when)))
  const open = times.find((when) => when.timePoint !== 'during' && sheet.people.some((one) => one.enrolled && !has(one.personId, when))) // prettier-ignore
  return open ?? empty ?? times.at(-1) ?? null
}

interface EntryProps {
  readonly sheet: OutcomeSheet
  readonly grid: EntryGrid
  readonly when: When | null
  readonly usual: CompletedBy
  readonly setUsual: (by: CompletedBy) => void
  readonly setOwnCompleter: (person: PersonId, by: CompletedBy) => void
}

function Entry({ sheet, grid, when, usual, setUsual, setOwnCompleter }: EntryProps) {
  const { groupId } = sheet
  const today = useToday()
  const readOnly = !useMay()('outcomes.edit')
  const [takenOn, setTakenOn] = useState<string | null>(today)
  const [takenBy, setTakenBy] = useState<StaffId | null>(null)
  const [ownDays, setOwnDays] = useState<ReadonlyMap<string, string>>(new Map())
  const { details } = grid.measure
  const beside: Beside[] = [...(details.completedBy.length > 1 ? (['by'] as const) : []), ...(when === null ? [] : (['on'] as const))] // prettier-ignore
  const dayOf = (row: EntryRow) => ownDays.get(row.key) ?? takenOn
  const saving = useEntrySaving(groupId)
  const cursor = useGridCursor({ rows: grid.rows.length, columns: grid.columns.length + beside.length }, () => ({ row: 0, column: 0 })) // prettier-ignore
  const setOwnDay = (key: string, day: string) => setOwnDays(new Map([...ownDays, [key, day]]))
  const work = useEntryWork({ groupId, grid, when, beside, entering: { takenOn, takenBy, own: ownDays }, today, setOwnDay, setOwnCompleter }, saving, cursor) // prettier-ignore
  const starOf = details.parts.length < FEWEST_RAYS ? null : (row: EntryRow) => `/stars/${groupId}/${row.personId}/${grid.measure.id}` // prettier-ignore
  const hands: Hands = { grid, beside, cursor, work, saving, readOnly, starOf, dayOf }
  useEntryClipboard(hands)
  const { asking, said } = saving
  return (
    <>
      {!readOnly && (
        <div className={classes.fields}>
          {details.completedBy.length > 1 && (
            <Select
              label="Completed by"
              w={230}
              data={details.completedBy.map((value) => ({ value, label: completerLabels[value] }))}
              value={usual}
              onChange={(value) => setUsual(details.completedBy.find((one) => one === value) ?? usual)}
              allowDeselect={false}
            />
          )}
          <DateField label="New numbers are of" value={takenOn} onChange={setTakenOn} yearless="gone-by" />
          <TakenBy value={takenBy} onChange={setTakenBy} />
        </div>
      )}
      <p className={`${classes.here} ${classes.said}`} role="status" aria-live="polite" data-failed={said.failed}>
        {said.text || 'Type a number, or a few words why there is none. Nothing typed is shown as · and is never 0.'}
      </p>
      <div className={classes.paper}>
        <EntryTable
          label={`${grid.measure.name}${when === null ? '' : `, ${whenWords(when).toLowerCase()}`}`}
          {...hands}
          saving={saving.saving}
          {...heardBy(hands)}
        />
      </div>
      <EntryReading sheet={sheet} grid={grid} place={cursor.head} />
      <ReasonList />
      <KeyLegend items={starOf === null ? keys : starKeys} />
      {asking && (
        <FallDialog
          falls={asking.falls}
          onSay={(reasons) => {
            saving.answered()
            asking.again(reasons)
            cursor.comeBack()
          }}
          onLeave={() => {
            saving.answered()
            asking.leave()
            saving.say('Left as it was')
            cursor.comeBack()
          }}
        />
      )}
    </>
  )
} // prettier-ignore

/** With whose help new numbers are taken: what differs between workers is told by it. */
function TakenBy({ value, onChange }: { value: StaffId | null; onChange: (id: StaffId | null) => void }) {
  const may = useMay()('staff.view')
  const staff = useQuery({ ...ask('staff', 'list', {}), enabled: may })
  const list = staff.data?.filter((one) => !one.archived) ?? []
  if (list.length === 0) return null
  return (
    <Select
      label="Taken with (optional)"
      data={list.map((one) => ({ value: String(one.id), label: one.name }))}
      value={value}
      onChange={(id) => onChange(list.find((one) => one.id === id)?.id ?? null)}
      clearable
      searchable
      nothingFoundMessage="Nobody of that name"
    />
  )
}
