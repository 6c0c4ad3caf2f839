import { Checkbox, NumberInput, Select } from '@mantine/core'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { patternInWords } from '../../../shared/series/words.rules.ts'
import { DatesField } from './dates-field.tsx'
import { HowOften } from './how-often.tsx'
import { endsByItself, ruleFrom, starting, type RuleDraft } from './rule-draft.ts'
import classes from './rule-fields.module.css'

export interface RuleFieldsProps {
  readonly draft: RuleDraft
  readonly change: (part: Partial<RuleDraft>) => void
  readonly idOf: (field: string) => string
  /** Messages by field. */
  readonly errors: Readonly<Record<string, string>>
  /** How long it usually lasts: the end follows the start by that until another is typed. */
  readonly minutes?: number
  /** The times when a place is closed, not those of something held there: by whole days, or by the clock. */
  readonly closed?: 'all day' | 'by the clock'
}

/** When something is to be, once or by any rule: its first date and times, how often, until when, and what is left out. */
export function RuleFields(props: RuleFieldsProps) {
  const { draft, closed } = props
  return (
    <>
      <div className={classes.row}>
        {draft.how !== 'dates' && <First {...props} />}
        {closed !== 'all day' && <Times {...props} />}
      </div>
      <HowOften {...props} />
      {draft.how === 'dates' && <DatesField {...props} />}
      {!endsByItself(draft) && <Until {...props} />}
      {!endsByItself(draft) && <LeftOut {...props} />}
      <InWords draft={draft} wholeDays={closed === 'all day'} />
    </>
  )
}

function First({ draft, change, idOf, errors }: RuleFieldsProps) {
  return (
    <DateField
      id={idOf('firstDate')}
      label={draft.how === 'once' ? 'Date' : 'From'}
      error={errors['firstDate']}
      value={draft.firstDate}
      onChange={(firstDate) => change({ firstDate })}
    />
  )
}

function Times({ draft, change, idOf, errors, minutes = 120 }: RuleFieldsProps) {
  return (
    <>
      <TimeField
        id={idOf('startTime')}
        label="Starts"
        error={errors['startTime']}
        value={draft.startTime}
        onChange={(time) => change(starting(time, draft, minutes))}
      />
      <TimeField
        id={idOf('endTime')}
        label="Ends"
        error={errors['endTime']}
        value={draft.endTime}
        onChange={(endTime) => change({ endTime })}
      />
    </>
  )
}

const untils = (closed: boolean) => [
  { value: 'after', label: closed ? 'After so many times' : 'When so many sessions are held' },
  { value: 'on', label: 'On a date' },
]

function Until({ draft, change, idOf, errors, closed }: RuleFieldsProps) {
  return (
    <div className={classes.pair}>
      <Select
        id={idOf('endsBy')}
        label="It ends"
        data={untils(closed !== undefined)}
        value={draft.endsBy}
        onChange={(by) => change({ endsBy: by === 'on' ? 'on' : 'after' })}
        allowDeselect={false}
      />
      {draft.endsBy === 'on' ? (
        <DateField
          id={idOf('lastDate')}
          label="Last date"
          error={errors['lastDate']}
          value={draft.lastDate}
          onChange={(lastDate) => change({ lastDate })}
        />
      ) : (
        <NumberInput
          id={idOf('sessions')}
          label={closed === undefined ? 'Sessions to deliver' : 'How many'}
          error={errors['sessions']}
          value={draft.sessions ?? ''}
          onChange={(typed) => change({ sessions: typeof typed === 'number' ? typed : null })}
          min={1}
          max={400}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
        />
      )}
    </div>
  )
}

const schools = [
  { value: 'any', label: 'In term time and in the holidays' },
  { value: 'term', label: 'Only in term time' },
  { value: 'holidays', label: 'Only in the school holidays' },
] as const

function LeftOut({ draft, change, idOf, closed }: RuleFieldsProps) {
  return (
    <>
      <Select
        id={idOf('school')}
        label="School year"
        data={schools}
        value={draft.school}
        onChange={(chosen) => change({ school: schools.find((one) => one.value === chosen)?.value ?? 'any' })}
        allowDeselect={false}
      />
      <div className={classes.checks}>
        <Checkbox
          label="Leave out bank holidays"
          checked={draft.skipBankHolidays}
          onChange={(event) => change({ skipBankHolidays: event.currentTarget.checked })}
        />
        {closed === undefined && (
          <Checkbox
            label="Leave out closures"
            checked={draft.skipClosures}
            onChange={(event) => change({ skipClosures: event.currentTarget.checked })}
          />
        )}
      </div>
    </>
  )
}

/** The rule as it was understood, so that a slip is seen before the dates are read. */
function InWords({ draft, wholeDays }: Pick<RuleFieldsProps, 'draft'> & { wholeDays: boolean }) {
  const rule = ruleFrom(draft)
  return rule === null ? null : <p className={classes.words}>{patternInWords(rule, wholeDays)}.</p>
}
