import { Select, TextInput } from '@mantine/core'
import { useOpenList } from '../../ui/use-open-list.ts'
import {
  leavingReasonLabels,
  leavingReasons,
  type LeavingReason,
} from '../../../shared/enrolments/reasons.ts'

interface ReasonFieldsProps {
  readonly field: (name: string) => { id: string; error: string | undefined }
  readonly kind: LeavingReason | null
  readonly words: string
  readonly onChange: (change: { reasonKind?: LeavingReason | null; reason?: string }) => void
}

const kinds = leavingReasons.map((value) => ({ value, label: leavingReasonLabels[value] }))

/** Why somebody left or declined: one of a few kinds that can be counted, and words of one's own. */
export function ReasonFields({ field, kind, words, onChange }: ReasonFieldsProps) {
  const list = useOpenList()
  return (
    <>
      <Select
        {...field('reasonKind')}
        {...list}
        label="Why"
        data={kinds}
        value={kind}
        onChange={(value) => onChange({ reasonKind: leavingReasons.find((one) => one === value) ?? null })}
        searchable
        allowDeselect={false}
        placeholder="Choose a reason"
      />
      <TextInput
        {...field('reason')}
        label="In words (optional)"
        value={words}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
        maxLength={300}
      />
    </>
  )
}
