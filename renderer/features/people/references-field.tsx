import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Reference } from '../../../shared/people/person.contract.ts'
import classes from './people.module.css'

interface ReferencesFieldProps {
  readonly references: readonly Reference[]
  readonly onChange: (references: readonly Reference[]) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

/** Systems that families are also known in; any other may be typed. */
const systems = ['Core+', 'Synergy', 'Capita One', 'NHS number', 'UPN']

/** What other systems call a person, one of each. */
export function ReferencesField({ references, onChange, field }: ReferencesFieldProps) {
  const put = (place: number, part: Partial<Reference>) =>
    onChange(references.map((one, i) => (i === place ? { ...one, ...part } : one)))
  return (
    <>
      {references.map((reference, i) => (
        <div key={i} className={classes.reference} role="group" aria-label={`Reference ${i + 1}`}>
          <Autocomplete
            {...field(`references.${i}.system`)}
            label="System"
            data-own-words
            data={systems}
            value={reference.system}
            onChange={(system) => put(i, { system })}
          />
          <TextInput
            {...field(`references.${i}.value`)}
            label="Reference"
            value={reference.value}
            onChange={(event) => put(i, { value: event.currentTarget.value })}
            autoComplete="off"
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove the reference of ${reference.system || 'this system'}`}
            onClick={() => onChange(references.filter((_, place) => place !== i))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button variant="default" onClick={() => onChange([...references, { system: '', value: '' }])}>
        Add a reference
      </Button>
    </>
  )
}
