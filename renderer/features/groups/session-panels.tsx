import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { TimeField } from '../../ui/time-field.tsx'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { dateOf, timeOf } from '../../../shared/time/civil.ts'
import { placesOf } from './plan-draft.ts'
import { RoomField } from './room-field.tsx'
import { roomsInWords, sessionInWords } from './group-words.ts'
import { dayInWords } from '../../../shared/time/format.ts'

interface Where {
  readonly date: string | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly roomId: RoomId | null
}
type Whole = { [K in keyof Where]: NonNullable<Where[K]> }

/** The parts of a time and a place that are not answered yet, as the service would say them. */
function wholeOf({ date, startTime, endTime, roomId }: Where): Whole | ApiError {
  if (date !== null && startTime !== null && endTime !== null && roomId !== null)
    return { date, startTime, endTime, roomId }
  const fields = {
    ...(date === null && { date: 'Enter the date, such as 12/1/27.' }),
    ...(startTime === null && { startTime: 'Enter when it starts, such as 10am.' }),
    ...(endTime === null && { endTime: 'Enter when it ends, such as midday.' }),
    ...(roomId === null && { roomId: 'Choose the room.' }),
  }
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
  readonly onSave: (where: Whole) => void
  readonly children?: ReactNode
}

/** Date, time and room, for moving a session and for adding one. */
function WhereForm(props: WhereFormProps) {
  const { title, submit, pending, error, onClose, onSave, children } = props
  const { values: where, change } = useDraft(props.draft, props.start)
  const [missing, setMissing] = useState<ApiError | null>(null)
  const [building] = useBuilding()
  const places = placesOf(useQuery(ask('buildings', 'list', {})).data ?? [], building)
  const { idOf, field } = useFields(missing ?? error)
  const save = () => {
    const whole = wholeOf(where)
    setMissing(whole instanceof ApiError ? whole : null)
    if (!(whole instanceof ApiError)) onSave(whole)
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
      <RoomField
        {...field('roomId')}
        places={places}
        value={where.roomId}
        onChange={(roomId) => change({ roomId })}
      />
    </FormPanel>
  )
}

/** Another date, time or room for one session; its booking and its register go with it. */
export function MoveSessionPanel({ session, onClose }: { session: Session; onClose: () => void }) {
  const today = useToday()
  const move = useCommand('groups', 'moveSession', {
    failure: 'inline',
    undo: true,
    done: (moved) => `Moved to ${sessionInWords(moved, today)}, ${roomsInWords(moved) ?? 'no room'}.`,
    onDone: onClose,
  })
  return (
    <WhereForm
      title={`Move ${dayInWords(session.startsAt, today)}`}
      submit="Move the session"
      draft={`move ${session.id} ${session.version}`}
      start={{
        date: dateOf(session.startsAt),
        startTime: timeOf(session.startsAt),
        endTime: timeOf(session.endsAt),
        roomId: session.roomId,
      }}
      pending={move.isPending}
      error={move.error}
      onClose={onClose}
      onSave={(where) => move.mutate({ id: session.id, version: session.version, ...where })}
    >
      <p>Its room and its register go with it, with what is marked.</p>
    </WhereForm>
  )
}

interface AddSessionProps {
  readonly group: Group
  /** The session that is to be run once more. */
  readonly like?: Session
  readonly onClose: () => void
}

/** One session more, at the usual time and place unless said otherwise. */
export function AddSessionPanel({ group, like, onClose }: AddSessionProps) {
  const usual = like ?? group.sessions.findLast((session) => session.roomId !== null)
  const today = useToday()
  const add = useCommand('groups', 'addSession', {
    failure: 'inline',
    undo: true,
    done: (added) => `Session added on ${sessionInWords(added, today)}, ${roomsInWords(added) ?? 'no room'}.`,
    onDone: onClose,
  })
  return (
    <WhereForm
      title={like === undefined ? 'Add a session' : `Run ${dayInWords(like.startsAt, today)} again`}
      submit="Add the session"
      draft={`add to ${group.id} ${group.sessions.length} ${like?.id ?? ''}`}
      start={{
        date: null,
        startTime: usual ? timeOf(usual.startsAt) : null,
        endTime: usual ? timeOf(usual.endsAt) : null,
        roomId: usual?.roomId ?? null,
      }}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSave={(where) => add.mutate({ groupId: group.id, ...where })}
    />
  )
}

/** A session to come that is cancelled, or one that did not run: out of every figure, its room free, the reason kept. */
export function SessionOffPanel({ session, onClose }: { session: Session; onClose: () => void }) {
  const { values, change } = useDraft(`off ${session.id} ${session.version}`, { reason: '' })
  const today = useToday()
  const day = dayInWords(session.startsAt, today)
  const toCome = session.registerState === 'not-due'
  const off = useCommand('groups', 'cancelSession', {
    failure: 'inline',
    undo: true,
    done: `${day} ${toCome ? 'is cancelled' : 'did not run'}. Its room is free.`,
    onDone: onClose,
  })
  const { idOf, field } = useFields(off.error)
  return (
    <FormPanel
      title={toCome ? `Cancel ${day}` : `${day} did not run`}
      submit={toCome ? 'Cancel the session' : 'Record that it did not run'}
      pending={off.isPending}
      error={off.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => off.mutate({ id: session.id, version: session.version, ...values })}
    >
      <p>Nobody counts as expected or absent. The room is free, and the reason is kept.</p>
      <TextInput
        {...field('reason')}
        label="Why"
        placeholder="Snow, staff ill, nobody came"
        value={values.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        maxLength={300}
        autoFocus
      />
    </FormPanel>
  )
}
