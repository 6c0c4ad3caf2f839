import { Checkbox, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { useDraft } from '../../ui/use-draft.ts'
import type { Output } from '../../api/client.ts'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import type { PersonId, ProgrammeSessionId } from '../../../shared/ids.ts'
import { isWithFamily } from '../../../shared/programmes/catalogue.rules.ts'
import { sessionKindLabels } from '../../../shared/programmes/session-kinds.ts'
import { timeOf } from '../../../shared/time/civil.ts'
import { dayInWords } from '../../../shared/time/format.ts'
import { sessionInWords } from './group-words.ts'
import { WhereForm } from './where-form.tsx'

type Missed = Output<'groups', 'missed'>
const cameWords: Readonly<Record<Missed[number]['came'], string>> = {
  came: 'came',
  missed: 'missed it',
  'not-recorded': 'not recorded',
  'not-expected': 'was not expected',
}

interface MakeUpProps {
  readonly group: Group
  /** The session that is made up for. */
  readonly session: Session
  readonly onClose: () => void
}

/** A session once more, for those who missed it. */
export function MakeUpPanel({ group, session, onClose }: MakeUpProps) {
  const people = useQuery(ask('groups', 'missed', { id: session.id })).data ?? []
  const missed = people.filter((one) => one.came === 'missed').map((one) => one.personId)
  const key = `make up ${session.id} ${group.sessions.length}`
  const { values, change, forget } = useDraft<{ personIds: readonly PersonId[] | null }>(key, {
    personIds: null,
  })
  const invited = values.personIds ?? missed
  const today = useToday()
  const add = useAdd(() => {
    forget()
    onClose()
  })
  return (
    <WhereForm
      title={`Make up for ${dayInWords(session.startsAt, today)}`}
      submit="Add the make-up session"
      draft={`${key} where`}
      start={{ date: null, startTime: timeOf(session.startsAt), endTime: timeOf(session.endsAt), roomId: session.roomId }} // prettier-ignore
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSave={(where, roomId) => add.mutate({ groupId: group.id, kind: session.kind, makeUpForId: session.id, personIds: [...invited], ...where, roomId })} // prettier-ignore
    >
      <p>
        {session.topic === null
          ? 'Only those invited are expected.'
          : `Delivers ${session.topic} again. Only those invited are expected.`}
      </p>
      <Invite
        people={people.map((one) => ({ ...one, note: cameWords[one.came] }))}
        chosen={invited}
        onChange={(personIds) => change({ personIds })}
      />
    </WhereForm>
  )
}

const useAdd = (onDone: () => void) => {
  const today = useToday()
  return useCommand('groups', 'addInvited', {
    failure: 'inline',
    undo: true,
    done: (added) =>
      `${added.makeUpForId === null ? sessionKindLabels[added.kind] : 'Make-up session'} added on ${sessionInWords(added, today)}.`,
    onDone,
  })
}

interface InviteProps {
  readonly people: readonly { readonly personId: PersonId; readonly name: string; readonly note: string }[]
  readonly chosen: readonly PersonId[]
  readonly onChange: (chosen: PersonId[]) => void
}

function Invite({ people, chosen, onChange }: InviteProps) {
  return (
    <Checkbox.Group
      label="Who is invited"
      value={chosen.map(String)}
      onChange={(ids) => onChange(people.map((one) => one.personId).filter((id) => ids.includes(id)))}
    >
      <Stack gap={6} mt={6}>
        {people.map((one) => (
          <Checkbox
            key={one.personId}
            value={String(one.personId)}
            label={one.note === '' ? one.name : `${one.name}, ${one.note}`}
          />
        ))}
        {people.length === 0 && <span>Nobody has a place in this group yet.</span>}
      </Stack>
    </Checkbox.Group>
  )
}

interface CallDraft {
  readonly kind: 'phone' | 'home-visit'
  readonly topicId: ProgrammeSessionId | null
  readonly personIds: readonly PersonId[]
}

/** A phone call or a home visit with a family: no row of the group's register, and no room needed. */
export function CallPanel({ group, onClose }: { group: Group; onClose: () => void }) {
  const manual = group.manual.filter(isWithFamily)
  const [first] = manual
  const key = `call ${group.id} ${group.sessions.length}`
  const start: CallDraft = { kind: first?.kind === 'home-visit' ? 'home-visit' : 'phone', topicId: first?.id ?? null, personIds: [] } // prettier-ignore
  const { values, change, forget } = useDraft(key, start)
  const roster = useQuery(ask('enrolments', 'roster', { groupId: group.id })).data ?? []
  const people = roster.filter((one) => one.status === 'enrolled').map((one) => ({ personId: one.personId, name: one.name, note: '' })) // prettier-ignore
  const add = useAdd(() => {
    forget()
    onClose()
  })
  const choose = (value: string | null) => {
    const topic = manual.find((one) => one.id === value)
    const kind = (topic?.kind ?? value) === 'home-visit' ? 'home-visit' : 'phone'
    change({ topicId: topic?.id ?? null, kind })
  }
  return (
    <WhereForm
      title="Add a call or a visit"
      submit={values.kind === 'phone' ? 'Add the phone call' : 'Add the home visit'}
      draft={`${key} where`}
      start={{ date: null, startTime: null, endTime: null, roomId: null }}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSaveTimes={(times) => add.mutate({ groupId: group.id, ...values, personIds: [...values.personIds], ...times })} // prettier-ignore
    >
      <Select
        label="Which"
        data={[
          ...manual.map((one) => ({ value: String(one.id), label: `${one.title} (${sessionKindLabels[one.kind].toLowerCase()})` })), // prettier-ignore
          { value: 'phone', label: 'Another phone call' },
          { value: 'home-visit', label: 'Another home visit' },
        ]}
        value={values.topicId ?? values.kind}
        onChange={choose}
        allowDeselect={false}
        autoFocus
      />
      <Invite people={people} chosen={values.personIds} onChange={(personIds) => change({ personIds })} />
    </WhereForm>
  )
}
