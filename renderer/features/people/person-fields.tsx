import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ChangeEvent } from 'react'
import { ask } from '../../api/queries.ts'
import { BirthDateField } from '../../ui/birth-date-field.tsx'
import { AnswerField } from './answer-field.tsx'
import { FamilyField } from './family-field.tsx'
import { Fold } from './fold.tsx'
import type { PersonDraft } from './person-draft.ts'
import { ReferencesField } from './references-field.tsx'

interface PersonFieldsProps {
  readonly draft: PersonDraft
  readonly onChange: (part: Partial<PersonDraft>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

type Line = 'firstName' | 'lastName' | 'knownAs' | 'mosaicId' | 'phone' | 'email' | 'postcode' | 'language'
type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>

/** What each text field of the form is given. */
const textOf = ({ draft, onChange, field }: PersonFieldsProps) =>
  function text(name: Line | 'address' | 'allergies' | 'accessNeeds') {
    const type = (event: Typed) => onChange({ [name]: event.currentTarget.value })
    return { ...field(name), value: draft[name], onChange: type, autoComplete: 'off' }
  }

/** The fields of a person, in the order of a referral form; what is seldom needed folds away. */
export function PersonFields(props: PersonFieldsProps) {
  const { draft, onChange, field } = props
  const text = textOf(props)
  return (
    <>
      <TextInput label="First name" {...text('firstName')} autoFocus />
      <TextInput label="Last name" {...text('lastName')} />
      <TextInput label="Known as (optional)" {...text('knownAs')} />
      <BirthDateField
        {...field('dateOfBirth')}
        label="Date of birth"
        value={draft.dateOfBirth}
        onChange={(dateOfBirth, birthProblem) => onChange({ dateOfBirth, birthProblem })}
      />
      <TextInput label="Mosaic ID (optional)" {...text('mosaicId')} />
      <FamilyField
        {...field('family')}
        familyId={draft.familyId}
        familyName={draft.familyName}
        onChange={(familyId, familyName) => onChange({ familyId, familyName })}
      />
      <TextInput label="Phone (optional)" {...text('phone')} />
      <AnswerField
        label="Safe to call?"
        value={draft.safeToCall}
        onChange={(safeToCall) => onChange({ safeToCall })}
      />
      <AnswerField
        label="Safe to text?"
        value={draft.safeToText}
        onChange={(safeToText) => onChange({ safeToText })}
      />
      <Textarea
        {...text('allergies')}
        label="Allergies and medical (optional)"
        description="Printed on the register: only what a session must know."
        autosize
        minRows={2}
      />
      <Checkbox
        label="Speak to the lead before the session"
        description="A neutral marker that everybody sees. What it is about is written under Alerts, for those who lead."
        checked={draft.alert}
        onChange={(event) => onChange({ alert: event.currentTarget.checked })}
      />
      <AddressFields {...props} />
      <NeedsFields {...props} />
      <Fold title="References of other systems" open={draft.references.length > 0}>
        <ReferencesField
          references={draft.references}
          onChange={(references) => onChange({ references })}
          field={field}
        />
      </Fold>
    </>
  )
}

function AddressFields(props: PersonFieldsProps) {
  const { draft, onChange, field } = props
  const text = textOf(props)
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const { email, address, postcode, localityId, safeToWrite } = draft
  const filled = `${email}${address}${postcode}${localityId ?? ''}` !== '' || safeToWrite !== 'not-asked'
  const refused = ['email', 'address', 'postcode', 'localityId'].some((name) => field(name).error)
  return (
    <Fold title="Address and email" open={filled || refused}>
      <Textarea label="Address (optional)" {...text('address')} autosize minRows={2} />
      <TextInput label="Postcode (optional)" {...text('postcode')} />
      <Select
        {...field('localityId')}
        label="Locality (optional)"
        data={localities.map(({ id, name }) => ({ value: id, label: name }))}
        value={localityId}
        onChange={(chosen) => onChange({ localityId: localities.find((one) => one.id === chosen)?.id ?? null })} // prettier-ignore
        clearable
      />
      <TextInput label="Email (optional)" type="email" {...text('email')} />
      <AnswerField
        label="Safe to write?"
        hint="Letters and email: somebody else may open them."
        value={safeToWrite}
        onChange={(answer) => onChange({ safeToWrite: answer })}
      />
    </Fold>
  )
}

function NeedsFields(props: PersonFieldsProps) {
  const { draft, onChange, field } = props
  const text = textOf(props)
  const filled = `${draft.accessNeeds}${draft.language}` !== '' || draft.interpreter
  const refused = ['accessNeeds', 'language'].some((name) => field(name).error)
  return (
    <Fold title="Access needs and language" open={filled || refused}>
      <Textarea
        {...text('accessNeeds')}
        label="Access needs (optional)"
        description="What helps them take part: step-free, large print, a quiet corner."
        autosize
        minRows={2}
      />
      <TextInput label="Language at home (optional)" {...text('language')} />
      <Checkbox
        label="Needs an interpreter"
        checked={draft.interpreter}
        onChange={(event) => onChange({ interpreter: event.currentTarget.checked })}
      />
    </Fold>
  )
}
