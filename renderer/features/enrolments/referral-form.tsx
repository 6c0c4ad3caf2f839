import { useCommand } from '../../api/commands.ts'
import type { Output } from '../../api/client.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { ParticipantRole } from '../../../shared/enrolments/participants.rules.ts'
import type { EnrolmentId } from '../../../shared/ids.ts'
import { ReferralFields, type ReferralDraft } from './referral-fields.tsx'
import { RoleField } from './role-field.tsx'

interface ReferralFormProps {
  readonly enrolmentId: EnrolmentId
  readonly history: Output<'enrolments', 'history'>
  readonly onClose: () => void
}

interface Draft extends ReferralDraft {
  readonly role: ParticipantRole | null
}

/** What is kept of a referral, changed; the history stays. */
export function ReferralForm({ enrolmentId, history, onClose }: ReferralFormProps) {
  const { version, name, source, reference, note, referredOn, priority, role } = history
  const start = {
    source: source ?? '',
    reference: reference ?? '',
    note: note ?? '',
    referredOn,
    priority,
    role,
  }
  const { values, change, forget } = useDraft<Draft>(`referral ${enrolmentId} ${version}`, start)
  const update = useCommand('enrolments', 'updateReferral', {
    failure: 'inline',
    undo: true,
    done: `Changed the referral of ${name}`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(update.error)
  return (
    <FormPanel
      title={`Referral of ${name}`}
      submit="Save the referral"
      pending={update.isPending}
      error={update.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => update.mutate({ enrolmentId, version, ...values })}
    >
      <RoleField label="Takes part as" value={values.role} onChange={(next) => change({ role: next })} />
      <ReferralFields field={field} draft={values} onChange={change} />
    </FormPanel>
  )
}
