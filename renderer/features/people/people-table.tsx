import type { ReactNode } from 'react'
import { useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import { ageInWords, shortDate } from '../../../shared/time/format.ts'
import { Who } from './who.tsx'
import classes from './people.module.css'

interface PeopleTableProps {
  readonly people: readonly PersonRow[]
  readonly total: number
  readonly openedId: PersonId | null
  readonly onOpen: (id: PersonId) => void
  readonly empty: ReactNode
}

const columns = (today: string): Column<PersonRow>[] => [
  { key: 'name', heading: 'Name', cell: (person) => <Who {...person} /> },
  {
    key: 'born',
    heading: 'Date of birth',
    cell: ({ dateOfBirth }) =>
      dateOfBirth === null ? (
        <span className={classes.quiet}>Not known</span>
      ) : (
        <span className={classes.nowrap}>{shortDate(dateOfBirth)}</span>
      ),
  },
  {
    key: 'age',
    heading: 'Age',
    cell: ({ dateOfBirth }) =>
      dateOfBirth === null ? '' : <span className={classes.nowrap}>{ageInWords(dateOfBirth, today)}</span>,
  },
  { key: 'mosaic', heading: 'Mosaic ID', cell: (person) => person.mosaicId ?? '' },
  { key: 'family', heading: 'Family', cell: (person) => person.familyName ?? '' },
  { key: 'groups', heading: 'In groups', cell: (person) => <InGroups groups={person.groups} /> },
]

/** On one line, so that forty rows stay forty lines. */
const InGroups = ({ groups }: { groups: readonly string[] }) => (
  <div className={classes.oneLine} title={groups.join(', ')}>
    {groups.join(', ')}
  </div>
)

/** People as rows, in the order the search gave. */
export function PeopleTable({ people, total, openedId, onOpen, empty }: PeopleTableProps) {
  const today = useToday()
  return (
    <DataTable
      label="People"
      columns={columns(today)}
      rows={people}
      rowKey={(person) => person.id}
      onOpen={(person) => onOpen(person.id)}
      openedKey={openedId}
      total={total}
      noun={total === 1 ? 'person' : 'people'}
      empty={empty}
    />
  )
}
