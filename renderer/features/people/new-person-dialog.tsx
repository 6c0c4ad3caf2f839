import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { MatchWarning } from './match-warning.tsx'
import { draftNamed, inputOf, refusalOf } from './person-draft.ts'
import { PersonFields } from './person-fields.tsx'

interface NewPersonProps {
  /** What was typed to find them. */
  readonly named: string
  readonly onClose: () => void
  /** The new person, or the known one they turned out to be. */
  readonly onReady: (id: PersonId, name: string) => void
}

/** Somebody new on the way into a group, with a warning when they are known after all. */
export function NewPersonDialog({ named, onClose, onReady }: NewPersonProps) {
  const { values: draft, change, forget } = useDraft(`new person ${named}`, draftNamed(named))
  const [refusal, setRefusal] = useState<unknown>(null)
  const create = useCommand('people', 'create', {
    failure: 'inline',
    onDone: (person) => {
      forget()
      onReady(person.id, displayName(person))
    },
  })
  const error = refusal ?? create.error
  const { idOf, field } = useFields(error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const refused = refusalOf(draft)
    setRefusal(refused)
    if (refused === null) create.mutate(inputOf(draft))
  }
  return (
    <Dialog onClose={onClose} title="Enrol a new person" size="lg" closeOnClickOutside={false}>
      <form onSubmit={save} noValidate>
        <ErrorSummary errors={problemsOf(error, idOf)} />
        <MatchWarning draft={draft} use="Enrol" onUse={(person) => onReady(person.id, person.name)} />
        <Stack gap="md">
          <PersonFields draft={draft} onChange={change} field={field} />
          <Group>
            <Button type="submit" loading={create.isPending}>
              Add and enrol
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
