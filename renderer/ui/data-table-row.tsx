import { UnstyledButton } from '@mantine/core'
import type { MouseEvent } from 'react'
import type { Column } from './data-table.tsx'
import classes from './data-table.module.css'

/** Clicks on a link, button or field in a row, and clicks that end a text selection, are not clicks on the row. */
const meantForRow = (event: MouseEvent) =>
  !(event.target instanceof Element && event.target.closest('a, button, input, select, label')) &&
  (window.getSelection()?.isCollapsed ?? true)

interface RowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly opened: boolean
  readonly onOpen?: (row: Row) => void
}

export function DataTableRow<Row>({ row, columns, opened, onOpen }: RowProps<Row>) {
  const open = onOpen && (() => onOpen(row))
  return (
    <tr
      data-opens={open !== undefined}
      data-opened={opened}
      onClick={open && ((event) => meantForRow(event) && open())}
    >
      {columns.map((column, index) => (
        <td key={column.key} style={column.align && { textAlign: column.align }}>
          {index === 0 && open ? (
            <UnstyledButton
              className={classes.opener}
              onClick={open}
              data-row-opener
              aria-current={opened || undefined}
            >
              {column.cell(row)}
            </UnstyledButton>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}
