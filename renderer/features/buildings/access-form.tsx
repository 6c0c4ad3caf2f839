import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { accessKinds, accessLabels, type AccessLine } from '../../../shared/buildings/access.contract.ts'
import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'

interface AccessFormProps {
  readonly building: BuildingDetails
  /** null: a new one. */
  readonly line: AccessLine | null
  readonly onClose: () => void
}

type Values = Pick<AccessLine, 'roomId' | 'kind'> & {
  readonly fromDate: string | null
  readonly keyHolder: string
  readonly code: string
  readonly note: string
}

function useSaveAccess({ building, line, onClose }: AccessFormProps, onSaved: () => void) {
  const onDone = () => {
    onSaved()
    onClose()
  }
  const options = { failure: 'inline', undo: true, onDone } as const
  const create = useCommand('buildings', 'addAccess', { ...options, done: 'Way in added' })
  const update = useCommand('buildings', 'updateAccess', { ...options, done: 'Way in changed' })
  const remove = useCommand('buildings', 'removeAccess', { ...options, done: 'Way in removed' })
  const save = ({ roomId, fromDate, ...rest }: Values) => {
    const fields = { ...rest, fromDate: fromDate ?? '' }
    if (line === null) create.mutate({ ...fields, buildingId: building.id, roomId })
    else update.mutate({ ...fields, id: line.id, version: line.version })
  }
  return {
    save,
    remove: () => line && remove.mutate({ id: line.id, version: line.version }),
    error: create.error ?? update.error ?? remove.error,
    pending: create.isPending || update.isPending,
  }
}

const holderLabels = {
  reception: 'Who is at reception (optional)',
  staff: 'Who opens up (optional)',
  key: 'Who has the key',
  code: 'Whom to ring (optional)',
} as const
const kinds = accessKinds.map((kind) => ({ value: kind, label: accessLabels[kind] }))
const WHOLE = 'whole'

export function AccessForm(props: AccessFormProps) {
  const { building, line, onClose } = props
  const today = useToday()
  const key = `access ${building.id} ${line?.id ?? 'new'} ${line?.version ?? 0}`
  const { values, change, forget } = useDraft<Values>(key, {
    roomId: line?.roomId ?? null,
    fromDate: line?.fromDate ?? today,
    kind: line?.kind ?? 'reception',
    keyHolder: line?.keyHolder ?? '',
    code: line?.code ?? '',
    note: line?.note ?? '',
  })
  const { save, remove, error, pending } = useSaveAccess(props, forget)
  const { idOf, field } = useFields(error)
  const text = (name: 'keyHolder' | 'code' | 'note') => ({
    ...field(name),
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <FormPanel
      title={line === null ? 'Add a way in' : 'Change a way in'}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={line === null ? 'Add the way in' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
      actions={
        line !== null && (
          <Button variant="subtle" color="danger" onClick={remove}>
            Remove
          </Button>
        )
      }
    >
      <PlaceField
        {...field('roomId')}
        building={building}
        value={values.roomId}
        onChange={(roomId) => change({ roomId })}
        fixed={line !== null}
      />
      <DateField
        {...field('fromDate')}
        label="From"
        hint="It holds until a later line takes its place."
        value={values.fromDate}
        onChange={(fromDate) => change({ fromDate })}
      />
      <Select
        {...field('kind')}
        label="How"
        data={kinds}
        value={values.kind}
        onChange={(chosen) => change({ kind: accessKinds.find((kind) => kind === chosen) ?? values.kind })}
        allowDeselect={false}
      />
      {values.kind === 'code' && (
        <TextInput
          {...text('code')}
          label="Door code"
          description="Shown to those who may book here or lead a group here, and to nobody else."
        />
      )}
      <TextInput
        {...text('keyHolder')}
        label={holderLabels[values.kind]}
        description="A name and a number."
      />
      <Textarea
        {...text('note')}
        label="Note (optional)"
        description="For example, use the side door; set the alarm."
        autosize
        minRows={2}
      />
    </FormPanel>
  )
}

interface PlaceFieldProps {
  readonly id: string
  readonly error: string | undefined
  readonly building: BuildingDetails
  readonly value: AccessLine['roomId']
  readonly onChange: (roomId: AccessLine['roomId']) => void
  /** A line stays with its place. */
  readonly fixed: boolean
}

function PlaceField({ id, error, building, value, onChange, fixed }: PlaceFieldProps) {
  const rooms = building.rooms.filter((room) => !room.archived || room.id === value)
  return (
    <Select
      id={id}
      error={error}
      label="For"
      description={
        fixed
          ? 'To say it of another place, add a line there.'
          : 'A room’s own way in goes before its building’s.'
      }
      data={[
        { value: WHOLE, label: 'The whole building' },
        ...rooms.map((room) => ({ value: String(room.id), label: room.name })),
      ]}
      value={value ?? WHOLE}
      onChange={(chosen) => onChange(rooms.find((room) => room.id === chosen)?.id ?? null)}
      allowDeselect={false}
      disabled={fixed}
    />
  )
}
