import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { ReasonFields } from '../enrolments/reason-fields.tsx'
import type { EnrolmentStatus, RosterRow } from '../../../shared/enrolments/enrolments.contract.ts'
import type { LeavingReason } from '../../../shared/enrolments/reasons.ts'
import { shortDate } from '../../../shared/time/format.ts'

/** A place is offered on the waiting list, by its order. */
type NextStatus = Exclude<EnrolmentStatus, 'offered'>

/** What each step is called when somebody takes it. */
const stepLabels: Readonly<Record<NextStatus, string>> = {
  enrolled: 'Enrol',
  waiting: 'Put on the waiting list',
  referred: 'Back to referred',
  completed: 'Completed the programme',
  withdrawn: 'Has left',
}
const doneWords: Readonly<Record<NextStatus, string>> = {
  enrolled: 'is enrolled',
  waiting: 'is on the waiting list',
  referred: 'is referred',
  completed: 'has completed',
  withdrawn: 'has left',
}
/** What usually comes next, first. */
const nextSteps: Readonly<Record<EnrolmentStatus, readonly NextStatus[]>> = {
  enrolled: ['completed', 'withdrawn', 'waiting'],
  offered: ['enrolled', 'waiting', 'withdrawn'],
  waiting: ['enrolled', 'withdrawn'],
  referred: ['waiting', 'enrolled', 'withdrawn'],
  completed: ['enrolled', 'withdrawn'],
  withdrawn: ['enrolled', 'waiting'],
}

interface ChangeProps {
  readonly row: RosterRow
  readonly onClose: () => void
}

interface Step {
  readonly status: NextStatus | undefined
  readonly onDate: string | null
  readonly reason: string
  readonly reasonKind: LeavingReason | null
  readonly overrideReason: string
}

/** One more line of a person's history with the group, from a date. Registers of before do not change. */
export function ChangeEnrolmentDialog({ row, onClose }: ChangeProps) {
  const today = useToday()
  const choices = nextSteps[row.status]
  const { values, change: type } = useDraft<Step>(`enrolment ${row.enrolmentId} ${row.version}`, {
    status: choices[0],
    onDate: row.since > today ? row.since : today,
    reason: '',
    reasonKind: null,
    overrideReason: '',
  })
  const { status, onDate, reason, reasonKind, overrideReason } = values
  const change = useCommand('enrolments', 'change', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => `${row.name} ${doneWords[asked.status]} from ${shortDate(asked.onDate)}`,
    onDone: onClose,
  })
  const { idOf, field } = useFields(change.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { enrolmentId, version } = row
    if (status && onDate !== null)
      change.mutate({ enrolmentId, version, status, onDate, reason, reasonKind, overrideReason })
  }
  return (
    <Dialog onClose={onClose} title={`Change the enrolment of ${row.name}`}>
      <form onSubmit={save} noValidate>
        <ErrorSummary errors={problemsOf(change.error, idOf)} />
        <Stack gap="md">
          <StepFields
            values={values}
            choices={choices}
            refused={change.error !== null}
            field={field}
            onChange={type}
          />
          <Group>
            <Button type="submit" loading={change.isPending} disabled={onDate === null}>
              Save
            </Button>
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

interface StepFieldsProps {
  readonly values: Step
  readonly choices: readonly NextStatus[]
  /** It was refused: why it goes ahead is asked for. */
  readonly refused: boolean
  readonly field: (name: string) => { id: string; error: string | undefined }
  readonly onChange: (change: Partial<Step>) => void
}

/** What has changed, from when, and why. */
function StepFields({ values, choices, refused, field, onChange }: StepFieldsProps) {
  const { status, onDate, reason, reasonKind, overrideReason } = values
  return (
    <>
      <Radio.Group
        label="What has changed"
        value={status ?? null}
        onChange={(value) => onChange({ status: choices.find((choice) => choice === value) })}
      >
        <Stack gap={8} mt={4}>
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={stepLabels[choice]} />
          ))}
        </Stack>
      </Radio.Group>
      <DateField
        {...field('onDate')}
        label="From"
        hint={
          status === 'completed' || status === 'withdrawn'
            ? 'They are not expected at sessions on or after this day. Registers before it stay as they are.'
            : 'They are treated so from this day. Registers before it stay as they are.'
        }
        value={onDate}
        onChange={(date) => onChange({ onDate: date })}
      />
      {status === 'withdrawn' ? (
        <ReasonFields field={field} kind={reasonKind} words={reason} onChange={onChange} />
      ) : (
        <TextInput
          {...field('reason')}
          label="Why (optional)"
          value={reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
      {status === 'enrolled' && refused && (
        <TextInput
          {...field('overrideReason')}
          label="Why it goes ahead"
          description="Kept with the place, and shown."
          value={overrideReason}
          onChange={(event) => onChange({ overrideReason: event.currentTarget.value })}
        />
      )}
    </>
  )
}
