import { Button, Select, TextInput } from '@mantine/core'
import { deliveryModeLabels, deliveryModes } from '../../../shared/programmes/session-kinds.ts'
import { FacilitatorsField } from './facilitators-field.tsx'
import { besideFor, linkedNames, type LinkedDraft, type PlanDraft } from './plan-draft.ts'
import type { QuestionsProps } from './plan-questions.tsx'
import { RoomField } from './room-field.tsx'
import classes from './plan.module.css'

/** The group of the linked programme on the same dates, in a room of its own: asked of programmes that have one. */
export function LinkedQuestions(props: QuestionsProps) {
  const { draft, change, programmes } = props
  const own = programmes.find((one) => one.id === draft.programmeId)
  const other = programmes.find((one) => one.id === own?.linkedProgrammeId)
  if (other === undefined) return null
  if (draft.linked === null)
    return (
      <Button
        variant="default"
        className={classes.alone}
        onClick={() => change({ linked: beginning(other.id) })}
      >
        Plan {other.name} in the same slot
      </Button>
    )
  return <LinkedFields {...props} linked={draft.linked} called={other.name} />
}

const beginning = (programmeId: LinkedDraft['programmeId']): LinkedDraft => ({
  programmeId,
  name: null,
  publicTitle: null,
  capacity: null,
  roomId: null,
  besideRoomIds: [],
  facilitatorIds: [],
})

type LinkedProps = QuestionsProps & { readonly linked: LinkedDraft; readonly called: string }

function LinkedFields({
  draft,
  change,
  programmes,
  staff,
  places,
  idOf,
  errors,
  linked,
  called,
}: LinkedProps) {
  const set = (part: Partial<LinkedDraft>) => change({ linked: { ...linked, ...part } })
  const programme = programmes.find((one) => one.id === linked.programmeId)
  const { name, publicTitle } = linkedNames(draft, programmes, places)
  return (
    <fieldset className={classes.question}>
      <legend>{called}, in the same slot</legend>
      <RoomField
        id={idOf('linked.roomId')}
        label="In which room?"
        error={errors['linked.roomId']}
        places={places}
        value={linked.roomId}
        onChange={(roomId) => set({ roomId, besideRoomIds: besideFor(programme, roomId, places) })}
      />
      <FacilitatorsField
        id={idOf('linked.facilitatorIds')}
        label="Who leads it?"
        placeholder={linked.facilitatorIds.length === 0 ? 'Type a name' : ''}
        staff={staff}
        value={linked.facilitatorIds}
        onChange={(facilitatorIds) => set({ facilitatorIds })}
      />
      <TextInput
        id={idOf('linked.name')}
        label="Name of that group"
        error={errors['linked.name']}
        value={name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        maxLength={120}
        autoComplete="off"
      />
      <TextInput
        id={idOf('linked.publicTitle')}
        label="Its title on calendars and doors"
        error={errors['linked.publicTitle']}
        value={publicTitle}
        onChange={(event) => set({ publicTitle: event.currentTarget.value })}
        maxLength={120}
        autoComplete="off"
      />
      <Button variant="default" size="compact-sm" onClick={() => change({ linked: null })}>
        Plan it without {called}
      </Button>
    </fieldset>
  )
}

/** How the group meets; one of its sessions may meet otherwise. */
export function ModeField({ draft, change, id }: { id: string } & Pick<QuestionsProps, 'draft' | 'change'>) {
  const modeOf = (value: string | null): PlanDraft['mode'] =>
    deliveryModes.find((one) => one === value) ?? draft.mode
  return (
    <Select
      id={id}
      label="How it meets"
      {...(draft.mode === 'materials' && { description: 'Materials sent never count as having come.' })}
      data={deliveryModes.map((value) => ({ value, label: deliveryModeLabels[value] }))}
      value={draft.mode}
      onChange={(value) => change({ mode: modeOf(value) })}
      allowDeselect={false}
    />
  )
}
