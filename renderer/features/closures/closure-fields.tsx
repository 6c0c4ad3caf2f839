import { Autocomplete, Checkbox, MultiSelect, SegmentedControl, Textarea } from '@mantine/core'
import { useWho } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import { usualReasons } from '../../../shared/closures/closures.contract.ts'
import { RuleFields } from '../series/rule-fields.tsx'
import { choosable, choosingWhat, timed, type ClosureDraft } from './closure-draft.ts'
import classes from './closures.module.css'

export interface ClosureFieldsProps {
  readonly draft: ClosureDraft
  readonly change: (part: Partial<ClosureDraft>) => void
  readonly buildings: readonly Building[]
  readonly idOf: (field: string) => string
  /** Messages by field. */
  readonly errors: Readonly<Record<string, string>>
  /** Of a closure that stands: its times may stay as they are. */
  readonly standing?: boolean
}

/** What is closed, when and why. */
export function ClosureFields(props: ClosureFieldsProps) {
  return (
    <>
      <What {...props} />
      <When {...props} />
      <Why {...props} />
    </>
  )
}

function What({ draft, change, buildings, idOf, errors }: ClosureFieldsProps) {
  const who = useWho()
  return (
    <MultiSelect
      id={idOf('places')}
      label="What is closed?"
      placeholder={draft.what.length === 0 ? 'Type a building or a room' : ''}
      error={errors['places']}
      data={choosable(buildings, who)}
      value={[...draft.what]}
      onChange={(next) => change({ what: choosingWhat(draft.what, next) })}
      searchable
      hidePickedOptions
      // What was typed goes when it was chosen, ready for the next.
      clearSearchOnChange
      openOnFocus={false}
      comboboxProps={{ withinPortal: false }}
      autoFocus
      nothingFoundMessage="Nothing of that name is yours to close"
    />
  )
}

const whens = [
  { value: 'days', label: 'Whole days' },
  { value: 'times', label: 'From a time' },
  { value: 'repeating', label: 'Again and again' },
] as const
const same = { value: 'same', label: 'As it is' } as const

function When(props: ClosureFieldsProps) {
  const { draft, change, standing = false } = props
  const ways = standing ? [same, ...whens] : whens
  return (
    <fieldset className={classes.question}>
      <legend>When?</legend>
      <SegmentedControl
        aria-label="When"
        data={ways.map((way) => ({ ...way }))}
        value={draft.when}
        onChange={(chosen) => change({ when: ways.find((way) => way.value === chosen)?.value ?? 'days' })}
      />
      {draft.when === 'days' && <Days {...props} />}
      {draft.when === 'times' && <Times {...props} />}
      {draft.when === 'repeating' && <Repeating {...props} />}
    </fieldset>
  )
}

function Days({ draft, change, idOf, errors }: ClosureFieldsProps) {
  return (
    <div className={classes.pair}>
      <DateField
        id={idOf('from')}
        label="First day"
        hint="For example, 1/12/26 or tomorrow."
        error={errors['from']}
        value={draft.from}
        onChange={(from) => change({ from })}
      />
      <DateField
        id={idOf('to')}
        label="Last day"
        hint="Leave empty for one day."
        error={errors['to'] ?? errors['when']}
        value={draft.to}
        onChange={(to) => change({ to })}
      />
    </div>
  )
}

function Times({ draft, change, idOf, errors }: ClosureFieldsProps) {
  return (
    <>
      <div className={classes.pair}>
        <DateField
          id={idOf('from')}
          label="Closes on"
          hint="For example, today."
          error={errors['from']}
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        <TimeField
          id={idOf('fromTime')}
          label="At"
          hint="For example, 9am."
          error={errors['fromTime']}
          value={draft.fromTime}
          onChange={(fromTime) => change({ fromTime })}
        />
      </div>
      <div className={classes.pair}>
        <DateField
          id={idOf('to')}
          label="Opens again on"
          hint="Leave empty for the same day."
          error={errors['to'] ?? errors['when']}
          value={draft.to}
          onChange={(to) => change({ to })}
        />
        <TimeField
          id={idOf('toTime')}
          label="Opens at"
          hint="For example, 1pm."
          error={errors['toTime']}
          value={draft.toTime}
          onChange={(toTime) => change({ toTime })}
        />
      </div>
    </>
  )
}

function Repeating({ draft, change, idOf, errors }: ClosureFieldsProps) {
  return (
    <>
      <Checkbox
        label="All day"
        checked={draft.allDay}
        onChange={(event) => change({ allDay: event.currentTarget.checked })}
      />
      <RuleFields
        draft={timed(draft)}
        change={(part) => change({ rule: { ...draft.rule, ...part } })}
        idOf={idOf}
        errors={errors}
        closed={draft.allDay ? 'all day' : 'by the clock'}
      />
    </>
  )
}

function Why({ draft, change, idOf, errors }: ClosureFieldsProps) {
  return (
    <>
      <Autocomplete
        id={idOf('reason')}
        data-own-words
        label="Why?"
        description="Everybody sees it."
        error={errors['reason']}
        data={[...usualReasons]}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={120}
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        autoComplete="off"
      />
      <Textarea
        id={idOf('note')}
        label="Note (optional)"
        description="For colleagues: who is coming to mend it, and when."
        error={errors['note']}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        maxLength={1000}
        autosize
        minRows={2}
      />
    </>
  )
}
