import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { count } from '../../../shared/text.ts'
import { fallKey, type Falls, type Reasons } from './use-entry-saving.ts'

interface FallDialogProps {
  readonly falls: Falls
  readonly onSay: (reasons: Reasons) => void
  /** Leaves everything as it was. */
  readonly onLeave: () => void
}

/** Why something is lower than before: a number alone would be read as a family's failing. */
export function FallDialog({ falls, onSay, onLeave }: FallDialogProps) {
  const [reasons, setReasons] = useState<Reasons>(new Map())
  const [tried, setTried] = useState(false)
  const missing = (key: string) => (reasons.get(key) ?? '').trim() === ''
  const set = (key: string, text: string) => setReasons(new Map([...reasons, [key, text]]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (falls.every((fall) => !missing(fallKey(fall)))) onSay(reasons)
  }
  const [first] = falls
  const same = () => first && setReasons(new Map(falls.map((fall) => [fallKey(fall), reasons.get(fallKey(first)) ?? '']))) // prettier-ignore
  const title = falls.length === 1 ? 'This is lower than before. What happened?' : `${count(falls.length, 'reading')} are lower than before. What happened?` // prettier-ignore
  return (
    <Dialog title={title} onClose={onLeave} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {falls.map((fall, at) => (
            <TextInput
              key={fallKey(fall)}
              label={fall.words}
              data-autofocus={at === 0 ? true : undefined}
              maxLength={300}
              autoComplete="off"
              value={reasons.get(fallKey(fall)) ?? ''}
              error={tried && missing(fallKey(fall)) ? 'Say why it is lower.' : undefined}
              onChange={(event) => set(fallKey(fall), event.currentTarget.value)}
            />
          ))}
          <Group>
            <Button type="submit">Save with the reason</Button>
            {falls.length > 1 && (
              <Button variant="default" onClick={same}>
                Same reason for all
              </Button>
            )}
            <Button variant="default" onClick={onLeave}>
              Leave as it was
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
