import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CountField } from '../../ui/count-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'

/** A mark of a complete register that is to be put right. */
export interface ToCorrect {
  readonly sessionId: SessionId
  readonly personId: PersonId
  readonly name: string
  /** `Session 3, 10 November 2026` */
  readonly session: string
  readonly mark: {
    readonly code: string
    readonly minutes: number | null
    readonly note: string | null
  } | null
  /** What was pressed, to begin with. */
  readonly code: string | null
  /** They were not expected, so they can be taken off again. */
  readonly walkIn: boolean
  readonly needsReason: boolean
}

interface CorrectDialogProps {
  readonly asked: ToCorrect
  readonly codes: readonly MarkCode[]
  readonly onClose: () => void
}

/** The choice that takes somebody off the register; no letter is a minus. */
const OFF = '-'

interface Typed {
  readonly code: string | null
  readonly minutes: number | null
  readonly note: string
  readonly reason: string
}

/** Changes one mark of a complete register. The old one stays to be seen beside the new. */
export function CorrectDialog({ asked, codes, onClose }: CorrectDialogProps) {
  const { sessionId, personId, name, mark } = asked
  const form = useDraft<Typed>(`correct ${sessionId} ${personId} ${asked.code}`, {
    code: asked.code ?? mark?.code ?? null,
    minutes: mark?.minutes ?? null,
    note: mark?.note ?? '',
    reason: '',
  })
  const { code, minutes, note, reason } = form.values
  const correct = useCommand('registers', 'correct', {
    failure: 'inline',
    undo: true,
    done: `The mark of ${name} was corrected`,
    onDone: () => {
      form.forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(correct.error)
  const known = codes.find((one) => one.code === code)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (code === null) return
    const late = known === undefined || known.minutes === null ? {} : { minutes }
    correct.mutate({ sessionId, personId, code: code === OFF ? null : code, ...late, note, reason })
  }
  const was = codes.find((one) => one.code === mark?.code)?.label ?? mark?.code ?? 'Not on the register'
  return (
    <Dialog onClose={onClose} title={`Correct the mark of ${name}`} transitionProps={{ duration: 0 }}>
      <form onSubmit={save} noValidate>
        <ErrorSummary errors={problemsOf(correct.error, idOf)} />
        <Stack gap="md">
          <p>
            {asked.session}. The register is complete, and says <strong>{was}</strong>. What it said stays to
            be seen.
          </p>
          <CorrectFields asked={asked} codes={codes} typed={form.values} type={form.change} field={field} />
          <Group>
            <Button type="submit" loading={correct.isPending} disabled={code === null}>
              Correct the mark
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

interface FieldsProps extends Pick<CorrectDialogProps, 'asked' | 'codes'> {
  readonly typed: Typed
  readonly type: (part: Partial<Typed>) => void
  readonly field: ReturnType<typeof useFields>['field']
}

function CorrectFields({ asked, codes, typed, type, field }: FieldsProps) {
  const { mark, walkIn, needsReason } = asked
  const late = codes.find((one) => one.code === typed.code)?.minutes ?? null
  const marks = codes.filter((one) => !one.retired || one.code === mark?.code)
  return (
    <>
      <NativeSelect
        {...field('code')}
        data-autofocus
        label="Mark"
        value={typed.code ?? ''}
        onChange={(event) => type({ code: event.currentTarget.value })}
        data={[
          ...marks.map((one) => ({ value: one.code, label: one.label })),
          ...(walkIn ? [{ value: OFF, label: 'Take off this register: was not there' }] : []),
        ]}
      />
      {late !== null && (
        <CountField
          {...field('minutes')}
          label={`Minutes ${late} (optional)`}
          value={typed.minutes}
          max={600}
          onChange={(minutes) => type({ minutes })}
        />
      )}
      <TextInput
        {...field('note')}
        label="Note (optional)"
        value={typed.note}
        onChange={(event) => type({ note: event.currentTarget.value })}
      />
      <TextInput
        {...field('reason')}
        label={needsReason ? 'Why' : 'Why (optional)'}
        {...(needsReason && { description: 'It was completed more than a week ago.' })}
        value={typed.reason}
        onChange={(event) => type({ reason: event.currentTarget.value })}
      />
    </>
  )
}
