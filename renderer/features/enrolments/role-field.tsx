import { Select } from '@mantine/core'
import { useOpenList } from '../../ui/use-open-list.ts'
import { participantRoleLabels, participantRoles, type ParticipantRole } from '../../../shared/enrolments/participants.rules.ts' // prettier-ignore

const BY_AGE = 'by-age'
const choices = [
  { value: BY_AGE, label: 'As their age says' },
  ...participantRoles.map((value) => ({ value, label: participantRoleLabels[value] })),
]

interface RoleFieldProps {
  readonly label: string
  readonly value: ParticipantRole | null
  readonly onChange: (role: ParticipantRole | null) => void
}

/** As what somebody takes part: a volunteer takes no place. */
export function RoleField({ label, value, onChange }: RoleFieldProps) {
  const list = useOpenList()
  return (
    <Select
      {...list}
      label={label}
      data={choices}
      value={value ?? BY_AGE}
      onChange={(chosen) => onChange(participantRoles.find((one) => one === chosen) ?? null)}
      allowDeselect={false}
    />
  )
}
