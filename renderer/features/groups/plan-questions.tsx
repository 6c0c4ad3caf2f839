import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import type { Programme } from '../../../shared/programmes/programmes.contract.ts'
import type { Staff } from '../../../shared/staff/staff.contract.ts'
import { weekdayName } from '../../../shared/time/format.ts'
import { FacilitatorsField } from './facilitators-field.tsx'
import { choosing, starting, suggestedName, weekdayIn, type Places, type PlanDraft } from './plan-draft.ts'
import { RoomField } from './room-field.tsx'
import classes from './plan.module.css'

export interface QuestionsProps {
  readonly draft: PlanDraft
  readonly change: (part: Partial<PlanDraft>) => void
  readonly programmes: readonly Programme[]
  readonly staff: readonly Staff[]
  readonly places: Places
  readonly idOf: (field: string) => string
  /** Messages by field. */
  readonly errors: Readonly<Record<string, string>>
}

const toNumber = (typed: string | number) => (typeof typed === 'number' ? typed : null)

/** Four short questions; the dates beside them follow each answer. What it is called comes last: it is suggested. */
export function PlanQuestions(props: QuestionsProps) {
  return (
    <div className={classes.questions}>
      <What {...props} />
      <Where {...props} />
      <Who {...props} />
      <When {...props} />
      <Called {...props} />
    </div>
  )
}

function What({ draft, change, programmes, idOf, errors }: QuestionsProps) {
  const find = (id: string | null) => programmes.find((one) => one.id === id)
  return (
    <Select
      id={idOf('programmeId')}
      label="Which programme?"
      classNames={{ label: classes.asks }}
      placeholder="Type or choose"
      error={errors['programmeId']}
      data={programmes.map((one) => ({ value: String(one.id), label: one.name }))}
      value={draft.programmeId}
      onChange={(id) => change(choosing(find(id), draft))}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No programme of that name"
      autoFocus={draft.programmeId === null}
      // The page is seen first: the list opens with the first letter, the arrow down or a click.
      openOnFocus={false}
    />
  )
}

function Where({ draft, change, places, idOf, errors }: QuestionsProps) {
  return (
    <RoomField
      id={idOf('roomId')}
      label="Where?"
      labelClass={classes.asks}
      error={errors['roomId']}
      places={places}
      value={draft.roomId}
      onChange={(roomId) => change({ roomId })}
    />
  )
}

function Who({ draft, change, staff, idOf, errors }: QuestionsProps) {
  return (
    <FacilitatorsField
      id={idOf('facilitatorIds')}
      label="Who leads?"
      classNames={{ label: classes.asks }}
      placeholder={draft.facilitatorIds.length === 0 ? 'Type a name' : ''}
      error={errors['facilitatorIds']}
      staff={staff}
      value={draft.facilitatorIds}
      onChange={(facilitatorIds) => change({ facilitatorIds })}
    />
  )
}

function Called({ draft, change, programmes, places, idOf, errors }: QuestionsProps) {
  const programme = programmes.find((one) => one.id === draft.programmeId)
  return (
    <fieldset className={classes.question}>
      <legend>What is it called?</legend>
      <TextInput
        id={idOf('name')}
        label="Name of the group"
        error={errors['name']}
        value={draft.name ?? suggestedName(draft, programme, places)}
        onChange={(event) => change({ name: event.currentTarget.value })}
        maxLength={120}
        autoComplete="off"
      />
      <div className={classes.pair}>
        <TextInput
          id={idOf('publicTitle')}
          label="Title on calendars and doors"
          description={programme?.sensitive ? 'Say nothing of what it is about.' : 'Anybody may read it.'}
          error={errors['publicTitle']}
          value={draft.publicTitle ?? programme?.publicTitle ?? ''}
          onChange={(event) => change({ publicTitle: event.currentTarget.value })}
          maxLength={120}
          autoComplete="off"
        />
        <NumberInput
          id={idOf('capacity')}
          label={programme?.placeKind === 'family' ? 'Places, in families' : 'Places'}
          description="May be left out."
          error={errors['capacity']}
          value={draft.capacity ?? ''}
          onChange={(typed) => change({ capacity: toNumber(typed) })}
          min={1}
          max={500}
          allowDecimal={false}
          allowNegative={false}
        />
      </div>
    </fieldset>
  )
}

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }))
const gaps = [1, 2, 3, 4, 5, 6, 7, 8].map((weeks) => ({
  value: String(weeks),
  label: weeks === 1 ? 'Every week' : `Every ${weeks} weeks`,
}))

function When(props: QuestionsProps) {
  const { draft, change, programmes, idOf, errors } = props
  const programme = programmes.find((one) => one.id === draft.programmeId)
  return (
    <fieldset className={classes.question}>
      <legend>When?</legend>
      <div className={classes.four}>
        <DateField
          id={idOf('firstDate')}
          label="From"
          error={errors['firstDate']}
          value={draft.firstDate}
          onChange={(firstDate) => change({ firstDate, weekday: null })}
        />
        <Select
          id={idOf('weekday')}
          label="On"
          placeholder="Its weekday"
          data={weekdays}
          value={weekdayIn(draft) === null ? null : String(weekdayIn(draft))}
          onChange={(day) => change({ weekday: Number(day) })}
          allowDeselect={false}
        />
        <TimeField
          id={idOf('startTime')}
          label="Starts"
          error={errors['startTime']}
          value={draft.startTime}
          onChange={(time) => change(starting(time, draft, programme))}
        />
        <TimeField
          id={idOf('endTime')}
          label="Ends"
          error={errors['endTime']}
          value={draft.endTime}
          onChange={(endTime) => change({ endTime })}
        />
      </div>
      <div className={classes.pair}>
        <Select
          id={idOf('everyWeeks')}
          label="How often"
          data={gaps}
          value={String(draft.everyWeeks)}
          onChange={(weeks) => change({ everyWeeks: Number(weeks ?? 1) })}
          allowDeselect={false}
        />
        <NumberInput
          id={idOf('sessions')}
          label="Sessions to deliver"
          error={errors['sessions']}
          value={draft.sessions ?? ''}
          onChange={(typed) => change({ sessions: toNumber(typed) })}
          min={1}
          max={60}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
        />
      </div>
      <Holidays {...props} />
    </fieldset>
  )
}

function Holidays({ draft, change }: QuestionsProps) {
  return (
    <div className={classes.checks}>
      <Checkbox
        label="Leave out school holidays"
        checked={draft.termTimeOnly}
        onChange={(event) => change({ termTimeOnly: event.currentTarget.checked })}
      />
      <Checkbox
        label="Leave out bank holidays"
        checked={draft.skipBankHolidays}
        onChange={(event) => change({ skipBankHolidays: event.currentTarget.checked })}
      />
    </div>
  )
}
