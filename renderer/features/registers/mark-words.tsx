import { IconAlertTriangle, IconNote } from '@tabler/icons-react'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { hours } from './record-words.ts'
import type { Unsaved } from './use-marking.ts'
import classes from './register.module.css'

interface MarkWordsProps {
  readonly row: RegisterRow
  readonly codes: readonly MarkCode[]
  readonly unsaved: Unsaved | undefined
  /** Minutes that are being typed for it. */
  readonly digits: string | null
}

/** The letter large, its word beside it. What is not saved never looks as if it were. */
export function MarkWords({ row, codes, unsaved, digits }: MarkWordsProps) {
  if (unsaved?.state === 'failed') return <NotSaved row={row} unsaved={unsaved} />
  const code = unsaved === undefined ? (row.mark?.code ?? null) : unsaved.code
  const known = codes.find((one) => one.code === code)
  const tone = code === null ? 'none' : known?.attended ? 'came' : 'other'
  const saving = unsaved !== undefined || digits !== null
  return (
    <span className={classes.words} data-saving={saving} data-tone={tone}>
      <span className={classes.letter} aria-hidden>
        {code ?? '·'}
      </span>
      <span className={classes.word}>
        {code === null ? <span className="sr-only">Not recorded</span> : (known?.label ?? code)}
        {minutesWords(row, unsaved, digits)}
      </span>
      {row.mark?.note && (
        <span title={row.mark.note}>
          <IconNote size={16} aria-hidden />
          <span className="sr-only">Note: {row.mark.note}</span>
        </span>
      )}
      {unsaved !== undefined && <span className="sr-only">, saving</span>}
    </span>
  )
}

function minutesWords(row: RegisterRow, unsaved: Unsaved | undefined, digits: string | null): string {
  if (digits !== null) return `, ${digits}… min`
  const minutes = unsaved === undefined ? row.mark?.minutes : unsaved.minutes
  return minutes ? `, ${hours(minutes)}` : ''
}

function NotSaved({ row, unsaved }: { row: RegisterRow; unsaved: Unsaved }) {
  return (
    <span className={classes.failed} title={unsaved.message}>
      <IconAlertTriangle size={18} aria-hidden />
      {unsaved.code === null ? 'Not cleared' : `${unsaved.code} not saved`}
      {row.mark !== null && `, still ${row.mark.code}`}
    </span>
  )
}
