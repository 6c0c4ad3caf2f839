import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Locality } from '../../../shared/buildings/buildings.contract.ts'
import { streamLabels, streams } from '../../../shared/staff/staff.contract.ts'
import type { Staff, Stream } from '../../../shared/staff/staff.contract.ts'

interface StaffFormProps {
  /** null: somebody new. */
  readonly staff: Staff | null
  readonly localities: readonly Locality[]
  readonly onClose: () => void
  /** Leads on to what they are trained in. */
  readonly onTraining: () => void
}

interface Values {
  readonly name: string
  readonly jobTitle: string
  readonly stream: Stream
  readonly localityId: Staff['localityId']
  readonly phone: string
  readonly email: string
  readonly archived: boolean
}
const startOf = (staff: Staff | null): Values => ({
  name: staff?.name ?? '',
  jobTitle: staff?.jobTitle ?? '',
  stream: staff?.stream ?? 'family',
  localityId: staff?.localityId ?? null,
  phone: staff?.phone ?? '',
  email: staff?.email ?? '',
  archived: staff?.archived ?? false,
})

/** Saves somebody new or changed. */
function useSaveStaff(staff: Staff | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('staff', 'create', { ...options, done: (s) => `Added ${s.name}` })
  const update = useCommand('staff', 'update', { ...options, done: (s) => `Changed ${s.name}` })
  const save = ({ archived, ...fields }: Values) => {
    if (staff === null) create.mutate(fields)
    else update.mutate({ ...fields, archived, id: staff.id, version: staff.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

export function StaffForm({ staff, localities, onClose, onTraining }: StaffFormProps) {
  const { values, change, forget } = useDraft(
    `staff ${staff?.id ?? 'new'} ${staff?.version ?? 0}`,
    startOf(staff),
  )
  const { save, error, pending } = useSaveStaff(staff, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  const text = (name: 'name' | 'jobTitle' | 'phone' | 'email') => ({
    ...field(name),
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <FormPanel
      title={staff?.name ?? 'Add a member of staff'}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={staff === null ? 'Add' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
      actions={
        staff !== null && (
          <Button variant="subtle" color="gray" onClick={onTraining}>
            Training…
          </Button>
        )
      }
    >
      <TextInput {...text('name')} label="Name" autoFocus />
      <TextInput {...text('jobTitle')} label="Job title (optional)" />
      <Select
        {...field('stream')}
        label="Stream"
        description="Groups are generally run by one from Family and one from Youth and justice."
        data={streams.map((stream) => ({ value: stream, label: streamLabels[stream] }))}
        value={values.stream}
        onChange={(chosen) => change({ stream: streams.find((one) => one === chosen) ?? values.stream })}
        allowDeselect={false}
      />
      <Select
        {...field('localityId')}
        label="Locality"
        placeholder="Countywide"
        clearable
        clearButtonProps={{ 'aria-label': 'Make countywide' }}
        data={localities.map((one) => ({ value: String(one.id), label: one.name }))}
        value={values.localityId}
        onChange={(chosen) => change({ localityId: localities.find((one) => one.id === chosen)?.id ?? null })}
      />
      <TextInput {...text('phone')} label="Phone (optional)" />
      <TextInput {...text('email')} label="Email (optional)" type="email" />
      {staff !== null && (
        <Checkbox
          label="Has left the service"
          description="Stays on the groups and registers they ran."
          checked={values.archived}
          onChange={(event) => change({ archived: event.currentTarget.checked })}
        />
      )}
    </FormPanel>
  )
}
