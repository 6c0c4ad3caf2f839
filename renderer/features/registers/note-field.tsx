import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import type { SessionId } from '../../../shared/ids.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { showMarks } from './use-marking.ts'

interface NoteFieldProps {
  readonly sessionId: SessionId
  readonly row: RegisterRow
  readonly readOnly: boolean
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Back to the row. */
  readonly onDone: () => void
}

function hint(readOnly: boolean, unmarked: boolean): string | null {
  if (readOnly) return null
  return unmarked ? 'Mark them first' : 'F2. Enter saves it'
}

/** A word about the person at this session. Enter, Esc and leaving it save: nothing typed is lost. */
export function NoteField({ sessionId, row, readOnly, field, onDone }: NoteFieldProps) {
  const { personId, mark } = row
  const [text, setText] = useState(mark?.note ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    if (text.trim() === (mark?.note ?? '')) return
    try {
      const saved = await api.registers.setNote({ sessionId, personId, note: text })
      await showMarks(sessionId, new Map([[personId, saved.mark]]))
      setProblem(null)
    } catch (error) {
      setProblem(failureText(error))
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
    event.preventDefault()
    event.stopPropagation()
    // Going back saves it: leaving the field hears of it.
    onDone()
  }
  return (
    <Textarea
      ref={field}
      label="Note"
      description={hint(readOnly, mark === null)}
      autosize
      minRows={mark === null ? 1 : 2}
      maxRows={5}
      disabled={readOnly || mark === null}
      value={text}
      error={problem}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => void save()}
    />
  )
}
