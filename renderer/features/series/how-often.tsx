import { Chip, NumberInput, Select } from '@mantine/core'
import { weekdayName } from '../../../shared/time/format.ts'
import { dayIn, nthIn, weekdaysIn, type How, type Nth, type RuleDraft } from './rule-draft.ts'
import type { RuleFieldsProps } from './rule-fields.tsx'
import classes from './rule-fields.module.css'

const ways = [
  { value: 'week', label: 'Every week' },
  { value: 'weeks', label: 'Every 2 weeks or more' },
  { value: 'month-date', label: 'Every month, on a date' },
  { value: 'month-weekday', label: 'Every month, on a weekday' },
  { value: 'days', label: 'Every so many days' },
  { value: 'years', label: 'Every year' },
  { value: 'dates', label: 'On dates picked by hand' },
  { value: 'once', label: 'Once' },
] as const
type Way = (typeof ways)[number]['value']

const wayOf = ({ how, every }: RuleDraft): Way => (how === 'weeks' && every === 1 ? 'week' : how)
const howOf = (way: Way): How => (way === 'week' ? 'weeks' : way)

function choosing(way: Way, draft: RuleDraft): Partial<RuleDraft> {
  const how = howOf(way)
  const every = way === 'weeks' ? 2 : 1
  if (way === 'dates' && draft.dates.length === 0 && draft.firstDate !== null)
    return { how, every, dates: [draft.firstDate] }
  return { how, every }
}

/** How often, with what each way of repeating needs to know beside it. */
export function HowOften(props: RuleFieldsProps) {
  const { draft, change, idOf } = props
  const way = wayOf(draft)
  return (
    <>
      <div className={classes.pair}>
        <Select
          id={idOf('how')}
          label="How often"
          data={ways}
          value={way}
          onChange={(chosen) => {
            const next = ways.find((one) => one.value === chosen)?.value
            if (next) change(choosing(next, draft))
          }}
          allowDeselect={false}
        />
        {way === 'weeks' && <Every {...props} label="Every how many weeks" min={2} max={52} />}
        {way === 'days' && <Every {...props} label="Every how many days" min={1} max={365} />}
        {(way === 'month-date' || way === 'month-weekday') && (
          <Every {...props} label="Every how many months" min={1} max={12} />
        )}
      </div>
      {draft.how === 'weeks' && <Weekdays {...props} />}
      {draft.how === 'month-date' && <DayOfMonth {...props} />}
      {draft.how === 'month-weekday' && <WeekdayOfMonth {...props} />}
      {draft.how === 'years' && draft.firstDate?.endsWith('-02-29') && (
        <p className={classes.words}>29 February is left out in years that have none.</p>
      )}
    </>
  )
}

interface EveryProps extends RuleFieldsProps {
  readonly label: string
  readonly min: number
  readonly max: number
}

function Every({ draft, change, idOf, errors, label, min, max }: EveryProps) {
  return (
    <NumberInput
      id={idOf('every')}
      label={label}
      error={errors['every']}
      value={draft.every ?? ''}
      onChange={(typed) => change({ every: typeof typed === 'number' ? Math.max(min, typed) : null })}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
    />
  )
}

const days = [1, 2, 3, 4, 5, 6, 7]

function Weekdays({ draft, change, idOf, errors }: RuleFieldsProps) {
  const problem = errors['weekdays']
  return (
    <fieldset className={classes.weekdays} id={idOf('weekdays')}>
      <legend>On</legend>
      <Chip.Group
        multiple
        value={weekdaysIn(draft).map(String)}
        onChange={(chosen) => change({ weekdays: chosen.map(Number).toSorted() })}
      >
        {days.map((day) => (
          <Chip
            key={day}
            value={String(day)}
            size="xs"
            radius="sm"
            variant="outline"
            aria-label={weekdayName(day)}
          >
            {weekdayName(day).slice(0, 3)}
          </Chip>
        ))}
      </Chip.Group>
      {problem !== undefined && <p className={classes.problem}>{problem}</p>}
    </fieldset>
  )
}

const shorter = [
  { value: 'skip', label: 'Leave that month out' },
  { value: 'last-day', label: 'Meet on its last day' },
]

function DayOfMonth({ draft, change, idOf }: RuleFieldsProps) {
  const day = dayIn(draft)
  return (
    <div className={classes.pair}>
      <NumberInput
        id={idOf('day')}
        label="Day of the month"
        value={day ?? ''}
        onChange={(typed) => change({ day: typeof typed === 'number' ? typed : null })}
        min={1}
        max={31}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
      />
      {day !== null && day > 28 && (
        <Select
          id={idOf('missing')}
          label={`In a month without a ${day === 31 ? '31st' : `${day}th`}`}
          data={shorter}
          value={draft.missing}
          onChange={(missing) => change({ missing: missing === 'last-day' ? 'last-day' : 'skip' })}
          allowDeselect={false}
        />
      )}
    </div>
  )
}

const nths: readonly { value: `${Nth}`; nth: Nth; label: string }[] = [
  { value: '1', nth: 1, label: 'First' },
  { value: '2', nth: 2, label: 'Second' },
  { value: '3', nth: 3, label: 'Third' },
  { value: '4', nth: 4, label: 'Fourth' },
  { value: '5', nth: 5, label: 'Fifth, where there is one' },
  { value: '-1', nth: -1, label: 'Last' },
]

function WeekdayOfMonth({ draft, change, idOf }: RuleFieldsProps) {
  const [weekday] = weekdaysIn(draft)
  return (
    <div className={classes.pair}>
      <Select
        id={idOf('nth')}
        label="Which of the month"
        data={nths.map(({ value, label }) => ({ value, label }))}
        value={String(nthIn(draft))}
        onChange={(chosen) => change({ nth: nths.find((one) => one.value === chosen)?.nth ?? 1 })}
        allowDeselect={false}
      />
      <Select
        id={idOf('weekday')}
        label="Weekday"
        placeholder="Its weekday"
        data={days.map((day) => ({ value: String(day), label: weekdayName(day) }))}
        value={weekday === undefined ? null : String(weekday)}
        onChange={(day) => change({ weekdays: [Number(day)] })}
        allowDeselect={false}
      />
    </div>
  )
}
