import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import type { Programme } from '../../../shared/programmes/programmes.contract.ts'
import type { Staff } from '../../../shared/staff/staff.contract.ts'
import { RuleFields } from '../series/rule-fields.tsx'
import { FacilitatorsField } from './facilitators-field.tsx'
import { LinkedQuestions, ModeField } from './plan-linked.tsx'
import { besideFor, choosing, suggestedName, type Places, type PlanDraft } from './plan-draft.ts'
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
      <LinkedQuestions {...props} />
      <Called {...props} />
    </div>
  )
}

function What({ draft, change, programmes, places, idOf, errors }: QuestionsProps) {
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
      onChange={(id) => change(choosing(find(id), draft, places))}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No programme of that name"
      autoFocus={draft.programmeId === null}
      // The page is seen first: the list opens with the first letter, the arrow down or a click.
      openOnFocus={false}
    />
  )
}

function Where({ draft, change, programmes, places, idOf, errors }: QuestionsProps) {
  const programme = programmes.find((one) => one.id === draft.programmeId)
  return (
    <>
      <RoomField
        id={idOf('roomId')}
        label="Where?"
        labelClass={classes.asks}
        error={errors['roomId']}
        places={places}
        value={draft.roomId}
        onChange={(roomId) => change({ roomId, besideRoomIds: besideFor(programme, roomId, places) })}
      />
      <Beside draft={draft} change={change} places={places} id={idOf('besideRoomIds')} />
    </>
  )
}

/** Further rooms of the same building on every date, such as a crèche. */
function Beside({
  draft,
  change,
  places,
  id,
}: Pick<QuestionsProps, 'draft' | 'change' | 'places'> & { id: string }) {
  const building = places.room(draft.roomId)?.building
  const rooms =
    building?.rooms.filter((room) => room.id !== draft.roomId && room.partOfId !== draft.roomId) ?? []
  if (rooms.length === 0) return null
  return (
    <MultiSelect
      id={id}
      label="And beside it"
      placeholder={draft.besideRoomIds.length === 0 ? 'A crèche, if one is wanted' : ''}
      data={rooms.map((room) => ({ value: String(room.id), label: room.name }))}
      value={draft.besideRoomIds.map(String)}
      onChange={(ids) =>
        change({ besideRoomIds: rooms.filter((room) => ids.includes(room.id)).map((room) => room.id) })
      }
      maxValues={7}
      searchable
      hidePickedOptions
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
      <ModeField draft={draft} change={change} id={idOf('mode')} />
    </fieldset>
  )
}

function When({ draft, change, programmes, idOf, errors }: QuestionsProps) {
  const programme = programmes.find((one) => one.id === draft.programmeId)
  return (
    <fieldset className={classes.question}>
      <legend>When?</legend>
      <RuleFields
        draft={draft}
        change={change}
        idOf={idOf}
        errors={errors}
        {...(programme?.sessionMinutes && { minutes: programme.sessionMinutes })}
      />
    </fieldset>
  )
}
