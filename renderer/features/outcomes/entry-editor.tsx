import { useEffect, useRef } from 'react'
import { completerLabels, type CompletedBy } from '../../../shared/outcomes/measure-details.ts'
import { notDoneReasons } from '../../../shared/outcomes/not-done.ts'
import type { Beside, EntryWork } from './use-entry-work.ts'
import classes from './entry.module.css'

interface EditorProps {
  readonly work: EntryWork
  readonly label: string
  readonly kind: 'value' | Beside
  readonly completers?: readonly CompletedBy[]
}

const REASONS = 'not-done-reasons'

/** The field that a cell is while it is typed into: leaving it any way but Esc takes what stands in it. */
export function EntryEditor({ work, label, kind, completers = [] }: EditorProps) {
  const text = work.editing?.text ?? ''
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = input.current
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  if (kind === 'by')
    return (
      <select
        autoFocus
        className={classes.editor}
        aria-label={label}
        value={text}
        onChange={(event) => work.type(event.currentTarget.value)}
        onBlur={work.commit}
      >
        {completers.map((by) => (
          <option key={by} value={by}>
            {completerLabels[by]}
          </option>
        ))}
      </select>
    )
  return (
    <input
      ref={input}
      autoFocus
      className={classes.editor}
      aria-label={label}
      autoComplete="off"
      maxLength={200}
      {...(kind === 'value' && { list: REASONS })}
      value={text}
      onChange={(event) => work.type(event.currentTarget.value)}
      onBlur={work.commit}
    />
  )
}

/** The usual reasons why there is no number, offered in every cell. */
export const ReasonList = () => (
  <datalist id={REASONS}>
    {notDoneReasons.map((reason) => (
      <option key={reason} value={reason}>
        {reason}
      </option>
    ))}
  </datalist>
)
