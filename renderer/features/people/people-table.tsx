import type { ReactNode } from 'react'
import { useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import { ageInWords, shortDate } from '../../../shared/time/format.ts'
import { Who } from './who.tsx'
import classes from './people.module.css'

interface PeopleTableProps {
  readonly people: readonly PersonRow[]
  readonly total: number
  readonly openedId: PersonId | null
  /** A panel stands beside the list and takes a third of its width. */
  readonly beside: boolean
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
  {
    key: 'groups',
    heading: 'In groups',
    width: '24%',
    cell: (person) => <OneLine>{person.groups.join(', ')}</OneLine>,
  },
]

/** People as rows, in the order the search gave. */
export function PeopleTable({ people, total, openedId, beside, onOpen, empty }: PeopleTableProps) {
  const all = columns(useToday())
  return (
    <DataTable
      label="People"
      // Groups are what one can do without while a person's own stand in the panel.
      columns={beside ? all.filter((column) => column.key !== 'groups') : all}
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
