import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { useRemembered } from '../../api/remembered.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FieldError } from '../../ui/error-summary.tsx'
import { CalmPage } from './calm-page.tsx'
import { PassphraseField } from './passphrase-field.tsx'

interface SignInProps {
  readonly serviceName: string
  readonly sample: boolean
}

function missing(name: string, passphrase: string): FieldError[] {
  return [
    ...(name.trim() === '' ? [{ field: 'sign-in-name', message: 'Enter your name.' }] : []),
    ...(passphrase === '' ? [{ field: 'sign-in-passphrase', message: 'Enter your passphrase.' }] : []),
  ]
}

/** Name and passphrase. The last name used on this computer is there already. */
export function SignInScreen({ serviceName, sample }: SignInProps) {
  const [lastName, rememberName] = useRemembered('last-name', '')
  const [name, setName] = useState(lastName)
  const [passphrase, setPassphrase] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const signIn = useCommand('users', 'signIn', {
    failure: 'inline',
    onDone: (user) => rememberName(user.name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = missing(name, passphrase)
    setErrors(found)
    if (found.length > 0) return
    signIn.mutate(
      { name, passphrase },
      { onError: (error) => setErrors([{ field: 'sign-in-passphrase', message: failureText(error) }]) },
    )
  }
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <CalmPage title="Sign in" above={sample ? `${serviceName} · sample county` : serviceName}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} />
        <Stack gap="md" mt="md">
          <TextInput
            id="sign-in-name"
            label="Your name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errorOf('sign-in-name')}
            autoComplete="username"
            autoFocus={lastName === ''}
          />
          <PassphraseField
            id="sign-in-passphrase"
            label="Passphrase"
            value={passphrase}
            onChange={setPassphrase}
            error={errorOf('sign-in-passphrase')}
            focusFirst={lastName !== ''}
          />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            Sign in
          </Button>
        </Stack>
      </form>
    </CalmPage>
  )
}
