import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer } from '../../ui/states.tsx'
import { roleLabels } from '../../../shared/permissions.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import type { User } from '../../../shared/users/users.contract.ts'
import { halfLabels } from './place-fields.tsx'
import { SettingsPage } from './settings-page.tsx'
import { NewUserForm, UserForm } from './user-forms.tsx'

/** `21 November 2026, 9:30am` by the wall clock. */
export const whenWords = (instant: string): string => {
  const local = civilNow(new Date(instant))
  return `${longDate(local)}, ${clockTime(local)}`
}

type NameOf = (id: string) => string

/** Which places somebody's role is about; nothing for a role that is about all of them. */
function placeWords({ role, buildingIds, half, staffId }: User, buildingOf: NameOf): string {
  if (role === 'assistant')
    return buildingIds.length === 0 ? 'Every building' : buildingIds.map(buildingOf).join(', ')
  if (role === 'facilities') return half === null ? 'Both halves' : halfLabels[half]
  if (role === 'facilitator')
    return staffId === null ? 'No groups: not joined to a member of staff' : 'Their own groups'
  return 'Everywhere'
}

const columnsFor = (buildingOf: NameOf): readonly Column<User>[] => [
  { key: 'name', heading: 'Name', cell: (u) => u.name, sortBy: (u) => u.name },
  { key: 'role', heading: 'Role', cell: (u) => roleLabels[u.role], sortBy: (u) => roleLabels[u.role] },
  {
    key: 'place',
    heading: 'Where',
    cell: (u) => placeWords(u, buildingOf),
    sortBy: (u) => placeWords(u, buildingOf),
  },
  {
    key: 'last',
    heading: 'Last signed in',
    cell: (u) => (u.lastSignedInAt === null ? 'Never' : whenWords(u.lastSignedInAt)),
    sortBy: (u) => u.lastSignedInAt ?? '',
  },
  { key: 'state', heading: 'State', cell: (u) => (u.disabled ? 'Cannot sign in' : 'Can sign in') },
]

/** Who may open the county, and as what. */
export function UsersSection() {
  const [panel, setPanel] = useState<User | 'new' | null>(null)
  const users = useQuery(ask('users', 'list', {}))
  const buildings = useQuery(ask('buildings', 'list', { includeArchived: true })).data ?? []
  const close = () => setPanel(null)
  return (
    <SettingsPage
      section="users"
      sentence="A role says what a person may see and do. Somebody has to be an administrator."
      action={<Button onClick={() => setPanel('new')}>Add a person</Button>}
      side={
        panel === 'new' ? (
          <NewUserForm onClose={close} />
        ) : (
          panel !== null && <UserForm key={`${panel.id} ${panel.version}`} user={panel} onClose={close} />
        )
      }
    >
      <Answer query={users}>
        {(rows) => (
          <DataTable
            label="People who can sign in"
            noun={['person', 'people']}
            columns={columnsFor(
              (id) => buildings.find((one) => one.id === id)?.name ?? 'A building that was archived',
            )}
            rows={rows}
            rowKey={(u) => u.id}
            onOpen={setPanel}
            openedKey={panel === null || panel === 'new' ? null : panel.id}
          />
        )}
      </Answer>
    </SettingsPage>
  )
}
