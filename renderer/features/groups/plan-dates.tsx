import { Button } from '@mantine/core'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { failureText } from '../../api/notify.tsx'
import { KeyLegend } from '../../ui/keys.tsx'
import { leavingOut } from '../../../shared/series/in-the-way.rules.ts'
import { leftOutInWords } from '../../../shared/series/left-out.rules.ts'
import type { DateEdit, RunPreview } from '../../../shared/series/series.contract.ts'
import { count } from '../../../shared/text.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { dateRange } from '../../../shared/time/format.ts'
import { withEdit, withoutEdit, type Places } from './plan-draft.ts'
import { PlanRow } from './plan-row.tsx'
import classes from './plan.module.css'

interface PlanDatesProps {
  /** null until what, where and when are answered. */
  readonly preview: RunPreview | null
  /** What is to be answered first, in words. */
  readonly waiting: string
  readonly error: unknown
  readonly places: Places
  readonly edits: readonly DateEdit[]
  readonly onEdits: (edits: DateEdit[]) => void
}

/** The dates as they will be, each with its state and what can be done about it. */
export function PlanDates({ preview, waiting, error, places, edits, onEdits }: PlanDatesProps) {
  const [editing, setEditing] = useState<string | null>(null)
  const close = (date: string) => {
    setEditing(null)
    focusIn(date, '[data-row-change]')
  }
  return (
    <section className={classes.dates} aria-labelledby="plan-dates" data-pane tabIndex={-1}>
      <h2 id="plan-dates" className={classes.datesTitle}>
        {preview === null ? 'The dates' : titleOf(preview)}
      </h2>
      <p role="status" className={classes.sum}>
        {preview !== null ? sumOf(preview) : error === null && waiting}
      </p>
      {error !== null && (
        <p role="alert" className={classes.problem}>
          {failureText(error)}
        </p>
      )}
      {preview !== null && <Warnings warnings={preview.warnings} />}
      {preview !== null && preview.inTheWay > 0 && preview.inTheWay < preview.kept && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.leaveOut}
          onClick={() => onEdits(leavingOut(preview.rows, edits))}
        >
          Leave out {preview.inTheWay === 1 ? 'the date' : `all ${preview.inTheWay} dates`} in the way
        </Button>
      )}
      {preview !== null && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows' buttons */}
          <ol className={classes.rows} onKeyDown={rowKeys}>
            {preview.rows.map((row) => (
              <PlanRow
                key={row.date}
                row={row}
                places={places}
                editing={editing === row.date}
                onEditing={(open) => (open ? setEditing(row.date) : close(row.date))}
                onChange={(change) => onEdits(withEdit(edits, row.date, change))}
                onReset={() => onEdits(withoutEdit(edits, row.date))}
              />
            ))}
          </ol>
          <KeyLegend
            items={[
              { keys: ['↑', '↓'], does: 'from date to date' },
              { keys: ['Delete'], does: 'leave out, or put back' },
              { keys: ['Esc'], does: 'close a change' },
            ]}
          />
        </>
      )}
    </section>
  )
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <ul className={classes.warnings} aria-label="To know before planning">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  )
}

/** `10 sessions, 1 December 2026 to 16 February 2027` */
function titleOf({ rows, kept }: RunPreview): string {
  const held = rows.filter((row) => row.state === 'keep')
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return 'No sessions'
  return `${count(kept, 'session')}, ${dateRange(dateOf(first.startsAt), dateOf(last.startsAt))}`
}

function sumOf({ rows, inTheWay }: RunPreview): string {
  const left = leftOutInWords(rows)
  const parts = [
    ...(left === null ? [] : [left]),
    ...(inTheWay > 0 ? [`something is in the way of ${count(inTheWay, 'date')}`] : []),
  ]
  const sum = parts.join(', ')
  return sum === '' ? 'The room is free on every date.' : `${sum.charAt(0).toUpperCase()}${sum.slice(1)}.`
}

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-plan-row]')]

/** Focuses a button of a row, by the row's date: for the keyboard, and for the way to a clash. */
export function focusIn(date: string, button: string): void {
  document.querySelector<HTMLElement>(`[data-plan-row="${date}"] ${button}`)?.focus()
}

/** Arrows go from row to row by the same button; Delete leaves a date out or puts it back. */
function rowKeys(event: KeyboardEvent<HTMLElement>) {
  if (!(event.target instanceof HTMLButtonElement)) return
  const row = event.target.closest<HTMLElement>('[data-plan-row]')
  const rows = rowsOf(event.currentTarget)
  const at = row === null ? -1 : rows.indexOf(row)
  if (at === -1) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to !== undefined) {
    event.preventDefault()
    rows[to]?.querySelector<HTMLElement>('[data-row-toggle]')?.focus()
  }
  if (event.key === 'Delete') row?.querySelector<HTMLElement>('[data-row-toggle]')?.click()
}
