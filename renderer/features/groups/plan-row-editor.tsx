import { Button } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import type { DateEdit, RunRow } from '../../../shared/series/series.contract.ts'
import { dateOf, timeOf } from '../../../shared/time/civil.ts'
import { shortDay } from '../../../shared/time/format.ts'
import type { Places } from './plan-draft.ts'
import { RoomField } from './room-field.tsx'
import classes from './plan.module.css'

interface PlanRowEditorProps {
  readonly row: RunRow
  readonly places: Places
  readonly onChange: (change: Partial<DateEdit>) => void
  readonly onClose: () => void
}

/** Date, time and room of one row, each taken at once. A date changed here is one that is held. */
export function PlanRowEditor({ row, places, onChange, onClose }: PlanRowEditorProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const give = (change: Partial<DateEdit>) =>
    onChange(row.state === 'skip' ? { choice: null, because: null, ...change } : change)
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Esc from the fields in it
    <div
      ref={box}
      role="group"
      aria-label={`Change ${shortDay(row.date)}`}
      className={classes.editor}
      onKeyDown={keys}
    >
      <DateField
        id={`${id}-date`}
        label="Date"
        value={dateOf(row.startsAt)}
        onChange={(newDate) => newDate !== null && give({ newDate })}
      />
      <TimeField
        id={`${id}-start`}
        label="Starts"
        value={timeOf(row.startsAt)}
        onChange={(startTime) => startTime !== null && give({ startTime })}
      />
      <TimeField
        id={`${id}-end`}
        label="Ends"
        value={timeOf(row.endsAt)}
        onChange={(endTime) => endTime !== null && give({ endTime })}
      />
      <div className={classes.editorRoom}>
        <RoomField
          id={`${id}-room`}
          places={places}
          value={row.roomId}
          onChange={(roomId) => roomId !== null && give({ roomId })}
        />
      </div>
      <Button variant="default" onClick={onClose}>
        Done
      </Button>
    </div>
  )
}
