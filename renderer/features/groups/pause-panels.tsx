import { TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Group } from '../../../shared/groups/groups.contract.ts'
import { count } from '../../../shared/text.ts'
import { dateOf } from '../../../shared/time/civil.ts'

interface PanelProps {
  readonly group: Group
  readonly onClose: () => void
}

/** Pauses a group: its sessions from a day on did not run, and their rooms are free. */
export function PauseGroupPanel({ group, onClose }: PanelProps) {
  const today = useToday()
  const start: { date: string | null; reason: string } = { date: today, reason: '' }
  const { values, change, forget } = useDraft(`pause ${group.id} ${group.version}`, start)
  const pause = useCommand('groups', 'pause', {
    failure: 'inline',
    undo: true,
    done: `${group.name} is paused. Its rooms are free until it is resumed.`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(pause.error)
  const off = group.sessions.filter(
    (one) => one.registerState !== 'did-not-run' && one.registerState !== 'complete' && values.date !== null && dateOf(one.startsAt) >= values.date, // prettier-ignore
  ).length
  return (
    <FormPanel
      title="Pause the group"
      submit="Pause the group"
      pending={pause.isPending}
      error={pause.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => pause.mutate({ id: group.id, version: group.version, from: values.date ?? '', reason: values.reason })} // prettier-ignore
    >
      <p>
        {count(off, 'session')} from that day {off === 1 ? 'is' : 'are'} recorded as not run because the group
        is paused, and the rooms are free for others. What is marked already stays. Resuming brings back those
        whose rooms are still free.
      </p>
      <DateField {...field('from')} label="From" value={values.date} onChange={(date) => change({ date })} />
      <TextInput
        {...field('reason')}
        label="Why"
        placeholder="Staff ill, building closed"
        value={values.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        maxLength={300}
        autoFocus
      />
    </FormPanel>
  )
}

/** Takes a paused group up again, and says which sessions are not back. */
export function ResumeGroupPanel({ group, onClose }: PanelProps) {
  const today = useToday()
  const start: { date: string | null } = { date: today }
  const { values, change, forget } = useDraft(`resume ${group.id} ${group.version}`, start)
  const resume = useCommand('groups', 'resume', {
    failure: 'inline',
    undo: true,
    done: ({ sentence }) => sentence,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(resume.error)
  const toCome = group.sessions.filter(
    (one) => one.paused && dateOf(one.startsAt) >= (values.date ?? today),
  ).length
  return (
    <FormPanel
      title="Resume the group"
      submit="Resume the group"
      pending={resume.isPending}
      error={resume.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => resume.mutate({ id: group.id, version: group.version, from: values.date ?? '' })}
    >
      <p>
        {count(toCome, 'session')} from that day {toCome === 1 ? 'comes' : 'come'} back where the room is
        still free. Those that cannot are named.
      </p>
      <DateField
        {...field('from')}
        label="From"
        value={values.date}
        onChange={(date) => change({ date })}
        autoFocus
      />
    </FormPanel>
  )
}
