import { TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { Checks, useChecks } from './checks.tsx'
import type { Subject } from './panels.ts'

interface AcceptPanelProps {
  readonly groupId: GroupId
  readonly subject: Subject
  /** It lapsed, so that it needs a free place. */
  readonly lapsed: boolean
  readonly onClose: () => void
}

interface Draft {
  readonly onDate: string | null
  readonly overrideReason: string
}

/** The offer is taken up, from a day. */
export function AcceptPanel({ groupId, subject, lapsed, onClose }: AcceptPanelProps) {
  const { enrolmentId, version, name, personId } = subject
  const today = useToday()
  const checks = useChecks(groupId, personId).filter(({ kind }) => lapsed || kind !== 'full')
  const { values, change, forget } = useDraft<Draft>(`accept ${enrolmentId} ${version}`, {
    onDate: today,
    overrideReason: '',
  })
  const accept = useCommand('enrolments', 'accept', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => `${name} has a place from ${shortDate(asked.onDate)}`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(accept.error)
  const save = () =>
    accept.mutate({ enrolmentId, version, onDate: values.onDate ?? today, overrideReason: values.overrideReason }) // prettier-ignore
  return (
    <FormPanel
      title={`${name} takes the place`}
      submit="Give the place"
      pending={accept.isPending}
      error={accept.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={save}
    >
      <Checks checks={checks} />
      <DateField
        {...field('onDate')}
        label="From"
        hint="They are on the register of every session from this day on."
        value={values.onDate}
        onChange={(onDate) => change({ onDate })}
        autoFocus
      />
      {(lapsed || accept.error !== null) && (
        <TextInput
          {...field('overrideReason')}
          label="Why it goes ahead (optional)"
          description="Needed where no place is free, others wait for it, or somebody must not be met."
          value={values.overrideReason}
          onChange={(event) => change({ overrideReason: event.currentTarget.value })}
        />
      )}
    </FormPanel>
  )
}
