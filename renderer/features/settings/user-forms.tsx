import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import type { StaffId } from '../../../shared/ids.ts'
import { roleLabels, roles } from '../../../shared/permissions.ts'
import type { Role } from '../../../shared/permissions.ts'
import type { User } from '../../../shared/users/users.contract.ts'

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
  const [staffId, setStaffId] = useState<StaffId | null>(null)
  const staff = (useQuery(ask('staff', 'list', {})).data ?? []).filter((one) => !one.archived)
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
      onSubmit={() => create.mutate({ name, passphrase, role, staffId })}
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
      <Select
        {...field('staffId')}
        label="Member of staff (optional)"
        description="Shows them the groups they run."
        placeholder="Nobody"
        clearable
        clearButtonProps={{ 'aria-label': 'Choose nobody' }}
        searchable
        data={staff.map((one) => ({ value: String(one.id), label: one.name }))}
        value={staffId}
        onChange={(chosen) => setStaffId(staff.find((one) => one.id === chosen)?.id ?? null)}
      />
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

/** Another role, or no way in any more. */
export function UserForm({ user, onClose }: { user: User; onClose: () => void }) {
  const [role, setRole] = useState<Role>(user.role)
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
      onSubmit={() => update.mutate({ id: user.id, version: user.version, role, disabled })}
      submit="Save"
      pending={update.isPending}
      error={update.error}
      idOf={idOf}
    >
      <RoleSelect {...field('role')} value={role} onChange={setRole} />
      <Checkbox
        label="Cannot sign in"
        description="What they did stays in the audit trail under their name."
        checked={disabled}
        onChange={(event) => setDisabled(event.currentTarget.checked)}
      />
    </FormPanel>
  )
}
