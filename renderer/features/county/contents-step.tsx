import { Button, Group, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { useRemembered } from '../../api/remembered.ts'
import { go } from '../../location.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { NewAdministrator } from './first-run-screen.tsx'
import classes from './county.module.css'

type Contents = 'empty' | 'sample'
const choices: readonly { value: Contents; label: string; description: string }[] = [
  {
    value: 'empty',
    label: 'An empty county',
    description: 'For real work. You add your buildings, rooms and people, or read them in from a list.',
  },
  {
    value: 'sample',
    label: 'A sample county',
    description: 'To try things out. Buildings, groups and people are there already, and all are invented.',
  },
]

interface ContentsStepProps {
  readonly person: NewAdministrator
  readonly onBack: () => void
}

export function ContentsStep({ person, onBack }: ContentsStepProps) {
  const [contents, setContents] = useState<Contents>('empty')
  const [, rememberName] = useRemembered('last-name', '')
  const create = useCommand('county', 'create', { failure: 'inline' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    rememberName(person.name.trim())
    go('/today')
    create.mutate({ ...person, contents })
  }
  return (
    <form onSubmit={submit}>
      <ErrorSummary errors={create.isError ? [{ message: failureText(create.error) }] : []} />
      <Radio.Group
        label="Choose what to start with"
        value={contents}
        onChange={(value) => setContents(value === 'sample' ? 'sample' : 'empty')}
        classNames={{ label: 'sr-only' }}
      >
        <Stack gap="sm" mt="md" mb="lg">
          {choices.map((choice) => (
            <Radio.Card key={choice.value} value={choice.value} className={classes.choice}>
              <Radio.Indicator />
              <span>
                <span className={classes.choiceLabel}>{choice.label}</span>
                <span className={classes.quiet}>{choice.description}</span>
              </span>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Group>
        <Button type="submit" loading={create.isPending}>
          {contents === 'sample' ? 'Make the sample county' : 'Make the county'}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack} disabled={create.isPending}>
          Back
        </Button>
      </Group>
      <p className={classes.quiet} role="status">
        {create.isPending && contents === 'sample' && 'Inventing a county. This takes a few seconds.'}
      </p>
    </form>
  )
}
