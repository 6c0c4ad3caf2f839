import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { shortDate } from '../../../shared/time/format.ts'
import type { Subject } from './panels.ts'

interface CorrectDateProps {
  readonly line: Output<'enrolments', 'history'>['lines'][number]
  readonly subject: Subject
  readonly onClose: () => void
}

/** The day of one line put right. What it said before stays in the history of changes. */
export function CorrectDate({ line, subject, onClose }: CorrectDateProps) {
  const [onDate, setOnDate] = useState<string | null>(line.onDate)
  const correct = useCommand('enrolments', 'correctDate', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => `The date is ${shortDate(asked.onDate)} now`,
    onDone: onClose,
  })
  const { idOf, field } = useFields(correct.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { enrolmentId, version } = subject
    if (onDate !== null) correct.mutate({ enrolmentId, version, lineId: line.id, onDate })
  }
  return (
    <form onSubmit={save} noValidate>
      <ErrorSummary errors={problemsOf(correct.error, idOf)} />
      <DateField {...field('onDate')} label="The right date" value={onDate} onChange={setOnDate} autoFocus />
      <Group gap={8} mt={8}>
        <Button type="submit" size="compact-sm" loading={correct.isPending}>
          Correct the date
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Close
        </Button>
      </Group>
    </form>
  )
}
