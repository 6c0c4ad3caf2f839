import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'
import type { Hours } from '../../../shared/buildings/opening.rules.ts'
import { weekdayName } from '../../../shared/time/format.ts'
import { HOURS_PROBLEM, HoursField, hoursOf, wordsOf } from './hours-field.tsx'
import { HoursStrip, StripScale } from './hours-strip.tsx'
import { OutsideHours } from './outside-hours.tsx'
import type { Outside, TabProps } from './tab-props.ts'
import classes from './buildings.module.css'

interface Values {
  /** Monday first, in words; null is closed. */
  readonly week: readonly (string | null)[]
  readonly opensOnBankHolidays: boolean
}
const startOf = ({ week, opensOnBankHolidays }: BuildingDetails): Values => ({
  week: week.map(wordsOf),
  opensOnBankHolidays,
})

/** The usual week: one box a day, typed as people write hours, with the day drawn beside it. */
export function OpeningTab({ building, onOpenBooking }: TabProps) {
  const [outside, setOutside] = useState<Outside | null>(null)
  const unknown = building.week.every((day) => day.length === 0)
  return (
    <>
      <OutsideHours building={building} outside={outside} onOpen={onOpenBooking} />
      {unknown && (
        <p className={classes.unknown}>
          Nobody has said yet when it is open, so nothing is ever outside its hours.
        </p>
      )}
      {building.mayChange && <WeekForm key={building.version} building={building} onSaved={setOutside} />}
      {!building.mayChange && !unknown && <WeekShown building={building} />}
    </>
  )
}

/** The usual week of a building that is somebody else's to change: in words, with nothing greyed out. */
function WeekShown({ building: { week, opensOnBankHolidays } }: { building: BuildingDetails }) {
  return (
    <div className={classes.week}>
      <WeekTable hoursOn={(day) => week[day] ?? []}>
        {(day) => <div className={classes.readHours}>{wordsOf(week[day] ?? []) ?? 'Closed'}</div>}
      </WeekTable>
      <p>
        {opensOnBankHolidays ? 'Opens on bank holidays.' : 'Closed on bank holidays, whatever the weekday.'}
      </p>
    </div>
  )
}

const idOf = (day: number) => `opening-day-${day}`

function WeekForm({ building, onSaved }: { building: BuildingDetails; onSaved: (outside: Outside) => void }) {
  const { id, version } = building
  const { values, change, forget } = useDraft(`opening ${id} ${version}`, startOf(building))
  const [unread, setUnread] = useState<ReadonlySet<number>>(new Set())
  const [asked, setAsked] = useState(false)
  const save = useCommand('buildings', 'setOpening', {
    failure: 'inline',
    done: 'Opening hours saved',
    undo: true,
    onDone: ({ outside, version: saved }) => {
      forget()
      onSaved({ bookings: outside, stillSo: (now) => now.version === saved })
    },
  })
  const set = (day: number, words: string | null, problem: string | null) => {
    const rest = [...unread].filter((one) => one !== day)
    setUnread(new Set(problem === null ? rest : [...rest, day]))
    change({ week: values.week.map((old, i) => (i === day ? words : old)) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const { week, opensOnBankHolidays } = values
    if (unread.size === 0) save.mutate({ id, version, week: week.map(hoursOf), opensOnBankHolidays })
  }
  const copyMonday = () =>
    change({ week: values.week.map((old, i) => (i < 5 ? (values.week[0] ?? null) : old)) })
  const problems = [...unread].map((day) => ({ field: idOf(day), message: `${weekdayName(day + 1)}: ${HOURS_PROBLEM}` })) // prettier-ignore
  return (
    <form className={classes.week} onSubmit={submit} noValidate>
      <ErrorSummary errors={asked ? problems : []} />
      <ErrorSummary errors={save.error ? [{ message: failureText(save.error) }] : []} />
      <WeekTable
        hint="such as 9-5, or 9-12, 1-5pm; empty is closed"
        hoursOn={(day) => hoursOf(values.week[day] ?? null)}
      >
        {(day) => (
          <>
            <HoursField
              id={idOf(day)}
              label={`Hours on ${weekdayName(day + 1)}`}
              labelHidden
              value={values.week[day] ?? null}
              onChange={(next, problem) => set(day, next, problem)}
            />
            {day === 0 && (
              <Button variant="subtle" size="compact-sm" disabled={unread.has(0)} onClick={copyMonday}>
                Copy Monday to the other weekdays
              </Button>
            )}
          </>
        )}
      </WeekTable>
      <Checkbox
        label="Opens on bank holidays"
        description="Otherwise it is closed on them, whatever the weekday."
        checked={values.opensOnBankHolidays}
        onChange={(event) => change({ opensOnBankHolidays: event.currentTarget.checked })}
      />
      <div>
        <Button type="submit" loading={save.isPending}>
          Save opening hours
        </Button>
      </div>
    </form>
  )
}

const days = [0, 1, 2, 3, 4, 5, 6] as const

interface WeekTableProps {
  readonly hint?: string
  /** Monday is 0. */
  readonly hoursOn: (day: number) => readonly Hours[]
  /** What stands in the row of a day. */
  readonly children: (day: number) => ReactNode
}

/** A day under the other, each with its hours and the day drawn beside them. */
function WeekTable({ hint, hoursOn, children }: WeekTableProps) {
  return (
    <table className={classes.weekTable} aria-label="Opening hours">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Hours {hint !== undefined && <span className={classes.hint}>{hint}</span>}</th>
          <td>
            <StripScale />
          </td>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day}>
            <th scope="row">{weekdayName(day + 1)}</th>
            <td>{children(day)}</td>
            <td>
              <HoursStrip hours={hoursOn(day)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
