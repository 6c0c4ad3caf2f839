import { Autocomplete, SegmentedControl, Textarea, TextInput, Input } from '@mantine/core'
import { DateField } from '../../ui/date-field.tsx'
import { useOpenList } from '../../ui/use-open-list.ts'
import {
  priorities,
  priorityLabels,
  usualSources,
  type Priority,
} from '../../../shared/enrolments/referral.ts'

/** What a referral says, as it is typed. */
export interface ReferralDraft {
  readonly source: string
  readonly referredOn: string | null
  readonly reference: string
  readonly priority: Priority
  readonly note: string
}

interface ReferralFieldsProps {
  readonly field: (name: string) => { id: string; error: string | undefined }
  readonly draft: ReferralDraft
  readonly onChange: (change: Partial<ReferralDraft>) => void
}

/** Where it came from, when, under which reference, and how soon. */
export function ReferralFields({ field, draft, onChange }: ReferralFieldsProps) {
  const list = useOpenList()
  return (
    <>
      <DateField
        {...field('referredOn')}
        label="Date of the referral"
        hint="The day it came: the order of the waiting list goes by it."
        value={draft.referredOn}
        onChange={(referredOn) => onChange({ referredOn })}
      />
      <Autocomplete
        {...field('source')}
        {...list}
        data-own-words
        label="Referred by (optional)"
        data={[...usualSources]}
        value={draft.source}
        onChange={(source) => onChange({ source })}
        maxLength={120}
      />
      <TextInput
        {...field('reference')}
        label="Reference (optional)"
        value={draft.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
        maxLength={60}
      />
      <Input.Wrapper label="How soon" labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label="How soon"
          value={String(draft.priority)}
          onChange={(value) => onChange({ priority: priorities.find((one) => String(one) === value) ?? 0 })}
          data={priorities.map((value) => ({ value: String(value), label: priorityLabels[value] }))}
        />
      </Input.Wrapper>
      <Textarea
        {...field('note')}
        label="Note (optional)"
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
        autosize
        minRows={2}
        maxLength={1000}
      />
    </>
  )
}
