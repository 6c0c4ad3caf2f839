import { useQuery } from '@tanstack/react-query'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Staff } from '../../../shared/staff/staff.contract.ts'
import type { Training } from '../../../shared/staff/training.contract.ts'
import { TrainingFields, type TypedTraining } from './training-fields.tsx'

interface TrainingPanelProps {
  readonly staff: Staff
  readonly onClose: () => void
}

/** What one member of staff is trained in, read first and then changed. */
export function TrainingPanel({ staff, onClose }: TrainingPanelProps) {
  const query = useQuery(ask('staff', 'listTraining', { staffId: staff.id }))
  return (
    <Answer query={query}>
      {(training) => <Form staff={staff} training={training} onClose={onClose} />}
    </Answer>
  )
}

function Form({ staff, training, onClose }: TrainingPanelProps & { training: readonly Training[] }) {
  const start: { training: readonly TypedTraining[] } = {
    training: training.map(({ programmeId, trainedOn, expiresOn }) => ({
      programmeId,
      trainedOn,
      expiresOn,
    })),
  }
  const { values, change, forget } = useDraft(`training ${staff.id}`, start)
  const set = useCommand('staff', 'setTraining', {
    failure: 'inline',
    undo: true,
    done: `Training of ${staff.name} recorded`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf } = useFields(set.error)
  const save = () =>
    set.mutate({
      staffId: staff.id,
      training: values.training.flatMap(({ programmeId, ...dates }) =>
        programmeId === null ? [] : [{ programmeId, ...dates }],
      ),
    })
  return (
    <FormPanel
      title={`Training of ${staff.name}`}
      submit="Save"
      pending={set.isPending}
      error={set.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={save}
    >
      <TrainingFields training={values.training} onChange={(next) => change({ training: next })} />
    </FormPanel>
  )
}
