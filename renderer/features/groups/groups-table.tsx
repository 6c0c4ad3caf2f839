import type { ReactNode } from 'react'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { groupStatusLabels, type GroupRow } from '../../../shared/groups/groups.contract.ts'
import { heldSoFar, leadersInWords, peopleInWords, whenInWords } from './group-words.ts'
import classes from './groups.module.css'

function Progress({ group }: { group: GroupRow }) {
  const held = heldSoFar(group)
  const share = group.sessionCount === 0 ? 0 : Math.round((100 * held) / group.sessionCount)
  return (
    <span className={classes.progress}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${share}%` }} />
      </span>
      {held} of {group.sessionCount}
      {group.registersDue > 0 && (
        <span className={classes.owed}>
          {group.registersDue === 1 ? '1 register to take' : `${group.registersDue} registers to take`}
        </span>
      )}
    </span>
  )
}

const columns: readonly Column<GroupRow>[] = [
  {
    key: 'name',
    width: '31%',
    heading: 'Group',
    sortBy: (group) => group.name,
    cell: (group) => (
      <span className={classes.name}>
        {group.name}
        <ProgrammeTag colour={group.colour}>{group.programmeName}</ProgrammeTag>
      </span>
    ),
  },
  {
    key: 'next',
    width: '230px',
    heading: 'Next session, and where',
    sortBy: (group) => group.nextSessionAt ?? group.lastDate,
    cell: (group) => (
      <span className={classes.next}>
        {whenInWords(group)}
        <span className={classes.under}>{group.buildingName}</span>
      </span>
    ),
  },
  {
    key: 'sessions',
    heading: 'Sessions',
    sortBy: (group) => group.registersDue,
    cell: (group) => <Progress group={group} />,
  },
  {
    key: 'people',
    width: '92px',
    heading: 'People',
    sortBy: (group) => group.enrolled,
    cell: peopleInWords,
  },
  {
    key: 'leaders',
    width: '150px',
    heading: 'Led by',
    cell: (group) => leadersInWords(group.facilitators),
  },
  {
    key: 'status',
    heading: 'Status',
    sortBy: (group) => groupStatusLabels[group.status],
    cell: (group) => groupStatusLabels[group.status],
  },
]

interface GroupsTableProps {
  readonly groups: readonly GroupRow[]
  readonly total: number
  readonly onOpen: (group: GroupRow) => void
  readonly empty: ReactNode
}

/** Groups as a list: how far each is, when it meets next, and what its registers owe. */
export function GroupsTable({ groups, total, onOpen, empty }: GroupsTableProps) {
  return (
    <DataTable
      label="Groups"
      columns={columns}
      rows={groups}
      rowKey={(group) => group.id}
      onOpen={onOpen}
      total={total}
      noun="groups"
      empty={empty}
    />
  )
}
