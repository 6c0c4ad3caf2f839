import { Checkbox, Radio, Group, Textarea, TextInput } from '@mantine/core'
import type { ChangeEvent } from 'react'
import { BirthDateField } from '../../ui/birth-date-field.tsx'
import { FamilyField } from './family-field.tsx'
import type { PersonDraft } from './person-draft.ts'

interface PersonFieldsProps {
  readonly draft: PersonDraft
  readonly onChange: (part: Partial<PersonDraft>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

const safeLabels = { 'not-asked': 'Not asked', yes: 'Yes', no: 'No' } as const
const isSafe = (value: string): value is keyof typeof safeLabels => value in safeLabels

/** The fields of a person, in the order of a referral form. */
export function PersonFields({ draft, onChange, field }: PersonFieldsProps) {
  const text = (name: 'firstName' | 'lastName' | 'knownAs' | 'mosaicId' | 'phone') => ({
    ...field(name),
    value: draft[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange({ [name]: event.currentTarget.value }),
    autoComplete: 'off',
  })
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
      <Radio.Group
        label="Safe to call?"
        value={draft.safeToCall}
        onChange={(value) => isSafe(value) && onChange({ safeToCall: value })}
      >
        <Group mt={4}>
          {Object.entries(safeLabels).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        {...field('allergies')}
        label="Allergies and medical (optional)"
        description="Printed on the register: only what a session must know."
        autosize
        minRows={2}
        value={draft.allergies}
        onChange={(event) => onChange({ allergies: event.currentTarget.value })}
      />
      <Checkbox
        label="Speak to the lead before the session"
        description="A neutral marker on the register. What it is about belongs in Mosaic."
        checked={draft.alert}
        onChange={(event) => onChange({ alert: event.currentTarget.checked })}
      />
    </>
  )
}
