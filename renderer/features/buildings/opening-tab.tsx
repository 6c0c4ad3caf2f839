import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'
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
  return (
    <>
      <OutsideHours building={building} outside={outside} onOpen={onOpenBooking} />
      {building.week.every((day) => day.length === 0) && (
        <p className={classes.unknown}>
          Nobody has said yet when it is open, so nothing is ever outside its hours.
        </p>
      )}
      <WeekForm key={building.version} building={building} onSaved={setOutside} />
    </>
  )
}

const idOf = (day: number) => `opening-day-${day}`

function WeekForm({ building, onSaved }: { building: BuildingDetails; onSaved: (outside: Outside) => void }) {
  const { id, version, mayChange } = building
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
        values={values}
        mayChange={mayChange}
        onChange={set}
        onCopyMonday={unread.has(0) ? null : copyMonday}
      />
      <Checkbox
        label="Opens on bank holidays"
        description="Otherwise it is closed on them, whatever the weekday."
        checked={values.opensOnBankHolidays}
        disabled={!mayChange}
        onChange={(event) => change({ opensOnBankHolidays: event.currentTarget.checked })}
      />
      {mayChange && (
        <div>
          <Button type="submit" loading={save.isPending}>
            Save opening hours
          </Button>
        </div>
      )}
    </form>
  )
}

interface WeekTableProps {
  readonly values: Values
  readonly mayChange: boolean
  readonly onChange: (day: number, words: string | null, problem: string | null) => void
  readonly onCopyMonday: (() => void) | null
}

function WeekTable({ values, mayChange, onChange, onCopyMonday }: WeekTableProps) {
  return (
    <table className={classes.weekTable} aria-label="Opening hours">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">
            Hours <span className={classes.hint}>such as 9-5, or 9-12, 1-5pm; empty is closed</span>
          </th>
          <td>
            <StripScale />
          </td>
        </tr>
      </thead>
      <tbody>
        {values.week.map((words, day) => (
          // Days have no other name than their place in the week.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={day}>
            <th scope="row">{weekdayName(day + 1)}</th>
            <td>
              <HoursField
                id={idOf(day)}
                label={`Hours on ${weekdayName(day + 1)}`}
                labelHidden
                value={words}
                disabled={!mayChange}
                onChange={(next, problem) => onChange(day, next, problem)}
              />
              {day === 0 && mayChange && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={onCopyMonday === null}
                  onClick={() => onCopyMonday?.()}
                >
                  Copy Monday to the other weekdays
                </Button>
              )}
            </td>
            <td>
              <HoursStrip hours={hoursOf(words)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
