import { TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import { topicsLeft } from '../../../shared/groups/topics.rules.ts'
import { dateOf, timeOf } from '../../../shared/time/civil.ts'
import { roomsInWords, sessionInWords } from './group-words.ts'
import { WhereForm } from './where-form.tsx'
import { dayInWords } from '../../../shared/time/format.ts'

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
      onSave={(where, roomId) => move.mutate({ id: session.id, version: session.version, ...where, roomId })}
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
  // What no date delivers yet comes next.
  const [next] = topicsLeft(group.manual, group.sessions)
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
      onSave={(where, roomId) =>
        add.mutate({ groupId: group.id, ...where, roomId, topicId: like?.topicId ?? next?.id ?? null })
      }
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
    done: `${day} ${toCome ? 'is cancelled' : 'did not run'}.${session.roomId === null ? '' : ' Its room is free.'}`,
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
