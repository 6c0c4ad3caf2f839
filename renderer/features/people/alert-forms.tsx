import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { listKeepsEnter } from '../../ui/list-keeps-enter.ts'
import { useDraft } from '../../ui/use-draft.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/people/people.contract.ts'
import { PersonField } from './person-field.tsx'
import classes from './people.module.css'

interface FormProps {
  readonly person: Person
  readonly onDone: () => void
}

/** Writes what an alert is about. The marker that everybody sees comes with it. */
export function WriteAlertForm({ person, onDone }: FormProps) {
  const today = useToday()
  const { values: draft, change } = useDraft(`alert ${person.id}`, { note: '' })
  const add = useCommand('people', 'addAlert', {
    failure: 'inline',
    done: 'Wrote the alert. Everybody sees the marker, and not what it says',
    undo: true,
    onDone: () => {
      change({ note: '' })
      onDone()
    },
  })
  const { idOf, field } = useFields(add.error)
  return (
    <SmallForm
      errors={problemsOf(add.error, idOf)}
      submit="Write the alert"
      pending={add.isPending}
      onSubmit={() => add.mutate({ id: person.id, note: draft.note, onDate: today })}
    >
      <Textarea
        {...field('note')}
        label="A new alert"
        description="What the lead must know before the session, and no more."
        autosize
        minRows={2}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </SmallForm>
  )
}

interface Apart {
  readonly otherId: PersonId | null
  readonly name: string
  readonly reason: string
}
const choose = 'Type a name and choose the person from the list.'
/** A name alone would keep nobody apart. */
const notChosen = new ApiError({
  code: 'INVALID_INPUT',
  message: choose,
  details: { fields: { otherId: choose } },
})
const nobody: Apart = { otherId: null, name: '', reason: '' }

/** Says whom somebody must not meet, and why. */
export function KeepApartForm({ person, onDone }: FormProps) {
  const today = useToday()
  const { values: draft, change } = useDraft(`apart ${person.id}`, nobody)
  const add = useCommand('people', 'addMustNotMeet', {
    failure: 'inline',
    done: 'They are kept apart: whoever enrols one of them is told',
    undo: true,
    onDone: () => {
      change(nobody)
      onDone()
    },
  })
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const error = refusal ?? add.error
  const { idOf, field } = useFields(error)
  const { otherId, name, reason } = draft
  const save = () => {
    setRefusal(otherId === null ? notChosen : null)
    if (otherId !== null) add.mutate({ id: person.id, otherId, reason, onDate: today })
  }
  return (
    <SmallForm
      errors={problemsOf(error, idOf)}
      submit="Keep them apart"
      pending={add.isPending}
      onSubmit={save}
    >
      <PersonField
        {...field('otherId')}
        label="Somebody they must not meet"
        hint="Type a name and choose the person."
        except={person.id}
        personId={otherId}
        text={name}
        onChange={(chosen, text) => change({ otherId: chosen, name: text })}
      />
      <TextInput
        {...field('reason')}
        label="Why"
        value={reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        autoComplete="off"
      />
    </SmallForm>
  )
}

interface SmallFormProps {
  readonly errors: ReturnType<typeof problemsOf>
  readonly submit: string
  readonly pending: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
}

function SmallForm({ errors, submit, pending, onSubmit, children }: SmallFormProps) {
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its fields
    <form className={classes.smallForm} onSubmit={save} onKeyDown={listKeepsEnter} noValidate>
      <ErrorSummary errors={errors} />
      <Stack gap="sm">
        {children}
        <div>
          <Button type="submit" variant="default" loading={pending}>
            {submit}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
