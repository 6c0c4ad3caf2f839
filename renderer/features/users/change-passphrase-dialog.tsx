import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { fieldErrors, useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { closeDialog } from '../../frame/dialogs.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FieldError } from '../../ui/error-summary.tsx'
import { PassphraseField } from './passphrase-field.tsx'

const fields = { current: 'passphrase-current', passphrase: 'passphrase-new' } as const

/** A refusal by field where it names fields, or else as a whole. */
function toErrors(error: unknown): FieldError[] {
  const named = fieldErrors(error)
  const listed = Object.entries(fields).flatMap(([key, field]) =>
    named[key] === undefined ? [] : [{ field, message: named[key] }],
  )
  return listed.length > 0 ? listed : [{ field: fields.current, message: failureText(error) }]
}

/** The signed-in person's own passphrase. */
export function ChangePassphraseDialog() {
  const [current, setCurrent] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = useCommand('users', 'changePassphrase', {
    failure: 'inline',
    done: 'Passphrase changed',
    onDone: closeDialog,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ current, passphrase }, { onError: (error) => setErrors(toErrors(error)) })
  }
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <Dialog onClose={closeDialog} title="Change your passphrase">
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} />
        <Stack gap="md">
          <PassphraseField
            id={fields.current}
            label="Passphrase now"
            value={current}
            onChange={setCurrent}
            error={errorOf(fields.current)}
            focusFirst
          />
          <PassphraseField
            id={fields.passphrase}
            label="New passphrase"
            value={passphrase}
            onChange={setPassphrase}
            error={errorOf(fields.passphrase)}
            choosing
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={closeDialog}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending}>
              Change passphrase
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
