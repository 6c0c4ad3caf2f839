import { useMemo, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableRow } from './data-table-row.tsx'
import { sorted } from '../../shared/sort.rules.ts'
import type { Sort, SortValue } from '../../shared/sort.rules.ts'
import classes from './data-table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => SortValue
  readonly align?: 'left' | 'right' | 'center'
  /** Any CSS width. */
  readonly width?: string
}

interface DataTableProps<Row> {
  /** What the table lists, for screen readers: `Groups`. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Click, or Enter on the row's name. The first column becomes the button. */
  readonly onOpen?: (row: Row) => void
  readonly openedKey?: string | null
  readonly startSort?: Sort
  /** Kept by the screen instead of the table, which then says in `onSort` how it is to stand. */
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
  /** For the count line: all there are, and what one is called. */
  readonly total?: number
  readonly noun?: string | readonly [one: string, many: string]
  /** Shown in place of the table when there are no rows. */
  readonly empty?: ReactNode
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** Arrow keys go from row to row, by the row's own button. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key]
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-opener]')]
  const at = openers.findIndex((opener) => opener === document.activeElement)
  if (step === undefined || at === -1) return
  event.preventDefault()
  openers[step(at, openers.length - 1)]?.focus()
}

/** A list as a semantic table: sticky heading, sortable, a count, rows that open by click or Enter. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, openedKey = null, startSort, total, noun = 'rows' } = props
  const [ownSort, setOwnSort] = useState<Sort | null>(startSort ?? null)
  const sort = props.sort === undefined ? ownSort : props.sort
  const sortBy = columns.find((column) => column.key === sort?.key)?.sortBy
  const shown = useMemo(() => sorted(rows, sort, sortBy), [rows, sort, sortBy])
  if (rows.length === 0 && props.empty !== undefined) return props.empty
  return (
    <div className={classes.outer}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the rows' buttons */}
      <div className={classes.frame} onKeyDown={moveBetweenRows}>
        <table className={classes.table} aria-label={label}>
          <DataTableHead columns={columns} sort={sort} onSort={props.onSort ?? setOwnSort} />
          <tbody>
            {shown.map((row) => (
              <DataTableRow
                key={rowKey(row)}
                row={row}
                columns={columns}
                opened={openedKey !== null && rowKey(row) === openedKey}
                {...(onOpen && { onOpen })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.count} role="status">
        {countLine(rows.length, total ?? rows.length, noun)}
      </p>
    </div>
  )
}

function countLine(
  shown: number,
  total: number,
  noun: string | readonly [one: string, many: string],
): string {
  const named = typeof noun === 'string' ? noun : noun[total === 1 ? 0 : 1]
  const all = `${total.toLocaleString('en-GB')} ${named}`
  return shown === total ? all : `Showing ${shown.toLocaleString('en-GB')} of ${all}`
}
