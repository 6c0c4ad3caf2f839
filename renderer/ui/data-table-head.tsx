import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { nextSort } from '../../shared/sort.rules.ts'
import type { Sort } from '../../shared/sort.rules.ts'
import type { Column } from './data-table.tsx'
import classes from './data-table.module.css'

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
}

const styleOf = (column: { align?: 'left' | 'right' | 'center'; width?: string }): CSSProperties => ({
  ...(column.align && { textAlign: column.align }),
  ...(column.width && { width: column.width }),
})

export function DataTableHead<Row>({ columns, sort, onSort }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const order = sort?.key === column.key ? sort.order : undefined
          return (
            <th key={column.key} scope="col" style={styleOf(column)} aria-sort={order}>
              {column.sortBy === undefined ? (
                column.heading
              ) : (
                <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(sort, column.key))}>
                  {column.heading}
                  {order === 'ascending' && <IconArrowUp size={14} aria-hidden />}
                  {order === 'descending' && <IconArrowDown size={14} aria-hidden />}
                </UnstyledButton>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
