import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { forgetAnswers, refreshAll } from '../../api/queries.ts'
import { useRemembered } from '../../api/remembered.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FieldError } from '../../ui/error-summary.tsx'
import type { SignedIn } from '../../../shared/county/county.contract.ts'
import { CalmPage } from './calm-page.tsx'
import { PassphraseField } from './passphrase-field.tsx'

interface SignInProps {
  readonly serviceName: string
  readonly sample: boolean
  /** Whose screens wait behind it. */
  readonly held: SignedIn | null
}

function missing(name: string, passphrase: string): FieldError[] {
  return [
    ...(name.trim() === '' ? [{ field: 'sign-in-name', message: 'Enter your name.' }] : []),
    ...(passphrase === '' ? [{ field: 'sign-in-passphrase', message: 'Enter your passphrase.' }] : []),
  ]
}

/** Name and passphrase. The last name used on this computer is there already. */
export function SignInScreen({ serviceName, sample, held }: SignInProps) {
  const [lastName, rememberName] = useRemembered('last-name', '')
  const known = held?.name ?? lastName
  const [name, setName] = useState(known)
  const [passphrase, setPassphrase] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const signIn = useMutation({
    mutationFn: async () => {
      const user = await api.users.signIn({ name, passphrase })
      if (user.id !== held?.id) forgetAnswers()
      rememberName(user.name)
      await refreshAll()
    },
    onError: (error) => setErrors([{ message: failureText(error) }]),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = missing(name, passphrase)
    setErrors(found)
    if (found.length === 0) signIn.mutate()
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
            autoFocus={known === ''}
          />
          <PassphraseField
            id="sign-in-passphrase"
            label="Passphrase"
            value={passphrase}
            onChange={setPassphrase}
            error={errorOf('sign-in-passphrase')}
            focusFirst={known !== ''}
          />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            Sign in
          </Button>
        </Stack>
      </form>
    </CalmPage>
  )
}
