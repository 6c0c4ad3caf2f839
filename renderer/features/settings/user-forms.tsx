import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { roleLabels, roles } from '../../../shared/permissions.ts'
import type { Role } from '../../../shared/permissions.ts'
import type { User } from '../../../shared/users/users.contract.ts'
import { PlaceFields, type Place } from './place-fields.tsx'

const anywhere: Place = { staffId: null, buildingIds: [], half: null }

/** What a role does not go by is not kept: a manager has no half. */
const placeFor = (role: Role, { staffId, buildingIds, half }: Place): Place => ({
  staffId,
  buildingIds: role === 'assistant' ? buildingIds : [],
  half: role === 'facilities' ? half : null,
})

interface RoleSelectProps {
  readonly id: string
  readonly error: string | undefined
  readonly value: Role
  readonly onChange: (role: Role) => void
}

function RoleSelect({ id, error, value, onChange }: RoleSelectProps) {
  return (
    <Select
      id={id}
      error={error}
      label="Role"
      data={roles.map((role) => ({ value: role, label: roleLabels[role] }))}
      value={value}
      onChange={(chosen) => onChange(roles.find((role) => role === chosen) ?? value)}
      allowDeselect={false}
    />
  )
}

/** Somebody new. The passphrase is never kept as a draft. */
export function NewUserForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [role, setRole] = useState<Role>('facilitator')
  const [place, setPlace] = useState(anywhere)
  const create = useCommand('users', 'create', {
    failure: 'inline',
    done: (user) => `${user.name} can sign in`,
    onDone: onClose,
  })
  const { idOf, field } = useFields(create.error)
  return (
    <FormPanel
      title="Add a person who can sign in"
      onClose={onClose}
      onSubmit={() => create.mutate({ name, passphrase, role, ...placeFor(role, place) })}
      submit="Add"
      pending={create.isPending}
      error={create.error}
      idOf={idOf}
    >
      <TextInput
        {...field('name')}
        label="Name"
        description="What they type to sign in."
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoFocus
      />
      <RoleSelect {...field('role')} value={role} onChange={setRole} />
      <PlaceFields role={role} place={place} onChange={setPlace} field={field} />
      <PasswordInput
        {...field('passphrase')}
        label="First passphrase"
        description="At least 10 letters: three words are good. They can change it once they are in."
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
      />
    </FormPanel>
  )
}

/** Another role, other places, or no way in any more. */
export function UserForm({ user, onClose }: { user: User; onClose: () => void }) {
  const [role, setRole] = useState<Role>(user.role)
  const [place, setPlace] = useState<Place>({
    staffId: user.staffId,
    buildingIds: user.buildingIds,
    half: user.half,
  })
  const [disabled, setDisabled] = useState(user.disabled)
  const update = useCommand('users', 'update', {
    failure: 'inline',
    done: `Changed ${user.name}`,
    undo: true,
    onDone: onClose,
  })
  const { idOf, field } = useFields(update.error)
  return (
    <FormPanel
      title={user.name}
      onClose={onClose}
      onSubmit={() =>
        update.mutate({ id: user.id, version: user.version, role, disabled, ...placeFor(role, place) })
      }
      submit="Save"
      pending={update.isPending}
      error={update.error}
      idOf={idOf}
    >
      <RoleSelect {...field('role')} value={role} onChange={setRole} />
      <PlaceFields role={role} place={place} onChange={setPlace} field={field} />
      <Checkbox
        label="Cannot sign in"
        description="What they did stays in the audit trail under their name."
        checked={disabled}
        onChange={(event) => setDisabled(event.currentTarget.checked)}
      />
    </FormPanel>
  )
}
