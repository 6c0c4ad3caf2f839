import { TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { FamilyId } from '../../../shared/ids.ts'
import type { FamilyMember } from '../../../shared/people/families.contract.ts'
import { FamilyField } from './family-field.tsx'
import { familyChoiceOf } from './person-draft.ts'

interface RenameFormProps {
  readonly family: { readonly id: FamilyId; readonly name: string; readonly version: number }
  readonly onClose: () => void
}

/** What a family is called. Families may share a name: their members tell them apart. */
export function RenameForm({ family, onClose }: RenameFormProps) {
  const { id, version } = family
  const { values, change, forget } = useDraft(`family ${id} ${version}`, { name: family.name })
  const rename = useCommand('people', 'renameFamily', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => `The family is called ${asked.name}`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(rename.error)
  return (
    <FormPanel
      title="Change the name of the family"
      onClose={onClose}
      onSubmit={() => rename.mutate({ id, version, name: values.name })}
      submit="Save the name"
      pending={rename.isPending}
      error={rename.error}
      idOf={idOf}
    >
      <TextInput
        {...field('name')}
        label="Name of the family"
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoComplete="off"
        autoFocus
      />
    </FormPanel>
  )
}

interface MoveFormProps {
  readonly member: FamilyMember
  readonly onClose: () => void
}

const nowhere: { familyId: FamilyId | null; familyName: string } = { familyId: null, familyName: '' }

/** Puts somebody in another family. Everything else of theirs stays with them. */
export function MoveForm({ member, onClose }: MoveFormProps) {
  const { values, change, forget } = useDraft(`move ${member.id} ${member.version}`, nowhere)
  const move = useCommand('people', 'moveToFamily', {
    failure: 'inline',
    undo: true,
    done: (_, { family }) => `${member.name} is ${family.kind === 'none' ? 'in no family' : 'in another family'} now`, // prettier-ignore
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(move.error)
  const { id, version } = member
  return (
    <FormPanel
      title={`Move ${member.name} to another family`}
      onClose={onClose}
      onSubmit={() => move.mutate({ id, version, family: familyChoiceOf(values) })}
      submit={values.familyName.trim() === '' ? 'Take out of the family' : 'Move'}
      pending={move.isPending}
      error={move.error}
      idOf={idOf}
    >
      <p>Their adults, consents and groups stay with them.</p>
      <FamilyField
        {...field('family')}
        autoFocus
        familyId={values.familyId}
        familyName={values.familyName}
        onChange={(familyId, familyName) => change({ familyId, familyName })}
      />
    </FormPanel>
  )
}
