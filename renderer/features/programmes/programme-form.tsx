import { Checkbox, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Programme, ProgrammeSession } from '../../../shared/programmes/programmes.contract.ts'
import { noRoomNeeds } from '../../../shared/programmes/room-needs.ts'
import { DeliveryFields, LinkFields, ProgrammeMeasures, RoomFields } from './programme-depth.tsx'
import { ProgrammeEditions } from './programme-editions.tsx'
import { KindFields, NumberFields, TextFields } from './programme-fields.tsx'
import { ProgrammeSessions } from './programme-sessions.tsx'

export type Values = Omit<Programme, 'id' | 'edition' | 'version' | 'sessions'> & {
  readonly sessions: readonly TypedSession[]
}
/** A session as it is typed: one that is new has no id yet. */
export type TypedSession = Omit<ProgrammeSession, 'id'> & { readonly id: ProgrammeSession['id'] | null }
const blank: Values = {
  name: '',
  publicTitle: '',
  audience: null,
  theme: null,
  delivery: 'closed',
  placeKind: 'person',
  ageFrom: null,
  ageTo: null,
  usualSessions: null,
  sessionMinutes: null,
  usualPlaces: null,
  sensitive: false,
  coDelivered: true,
  colour: 'teal',
  source: null,
  sessions: [],
  measures: [],
  completeAt: null,
  staffNeeded: null,
  needsTraining: false,
  roomNeeds: noRoomNeeds,
  linkedProgrammeId: null,
  retiresOn: null,
  retired: false,
}
const startOf = (programme: Programme | null): Values => {
  if (programme === null) return blank
  const { id: _id, edition: _edition, version: _version, ...values } = programme
  return values
}

function useSaveProgramme(programme: Programme | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('programmes', 'create', { ...options, done: (p) => `Added ${p.name}` })
  const update = useCommand('programmes', 'update', {
    ...options,
    done: (p) => (p.retired ? `Retired ${p.name}` : `Changed ${p.name}`),
  })
  const save = ({ retired, sessions, ...rest }: Values) => {
    const fields = { ...rest, sessions: [...sessions] }
    if (programme === null) create.mutate(fields)
    else update.mutate({ ...fields, retired, id: programme.id, version: programme.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

interface ProgrammeFormProps {
  /** null: a new one. */
  readonly programme: Programme | null
  readonly onClose: () => void
}

export function ProgrammeForm({ programme, onClose }: ProgrammeFormProps) {
  const key = `programme ${programme?.id ?? 'new'} ${programme?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(programme))
  const { save, error, pending } = useSaveProgramme(programme, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  const fields = { values, change, field }
  return (
    <FormPanel
      title={programme?.name ?? 'Add a programme'}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={programme === null ? 'Add the programme' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
    >
      <TextInput
        {...field('name')}
        label="Name"
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <TextInput
        {...field('publicTitle')}
        label="Public title"
        description="What calendars, doors and printed lists show."
        value={values.publicTitle}
        onChange={(event) => change({ publicTitle: event.currentTarget.value })}
      />
      <Checkbox
        label="Sensitive"
        description="Being on the register itself reveals something, so the public title must not say what it is about."
        checked={values.sensitive}
        onChange={(event) => change({ sensitive: event.currentTarget.checked })}
      />
      <TextFields {...fields} />
      <KindFields {...fields} />
      <NumberFields {...fields} />
      <Checkbox
        label="Generally run by two streams"
        description="Planning warns when nobody from one of them is there. It never stops."
        checked={values.coDelivered}
        onChange={(event) => change({ coDelivered: event.currentTarget.checked })}
      />
      <ProgrammeSessions
        sessions={values.sessions}
        onChange={(sessions) => change({ sessions })}
        error={field}
        minutes={values.sessionMinutes}
      />
      <DeliveryFields {...fields} />
      <RoomFields {...fields} />
      <ProgrammeMeasures {...fields} />
      <LinkFields {...fields} self={programme?.id ?? null} />
      {programme !== null && (
        <Checkbox
          label="Retired"
          description="No new groups. Its groups stay as they are."
          checked={values.retired}
          onChange={(event) => change({ retired: event.currentTarget.checked })}
        />
      )}
      {programme !== null && <ProgrammeEditions programme={programme} />}
    </FormPanel>
  )
}
