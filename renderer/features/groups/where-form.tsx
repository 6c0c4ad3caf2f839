import { useState } from 'react'
import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { ApiError } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { TimeField } from '../../ui/time-field.tsx'
import type { RoomId } from '../../../shared/ids.ts'
import { placesOf } from './plan-draft.ts'
import { RoomField } from './room-field.tsx'

interface Where {
  readonly date: string | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly roomId: RoomId | null
}
type Answered = { [K in keyof Where]: NonNullable<Where[K]> }
export type TimesAnswered = Omit<Answered, 'roomId'>

/** What is not answered yet, as the service would say it; null when nothing is missing. */
function missingIn({ date, startTime, endTime, roomId }: Where, needsRoom: boolean): ApiError | null {
  const fields = {
    ...(date === null && { date: 'Enter the date, such as 12/1/27.' }),
    ...(startTime === null && { startTime: 'Enter when it starts, such as 10am.' }),
    ...(endTime === null && { endTime: 'Enter when it ends, such as midday.' }),
    ...(needsRoom && roomId === null && { roomId: 'Choose the room.' }),
  }
  if (Object.keys(fields).length === 0) return null
  return new ApiError({ code: 'INVALID_INPUT', message: 'Something is missing.', details: { fields } })
}

interface WhereFormProps {
  readonly title: string
  readonly submit: string
  readonly start: Where
  /** Names what is typed, so that closing the panel loses nothing; another once it is saved. */
  readonly draft: string
  readonly pending: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** With a room, or, where none is needed, the times alone. */
type Saves =
  | { readonly onSave: (times: TimesAnswered, roomId: RoomId) => void; readonly onSaveTimes?: never }
  | { readonly onSaveTimes: (times: TimesAnswered) => void; readonly onSave?: never }

/** Date, time and room, for moving a session and for adding one. */
export function WhereForm(props: WhereFormProps & Saves) {
  const { title, submit, pending, error, onClose, onSave, onSaveTimes, children } = props
  const { values: where, change } = useDraft(props.draft, props.start)
  const [missing, setMissing] = useState<ApiError | null>(null)
  const [building] = useBuilding()
  const places = placesOf(useQuery(ask('buildings', 'list', {})).data ?? [], building)
  const { idOf, field } = useFields(missing ?? error)
  const save = () => {
    setMissing(missingIn(where, onSave !== undefined))
    const { date, startTime, endTime, roomId } = where
    if (date === null || startTime === null || endTime === null) return
    if (onSaveTimes) onSaveTimes({ date, startTime, endTime })
    else if (roomId !== null) onSave({ date, startTime, endTime }, roomId)
  }
  return (
    <FormPanel
      title={title}
      submit={submit}
      pending={pending}
      error={missing ?? error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={save}
    >
      {children}
      <DateField {...field('date')} label="Date" value={where.date} onChange={(date) => change({ date })} />
      <TimeField
        {...field('startTime')}
        label="Starts"
        value={where.startTime}
        onChange={(startTime) => change({ startTime })}
      />
      <TimeField
        {...field('endTime')}
        label="Ends"
        value={where.endTime}
        onChange={(endTime) => change({ endTime })}
      />
      {onSave && (
        <RoomField
          {...field('roomId')}
          places={places}
          value={where.roomId}
          onChange={(roomId) => change({ roomId })}
        />
      )}
    </FormPanel>
  )
}
