import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { failureText } from '../../api/notify.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Check } from '../../../shared/enrolments/checks.rules.ts'
import { Checks } from './checks.tsx'

interface ReasonDialogProps {
  readonly name: string
  readonly checks: readonly Check[]
  /** What was refused, if it was. */
  readonly error: unknown
  readonly pending: boolean
  readonly onGoAhead: (reason: string) => void
  readonly onClose: () => void
}

/** What speaks against giving somebody a place, and why it goes ahead all the same. */
export function ReasonDialog({ name, checks, error, pending, onGoAhead, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setMissing(true)
    onGoAhead(reason)
  }
  const told = checks.some(({ level }) => level !== 'say')
  return (
    <Dialog onClose={onClose} title={`A place for ${name}`}>
      <form onSubmit={save} noValidate>
        <Stack gap="md">
          <Checks checks={checks} />
          {error !== null && !told && <p role="alert">{failureText(error)}</p>}
          <TextInput
            label="Why it goes ahead"
            description="Kept with the place, and shown."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={missing && reason.trim() === '' ? 'Enter a reason.' : undefined}
            maxLength={300}
            data-autofocus
          />
          <Group>
            <Button type="submit" loading={pending}>
              Give the place
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
