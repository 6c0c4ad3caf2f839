import { Autocomplete, TextInput } from '@mantine/core'
import { ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useOpenList } from '../../ui/use-open-list.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { Checks, needsReason, useChecks } from './checks.tsx'
import { useUsualExpiry } from './next-offer.tsx'
import type { Stages, Subject } from './panels.ts'

/** What is usually said of somebody who is passed over. */
const skipReasons = [
  'Could not be reached',
  'Cannot come on that day or at that time',
  'Asked to wait for a later group',
  'Is not ready for a group yet',
  'The mix of the group would not be right',
]

interface OfferPanelProps {
  readonly groupId: GroupId
  readonly stages: Stages
  readonly subject: Subject
  readonly onClose: () => void
}

interface Draft {
  /** Null: the usual. */
  readonly expiresOn: string | null
  readonly skip: string
  readonly overrideReason: string
}

/** A place for somebody, with each one before them in the order, and why they are passed over. */
export function OfferPanel({ groupId, stages, subject, onClose }: OfferPanelProps) {
  const { enrolmentId, personId, version, name } = subject
  const today = useToday()
  const usual = useUsualExpiry()
  const checks = useChecks(groupId, personId)
  const skipped = beforeThem(stages, subject)
  const { values, change, forget } = useDraft<Draft>(`offer ${enrolmentId} ${version}`, {
    expiresOn: null,
    skip: '',
    overrideReason: '',
  })
  const expiresOn = values.expiresOn ?? usual
  const offer = useCommand('enrolments', 'offer', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => `Offered ${name} a place until ${shortDate(asked.expiresOn)}`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(offer.error)
  const skips = values.skip.trim() === '' ? [] : skipped.map((row) => ({ enrolmentId: row.enrolmentId, reason: values.skip })) // prettier-ignore
  return (
    <FormPanel
      title={`Offer ${name} a place`}
      submit="Offer the place"
      pending={offer.isPending}
      error={offer.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => offer.mutate({ enrolmentId, version, onDate: today, expiresOn, skips, overrideReason: values.overrideReason })} // prettier-ignore
    >
      <Checks checks={checks} />
      <DateField
        {...field('expiresOn')}
        label="Can be taken up until"
        hint="The end of this day. After it the place is free again."
        value={expiresOn}
        onChange={(date) => change({ expiresOn: date })}
        autoFocus
      />
      {skipped.length > 0 && (
        <SkipField
          names={skipped.map((row) => row.name)}
          missing={offer.error instanceof ApiError && offer.error.details['skipped'] !== undefined}
          value={values.skip}
          onChange={(skip) => change({ skip })}
        />
      )}
      {needsReason(checks) && (
        <TextInput
          {...field('overrideReason')}
          label="Why it goes ahead"
          description="Kept with the place, and shown."
          value={values.overrideReason}
          onChange={(event) => change({ overrideReason: event.currentTarget.value })}
        />
      )}
    </FormPanel>
  )
}

/** Those whose turn comes before, by the first of each turn. */
function beforeThem({ waiting }: Stages, { enrolmentId }: Subject) {
  const own = waiting.find((row) => row.enrolmentId === enrolmentId)
  const before = waiting.filter((row) => own === undefined || row.position < own.position)
  return before.filter((row, i) => before.findIndex((other) => other.position === row.position) === i)
}

const chooseOrType = 'Choose a usual reason or type your own.'

interface SkipFieldProps {
  readonly names: readonly string[]
  /** The offer was refused for want of a reason. */
  readonly missing: boolean
  readonly value: string
  readonly onChange: (reason: string) => void
}

function SkipField({ names, missing, value, onChange }: SkipFieldProps) {
  const list = useOpenList()
  const more = names.length - 3
  const shown = more > 0 ? [...names.slice(0, 3), count(more, 'other')] : names
  return (
    <Autocomplete
      {...list}
      data-own-words
      label={`Why ${new Intl.ListFormat('en-GB').format(shown)} ${names.length === 1 ? 'is' : 'are'} passed over`}
      description={
        names.length === 1 ? `Kept with them. ${chooseOrType}` : `Kept with each of them. ${chooseOrType}`
      }
      error={missing && 'Say why, or offer the place to the next'}
      data={skipReasons}
      value={value}
      onChange={onChange}
    />
  )
}
