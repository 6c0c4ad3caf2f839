import { useState } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/people/people.contract.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { MatchWarning } from './match-warning.tsx'
import { draftOf, emptyDraft, inputOf, refusalOf } from './person-draft.ts'
import type { PersonDraft } from './person-draft.ts'
import { PersonFields } from './person-fields.tsx'

interface PersonFormProps {
  /** The person to change; left out for a new one. */
  readonly of?: Pick<Output<'people', 'get'>, 'person' | 'references'>
  /** What is known of a new one. */
  readonly start?: PersonDraft
  readonly onClose: () => void
  readonly onSaved: (id: PersonId) => void
}

/** A new person, or a change to one, in the side panel. */
export function PersonForm({ of, start = emptyDraft, onClose, onSaved }: PersonFormProps) {
  const person = of?.person
  const key = person
    ? `person ${person.id} ${person.version}`
    : `person ${start.firstName} ${start.lastName} ${start.familyId ?? ''}`
  const { values: draft, change, forget } = useDraft(key, of ? draftOf(of.person, of.references) : start)
  const [refusal, setRefusal] = useState<unknown>(null)
  const options = (word: string) => ({
    failure: 'inline' as const,
    undo: true as const,
    done: (saved: Person) => `${word} ${displayName(saved)}`,
    onDone: (saved: Person) => {
      forget()
      onSaved(saved.id)
    },
  })
  const create = useCommand('people', 'create', options('Added'))
  const update = useCommand('people', 'update', options('Changed'))
  const error = refusal ?? (person ? update.error : create.error)
  const { idOf, field } = useFields(error)
  const save = () => {
    const refused = refusalOf(draft)
    setRefusal(refused)
    if (refused !== null) return
    if (person) update.mutate({ ...inputOf(draft), id: person.id, version: person.version })
    else create.mutate(inputOf(draft))
  }
  return (
    <FormPanel
      title={person ? `Change ${displayName(person)}` : 'Add a person'}
      onClose={onClose}
      onSubmit={save}
      submit={person ? 'Save changes' : 'Add person'}
      pending={create.isPending || update.isPending}
      error={error}
      idOf={idOf}
    >
      <PersonFields draft={draft} onChange={change} field={field} />
      <MatchWarning
        draft={draft}
        {...(person && { self: person.id })}
        use="Open"
        onUse={(other) => onSaved(other.id)}
      />
    </FormPanel>
  )
}
