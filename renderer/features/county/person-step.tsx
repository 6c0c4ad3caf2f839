import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { passphrase as passphraseRule, userName } from '../../../shared/county/county.contract.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FieldError } from '../../ui/error-summary.tsx'
import { PassphraseField } from '../users/passphrase-field.tsx'
import type { NewAdministrator } from './first-run-screen.tsx'
import classes from './county.module.css'

const ids = { name: 'first-name', passphrase: 'first-passphrase' } as const

function check(person: NewAdministrator): FieldError[] {
  const name = userName.safeParse(person.name)
  const passphrase = passphraseRule.safeParse(person.passphrase)
  return [
    ...(name.error ? [{ field: ids.name, message: 'Enter your name.' }] : []),
    ...(passphrase.error
      ? [{ field: ids.passphrase, message: passphrase.error.issues[0]?.message ?? 'Enter a passphrase.' }]
      : []),
  ]
}

interface PersonStepProps {
  readonly person: NewAdministrator
  readonly onChange: (person: NewAdministrator) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

export function PersonStep({ person, onChange, onBack, onNext }: PersonStepProps) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = check(person)
    setErrors(found)
    if (found.length === 0) onNext()
  }
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <p className={classes.text}>You will be the first administrator. Other people are added later.</p>
      <Stack gap="md">
        <TextInput
          id={ids.name}
          label="Your name"
          description="As colleagues know you. It is how you sign in."
          value={person.name}
          onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
          error={errorOf(ids.name)}
          autoComplete="username"
          autoFocus
        />
        <PassphraseField
          id={ids.passphrase}
          label="Passphrase"
          value={person.passphrase}
          onChange={(passphrase) => onChange({ ...person, passphrase })}
          error={errorOf(ids.passphrase)}
          name={person.name}
          choosing
        />
        <p className={classes.quiet}>
          Write it down and keep it somewhere safe: nobody can look it up for you.
        </p>
        <Group>
          <Button type="submit">Continue</Button>
          <Button variant="subtle" color="gray" onClick={onBack}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
