import type { ComponentType } from 'react'
import type { GroupId } from '../../../shared/ids.ts'
import type { Permission } from '../../../shared/permissions.ts'
import { GroupOutcomesTab } from '../outcomes/group-outcomes-tab.tsx'
import { GroupPeopleTab } from '../people/group-people-tab.tsx'
import { GroupRegistersTab } from '../registers/grid-tab.tsx'
import { GroupFigures } from '../reports/group-figures.tsx'

interface GroupTab {
  readonly key: string
  readonly label: string
  readonly permission: Permission
  readonly Tab: ComponentType<{ groupId: GroupId }>
}

/** What stands beside the sessions on a group's page, each made by its own feature. */
export const groupTabs: readonly GroupTab[] = [
  { key: 'people', label: 'People', permission: 'people.view', Tab: GroupPeopleTab },
  { key: 'registers', label: 'Registers', permission: 'registers.view', Tab: GroupRegistersTab },
  { key: 'outcomes', label: 'Outcomes', permission: 'outcomes.view', Tab: GroupOutcomesTab },
  { key: 'figures', label: 'Figures', permission: 'registers.view', Tab: GroupFigures },
]
