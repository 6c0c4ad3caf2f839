import { Autocomplete, Button, Checkbox, Stack, TextInput } from '@mantine/core'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { usualRelations, type Adult } from '../../../shared/people/adults.contract.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { draftOfAdult, whoOf, type AdultDraft } from './adult-draft.ts'
import { AlsoFor } from './also-for.tsx'
import { AnswerField } from './answer-field.tsx'
import { PersonField } from './person-field.tsx'

interface AdultFormProps {
  readonly of: Output<'people', 'get'>
  /** The one to change; left out for a new one. */
  readonly adult: Adult | undefined
  readonly onClose: () => void
}

/** An adult of a person: who they are, what they are to them, and what they may and may not do. */
export function AdultForm({ of, adult, onClose }: AdultFormProps) {
  const { person } = of
  const key = `adult ${person.id} ${adult?.id} ${adult?.version}`
  const { values: draft, change, forget } = useDraft(key, draftOfAdult(adult))
  const { add, edit, remove } = useAdultCommands(of, () => {
    forget()
    onClose()
  })
  const error = adult ? (edit.error ?? remove.error) : add.error
  const { idOf, field } = useFields(error)
  const save = () => {
    const { relation, parentalResponsibility, mayCollect, emergency, note, also } = draft
    const about = { relation, parentalResponsibility, mayCollect, emergency, note }
    if (!adult) return add.mutate({ ...about, personIds: [person.id, ...also], who: whoOf(draft) })
    const named = adult.adultId === null ? { name: draft.name, phone: draft.phone } : null
    edit.mutate({ ...about, id: adult.id, version: adult.version, named })
  }
  return (
    <FormPanel
      title={adult ? `${adult.name}, for ${displayName(person)}` : `Add an adult for ${displayName(person)}`}
      onClose={onClose}
      onSubmit={save}
      submit={adult ? 'Save changes' : 'Add the adult'}
      pending={add.isPending || edit.isPending}
      error={error}
      idOf={idOf}
      {...(adult && {
        actions: (
          <Button variant="default" onClick={() => remove.mutate({ id: adult.id, version: adult.version })}>
            Take off the record
          </Button>
        ),
      })}
    >
      {adult ? (
        adult.adultId === null && <NameFields draft={draft} onChange={change} field={field} />
      ) : (
        <PersonField
          {...field('who.name')}
          label="Name"
          hint="Choose somebody who is known here, or only write the name."
          autoFocus
          except={person.id}
          personId={draft.personId}
          text={draft.name}
          onChange={(personId, name) => change({ personId, name })}
        />
      )}
      {!adult && draft.personId === null && <PhoneField draft={draft} onChange={change} field={field} />}
      <AboutFields draft={draft} onChange={change} field={field} />
      {!adult && (
        <AlsoFor
          label="Also an adult of"
          family={of.family}
          chosen={draft.also}
          onChange={(also) => change({ also })}
        />
      )}
    </FormPanel>
  )
}

function useAdultCommands({ person }: Output<'people', 'get'>, onDone: () => void) {
  const options = { failure: 'inline' as const, undo: true as const, onDone }
  const child = displayName(person)
  const add = useCommand('people', 'addAdult', { ...options, done: `Added an adult for ${child}` })
  const edit = useCommand('people', 'changeAdult', { ...options, done: `Changed an adult of ${child}` })
  const remove = useCommand('people', 'removeAdult', { ...options, done: `Took an adult off ${child}’s record` }) // prettier-ignore
  return { add, edit, remove }
}

interface FieldsProps {
  readonly draft: AdultDraft
  readonly onChange: (part: Partial<AdultDraft>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

const NameFields = (props: FieldsProps) => (
  <>
    <TextInput
      {...props.field('named.name')}
      label="Name"
      value={props.draft.name}
      onChange={(event) => props.onChange({ name: event.currentTarget.value })}
      autoComplete="off"
      autoFocus
    />
    <PhoneField {...props} />
  </>
)

const PhoneField = ({ draft, onChange, field }: FieldsProps) => (
  <TextInput
    {...field('phone')}
    label="Phone (optional)"
    description="Only a number that is safe to ring. It is shown beside the register."
    value={draft.phone}
    onChange={(event) => onChange({ phone: event.currentTarget.value })}
    autoComplete="off"
  />
)

const AboutFields = ({ draft, onChange, field }: FieldsProps) => (
  <Stack gap="md">
    <Autocomplete
      {...field('relation')}
      label="What they are to the child"
      data-own-words
      data={[...usualRelations]}
      value={draft.relation}
      onChange={(relation) => onChange({ relation })}
      autoComplete="off"
    />
    <AnswerField
      label="Parental responsibility?"
      value={draft.parentalResponsibility}
      onChange={(parentalResponsibility) => onChange({ parentalResponsibility })}
    />
    <AnswerField
      label="May they collect?"
      words={{ yes: 'May collect', no: 'Must NOT collect', 'not-asked': 'Not asked' }}
      value={draft.mayCollect}
      onChange={(mayCollect) => onChange({ mayCollect })}
    />
    <Checkbox
      label="Ring in an emergency"
      checked={draft.emergency}
      onChange={(event) => onChange({ emergency: event.currentTarget.checked })}
    />
    <TextInput
      {...field('note')}
      label="Note (optional)"
      value={draft.note}
      onChange={(event) => onChange({ note: event.currentTarget.value })}
      autoComplete="off"
    />
  </Stack>
)
