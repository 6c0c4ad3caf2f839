import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import type { Output } from '../../api/client.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { shortDate } from '../../../shared/time/format.ts'
import classes from './people.module.css'

type LeftOut = Output<'imports', 'listLeftOut'>[number]

const columns: Column<LeftOut>[] = [
  { key: 'reason', heading: 'Why it was not used', cell: (row) => row.reason },
  {
    key: 'cells',
    heading: 'What the row said',
    cell: (row) => row.cells.filter((cell) => cell.trim() !== '').join(' · '),
  },
  {
    key: 'from',
    heading: 'From',
    cell: (row) => `${row.fileName ?? 'Pasted'}, row ${row.row}, ${shortDate(row.at)}`,
  },
]

/** Rows of earlier lists that were not used: nothing that was in a list is lost. */
export function LeftOutRows({ groupId }: { groupId: GroupId }) {
  const rows = useQuery(ask('imports', 'listLeftOut', { groupId })).data ?? []
  if (rows.length === 0) return null
  return (
    <details className={classes.leftOut}>
      <summary>{count(rows.length, 'row')} left out of lists</summary>
      <div>
        <DataTable
          label="Rows left out of lists"
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.at} ${row.row} ${row.reason}`}
          noun={rows.length === 1 ? 'row' : 'rows'}
        />
      </div>
    </details>
  )
}
