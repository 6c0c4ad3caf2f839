import { Checkbox, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { ParticipantRole } from '../../../shared/enrolments/participants.rules.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { ageInWords } from '../../../shared/time/format.ts'
import { NewPersonDialog } from '../people/new-person-dialog.tsx'
import { Checks, useChecks } from './checks.tsx'
import { FindPerson } from './find-person.tsx'
import { ReferralFields, type ReferralDraft } from './referral-fields.tsx'
import { RoleField } from './role-field.tsx'

type Member = Output<'enrolments', 'household'>[number]

interface Draft extends ReferralDraft {
  readonly status: 'waiting' | 'referred'
  readonly personId: PersonId | null
  /** Who of the household is left out, and who takes part otherwise than their age says. */
  readonly without: readonly PersonId[]
  readonly roles: Readonly<Record<string, ParticipantRole | null>>
}

/** A referral as it comes in: who, of their family too, and where it came from. */
export function ReferralPanel({ groupId, onClose }: { groupId: GroupId; onClose: () => void }) {
  const today = useToday()
  const [adding, setAdding] = useState<string | null>(null)
  const start: Draft = { status: 'waiting', personId: null, without: [], roles: {}, source: '', referredOn: today, reference: '', priority: 0, note: '' } // prettier-ignore
  const { values, change, forget } = useDraft<Draft>(`refer ${groupId}`, start)
  const household = useHousehold(groupId, values.personId)
  const people = household.filter((one) => !one.inGroup && !values.without.includes(one.personId))
  const refer = useCommand('enrolments', 'refer', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => (asked.people.length === 1 ? `Referred ${people[0]?.name ?? 'one person'}` : `Referred ${count(asked.people.length, 'person', 'people')}`), // prettier-ignore
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(refer.error)
  const choose = (personId: PersonId) => change({ personId, without: [], roles: {} })
  const save = () => {
    const { status, source, referredOn, reference, priority, note, roles } = values
    const each = people.map(({ personId }) => ({ personId, role: roles[personId] ?? null }))
    refer.mutate({ groupId, people: each, status, onDate: today, source, referredOn, reference, priority, note }) // prettier-ignore
  }
  return (
    <FormPanel
      title="Take a referral"
      submit={people.length > 1 ? `Refer ${people.length} people` : 'Refer'}
      pending={refer.isPending}
      error={refer.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={save}
    >
      <FindPerson {...field('people')} label="Who is referred" onChoose={choose} onNew={setAdding} />
      {household.map((one) => (
        <HouseholdMember
          key={one.personId}
          groupId={groupId}
          member={one}
          only={household.length === 1}
          included={people.includes(one)}
          role={values.roles[one.personId] ?? null}
          onInclude={(included) => change({ without: included ? values.without.filter((id) => id !== one.personId) : [...values.without, one.personId] })} // prettier-ignore
          onRole={(role) => change({ roles: { ...values.roles, [one.personId]: role } })}
        />
      ))}
      <Radio.Group
        label="They are"
        value={values.status}
        onChange={(value) => change({ status: value === 'referred' ? 'referred' : 'waiting' })}
      >
        <Stack gap={8} mt={4}>
          <Radio value="waiting" label="On the waiting list" />
          <Radio value="referred" label="Referred, still to be looked at" />
        </Stack>
      </Radio.Group>
      <ReferralFields field={field} draft={values} onChange={change} />
      {adding !== null && (
        <NewPersonDialog
          named={adding}
          onClose={() => setAdding(null)}
          onReady={(id) => {
            setAdding(null)
            choose(id)
          }}
        />
      )}
    </FormPanel>
  )
}

function useHousehold(groupId: GroupId, personId: PersonId | null): readonly Member[] {
  const query = useQuery({
    queryKey: ['enrolments', 'household', groupId, personId],
    queryFn: () => (personId === null ? [] : ask('enrolments', 'household', { groupId, personId }).queryFn()),
  })
  return query.data ?? []
}

interface HouseholdMemberProps {
  readonly groupId: GroupId
  readonly member: Member
  readonly only: boolean
  readonly included: boolean
  readonly role: ParticipantRole | null
  readonly onInclude: (included: boolean) => void
  readonly onRole: (role: ParticipantRole | null) => void
}

/** One of the family: whether they are referred too, as what, and what speaks against it. */
function HouseholdMember(props: HouseholdMemberProps) {
  const { groupId, member, only, included, role, onInclude, onRole } = props
  const today = useToday()
  const checks = useChecks(groupId, member.personId).filter(({ kind }) => kind !== 'full')
  const age = member.dateOfBirth === null ? 'no date of birth' : ageInWords(member.dateOfBirth, today)
  return (
    <div>
      <Checkbox
        label={`${member.name}, ${age}`}
        description={member.inGroup ? 'Already in the list of this group' : undefined}
        checked={included}
        disabled={member.inGroup || only}
        onChange={(event) => onInclude(event.currentTarget.checked)}
      />
      {included && (
        <Stack gap={8} mt={8}>
          <RoleField label={`${member.name} takes part as`} value={role} onChange={onRole} />
          <Checks checks={checks} />
        </Stack>
      )}
    </div>
  )
}
